import { commas, digits, type Hole, natural, nothing, number, type Sql, sql, text } from "../sql/sql.ts";

/**
 * Chance without chance: every draw is a hash of the seed, of whom it is about and of what it is about, so the same
 * world comes out on every machine and in every order. Draws about different things are independent.
 */
export interface Draws {
  /** In [0, 1). `which` tells apart several of the same thing. */
  readonly uniform: (about: string, which?: Sql) => Sql;
  readonly chance: (about: string, probability: Hole) => Sql;
  /** A whole number from `from` up to, but not including, `to`. */
  readonly between: (about: string, from: number, to: number) => Sql;
  /** One of the keys, each as often as its weight says. */
  readonly pick: (about: string, weights: Readonly<Record<string, number>>) => Sql;
  /** A whole number 0…n−1, each as often as its weight says. */
  readonly index: (about: string, weights: readonly number[]) => Sql;
  /** Mean 0, variance 1. */
  readonly normal: (about: string) => Sql;
  readonly lognormal: (about: string, median: number, sigma: number) => Sql;
  /** Mean 1. */
  readonly exponential: (about: string, which?: Sql) => Sql;
  /** Mean `shape`, scale 1; for shapes of 1 and more. */
  readonly gamma: (about: string, shape: number) => Sql;
}

const GAMMA_TRIES = 8;

/** `key` is a column, or several, that tells apart whom the draw is about. */
export function draws(seed: number, key: Sql): Draws {
  const uniform = (about: string, which?: Sql) => {
    const more = which === undefined ? nothing : sql`, ${which}`;
    return sql`(bitShiftRight(cityHash64(${natural(seed)}, ${key}, ${text(about)}${more}), 11) * 1.1102230246251565e-16)`;
  };
  const normal = (about: string, which?: Sql) =>
    sql`(sqrt(-2 * log(1 - ${uniform(`${about}, length`, which)})) * cos(2 * pi() * ${uniform(`${about}, angle`, which)}))`;
  return {
    uniform,
    chance: (about, probability) => sql`(${uniform(about)} < ${probability})`,
    between: (about, from, to) => sql`toInt64(floor(${number(from)} + ${uniform(about)} * ${number(to - from)}))`,
    pick: (about, weights) => {
      const keys = Object.keys(weights);
      return choose(uniform(about), Object.values(weights), (i) => text(keys[i] ?? ""));
    },
    index: (about, weights) => choose(uniform(about), weights, (i) => sql`toInt64(${number(i)})`),
    normal: (about) => normal(about),
    lognormal: (about, median, sigma) => sql`(${number(median)} * exp(${number(sigma)} * ${normal(about)}))`,
    exponential: (about, which) => sql`(-log(1 - ${uniform(about, which)}))`,
    gamma: (about, shape) => gamma(about, shape, uniform, normal),
  };
}

/** Walks the cumulative weights; the last choice takes what rounding leaves. */
function choose(uniform: Sql, weights: readonly number[], value: (i: number) => Hole): Sql {
  if (weights.length === 1) return sql`${value(0)}`;
  const total = weights.reduce((sum, one) => sum + one, 0);
  let below = 0;
  const cases = weights.slice(0, -1).map((weight, i) => {
    below += weight / total;
    return sql`${uniform} < ${number(below)}, ${value(i)}`;
  });
  return sql`multiIf(${commas(cases)}, ${value(weights.length - 1)})`;
}

/** Marsaglia and Tsang 2000, the first of eight tries that is accepted (one in 10^10 draws finds none and is 0). */
function gamma(
  about: string,
  shape: number,
  uniform: (about: string, which: Sql) => Sql,
  normal: (about: string, which: Sql) => Sql,
): Sql {
  const d = shape - 1 / 3;
  const x = normal(`${about}, try`, sql`try`);
  const cubed = sql`pow(1 + ${x} * ${number(1 / Math.sqrt(9 * d))}, 3)`;
  const accepted = sql`log(1 - ${uniform(`${about}, accepted`, sql`try`)})
    < 0.5 * ${x} * ${x} + ${number(d)} * (1 - ${cubed} + log(greatest(${cubed}, 1e-300)))`;
  return sql`arrayFirst(value -> value > 0, arrayMap(
    try -> if(${cubed} > 0 and ${accepted}, ${number(d)} * ${cubed}, 0.), range(${digits(GAMMA_TRIES)})))`;
}
