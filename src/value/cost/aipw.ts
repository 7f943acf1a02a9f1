import { rowTimes } from "../numbers/design-matrix.ts";
import { type Interval, tInterval } from "../numbers/interval.ts";
import { leastSquares } from "../numbers/least-squares.ts";
import { addRow, addSums, noSums } from "../numbers/normal-equations.ts";
import type { Comparison } from "./comparison.ts";
import type { Propensity } from "./propensity.ts";

/** What breaking did to those it was done to: the broken, against what they would have felt or done if kept. */
export interface Adjusted extends Interval {
  readonly error: number;
  readonly degrees: number;
  /** The mean of the broken, and what it would have been had the promise been kept. */
  readonly means: readonly [number, number];
  readonly broken: number;
  readonly kept: number;
  /** How many kept verdicts the weighted ones are worth: (Σw)² ÷ Σw² (Kish 1965), over customers. */
  readonly effectiveKept: number;
}

/** One row's worth of doubt in each standardised column: holds the fit where the kept are few. */
const RIDGE = 1;

/**
 * The effect on the broken, doubly robust: a line through the kept says what each would have come to, and what it leaves
 * is compared with the kept weighted to be like the broken. Robins, Rotnitzky and Zhao (JASA 89, 1994) with the weights
 * made to add up (Hájek), cross-fitted by customer (Chernozhukov and others, Econometrics Journal 21, 2018). The standard
 * error is that of the influence function, added up by customer. Null where nothing varies or a side has no two customers.
 */
export function aipw(comparison: Comparison, propensity: Propensity, outcome: Float64Array): Adjusted | null {
  const usual = crossFitKept(comparison, propensity, outcome);
  const rows = weighed(comparison, propensity);
  const gap = (row: number): number => (outcome[row] ?? 0) - (usual[row] ?? 0);
  const [one, other] = [meanOf(rows.broken, gap), meanOf(rows.kept, gap)];
  const [hurt, spared] = [spread(rows.broken, gap, one, comparison), spread(rows.kept, gap, other, comparison)];
  if (hurt.size < 2 || spared.size < 2) return null;
  const [up, down] = [Math.sqrt(hurt.size / (hurt.size - 1)), Math.sqrt(spared.size / (spared.size - 1))];
  const customers = new Set([...hurt.keys(), ...spared.keys()]);
  let variance = 0;
  for (const customer of customers)
    variance += (up * (hurt.get(customer) ?? 0) - down * (spared.get(customer) ?? 0)) ** 2;
  const error = Math.sqrt(variance);
  const observed = meanOf(rows.broken, (row) => outcome[row] ?? 0);
  if (!(error > 1e-9 * (1 + Math.abs(observed)))) return null;
  const effectiveKept = effectiveOf(rows.kept, comparison);
  const degrees = Math.max(1, Math.min(hurt.size, effectiveKept) - 1);
  const value = one - other;
  return {
    ...tInterval(value, error, degrees),
    error,
    degrees,
    means: [observed, observed - value],
    broken: rows.broken.length,
    kept: rows.kept.length,
    effectiveKept,
  };
}

export interface Weighed {
  readonly row: number;
  readonly weight: number;
}

/** The rows that can be compared; the kept weigh as much as they are like the broken: odds of having been broken. */
export function weighed({ broken }: Comparison, { chances, comparable }: Propensity) {
  const sides = { broken: [] as Weighed[], kept: [] as Weighed[] };
  for (let row = 0; row < broken.length; row++) {
    const chance = chances[row] ?? 0;
    if (comparable[row] !== 1) continue;
    if (broken[row] === 1) sides.broken.push({ row, weight: 1 });
    else sides.kept.push({ row, weight: chance / (1 - chance) });
  }
  return sides;
}

/** What each row would have come to if kept: least squares on the kept of all other parts. */
function crossFitKept(
  { broken, known }: Comparison,
  { folds, parts }: Propensity,
  outcome: Float64Array,
): Float64Array {
  const each = Array.from({ length: parts }, () => noSums(known.columns));
  const all = noSums(known.columns);
  for (let row = 0; row < known.rows; row++) {
    const part = each[folds[row] ?? 0];
    if (broken[row] === 0 && part !== undefined) addRow(part, known, row, outcome[row] ?? 0);
  }
  for (const part of each) addSums(all, part);
  const fits = each.map((part) => {
    const others = noSums(known.columns);
    addSums(others, all);
    addSums(others, part, -1);
    return leastSquares(others, RIDGE).coefficients;
  });
  return Float64Array.from({ length: known.rows }, (_, row) => rowTimes(known, row, fits[folds[row] ?? 0] ?? []));
}

function meanOf(side: readonly Weighed[], value: (row: number) => number): number {
  let [sum, weights] = [0, 0];
  for (const { row, weight } of side) {
    sum += weight * value(row);
    weights += weight;
  }
  return sum / weights;
}

/** Each customer's part in how far the mean may be off. */
function spread(
  side: readonly Weighed[],
  value: (row: number) => number,
  mean: number,
  { customers }: Comparison,
): ReadonlyMap<number, number> {
  const all = side.reduce((sum, { weight }) => sum + weight, 0);
  const parts = new Map<number, number>();
  for (const { row, weight } of side) {
    const customer = customers[row] ?? 0;
    parts.set(customer, (parts.get(customer) ?? 0) + (weight * (value(row) - mean)) / all);
  }
  return parts;
}

function effectiveOf(side: readonly Weighed[], { customers }: Comparison): number {
  const weights = new Map<number, number>();
  for (const { row, weight } of side) {
    const customer = customers[row] ?? 0;
    weights.set(customer, (weights.get(customer) ?? 0) + weight);
  }
  let [sum, squares] = [0, 0];
  for (const weight of weights.values()) {
    sum += weight;
    squares += weight ** 2;
  }
  return squares === 0 ? 0 : sum ** 2 / squares;
}
