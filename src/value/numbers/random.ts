import { uniformFloat64 } from "pure-rand/distribution/uniformFloat64";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";

/** Chance that can be had again: the same seed gives the same draws, on every machine. */
export interface Random {
  /** In [0, 1). */
  readonly uniform: () => number;
  /** A whole number 0…n−1. */
  readonly below: (n: number) => number;
  /** Mean 0, variance 1. */
  readonly normal: () => number;
  /** Mean 1. */
  readonly exponential: () => number;
  /** Mean `shape`, scale 1, for any shape above 0. */
  readonly gamma: (shape: number) => number;
  readonly beta: (a: number, b: number) => number;
  readonly poisson: (mean: number) => number;
  /** Puts the items into a random order, in place. */
  readonly shuffle: <T>(items: T[]) => T[];
}

/** A source of chance from a whole number. */
export function seeded(seed: number): Random {
  const generator = xoroshiro128plus(seed);
  const uniform = (): number => uniformFloat64(generator);
  const exponential = (): number => -Math.log1p(-uniform());
  const normal = (): number => Math.sqrt(2 * exponential()) * Math.cos(2 * Math.PI * uniform());
  const gamma = (shape: number): number => drawGamma(shape, uniform, normal);
  const random: Random = {
    uniform,
    exponential,
    normal,
    gamma,
    below: (n) => Math.floor(uniform() * n),
    beta: (a, b) => {
      const [one, other] = [gamma(a), gamma(b)];
      return one / (one + other);
    },
    poisson: (mean) => drawPoisson(mean, uniform, gamma),
    shuffle: (items) => shuffle(items, uniform),
  };
  return Object.freeze(random);
}

/** Marsaglia and Tsang, ACM TOMS 26 (2000); shapes under 1 by their boost. */
function drawGamma(shape: number, uniform: () => number, normal: () => number): number {
  if (shape < 1) return drawGamma(shape + 1, uniform, normal) * (1 - uniform()) ** (1 / shape);
  const d = shape - 1 / 3;
  for (;;) {
    const x = normal();
    const cubed = (1 + x / Math.sqrt(9 * d)) ** 3;
    if (cubed > 0 && Math.log1p(-uniform()) < x ** 2 / 2 + d * (1 - cubed + Math.log(cubed))) return d * cubed;
  }
}

/** Counts arrivals for a small mean; a large one is halved by the time of its middle arrival (Ahrens and Dieter 1974). */
function drawPoisson(mean: number, uniform: () => number, gamma: (shape: number) => number): number {
  if (mean > 30) {
    const middle = Math.floor((mean * 7) / 8);
    const time = gamma(middle);
    if (time > mean) return drawBinomial(middle - 1, mean / time, uniform);
    return middle + drawPoisson(mean - time, uniform, gamma);
  }
  const least = Math.exp(-mean);
  let count = 0;
  for (let product = uniform(); product > least; product *= uniform()) count += 1;
  return count;
}

function drawBinomial(n: number, share: number, uniform: () => number): number {
  let hits = 0;
  for (let i = 0; i < n; i++) if (uniform() < share) hits += 1;
  return hits;
}

/** Fisher and Yates. */
function shuffle<T>(items: T[], uniform: () => number): T[] {
  for (let i = items.length - 1; i > 0; i--) {
    const j = Math.floor(uniform() * (i + 1));
    const [one, other] = [items[i], items[j]];
    if (one !== undefined && other !== undefined) [items[i], items[j]] = [other, one];
  }
  return items;
}
