import { type Weighed, weighed } from "./aipw.ts";
import type { Comparison } from "./comparison.ts";
import type { Propensity } from "./propensity.ts";

/** How unlike the broken and the kept are in one thing: difference of means in standard deviations, before and after. */
export interface Balance {
  readonly name: string;
  readonly before: number;
  readonly after: number;
}

/** A tenth of the chances of being broken: how many were broken and how many kept. */
export interface Overlap {
  readonly from: number;
  readonly to: number;
  readonly broken: number;
  readonly kept: number;
}

/** Standardised differences (Austin, Statistics in Medicine 28, 2009), most unlike before first; 0.1 counts as alike. */
export function balanceOf(comparison: Comparison, propensity: Propensity): readonly Balance[] {
  const { known, names, broken } = comparison;
  const after = weighed(comparison, propensity);
  const every = (side: number): Weighed[] =>
    [...broken.keys()].filter((row) => broken[row] === side).map((row) => ({ row, weight: 1 }));
  const before = { broken: every(1), kept: every(0) };
  return names
    .map((name, i): Balance => {
      const value = (row: number) => known.values[row * known.columns + i + 1] ?? 0;
      const [one, other] = [momentsOf(before.broken, value), momentsOf(before.kept, value)];
      const scale = Math.sqrt((one.variance + other.variance) / 2);
      const distance = (difference: number) => (scale > 0 ? difference / scale : 0);
      return {
        name,
        before: distance(one.mean - other.mean),
        after: distance(momentsOf(after.broken, value).mean - momentsOf(after.kept, value).mean),
      };
    })
    .sort((a, b) => Math.abs(b.before) - Math.abs(a.before));
}

function momentsOf(side: readonly Weighed[], value: (row: number) => number) {
  let [weights, sum, squares] = [0, 0, 0];
  for (const { row, weight } of side) {
    const own = value(row);
    weights += weight;
    sum += weight * own;
    squares += weight * own ** 2;
  }
  if (weights === 0) return { mean: 0, variance: 0 };
  const mean = sum / weights;
  return { mean, variance: Math.max(0, squares / weights - mean ** 2) };
}

const TENTHS = 10;

/** Broken and kept by how likely they were to be broken. */
export function overlapOf({ broken }: Comparison, { chances }: Propensity): readonly Overlap[] {
  const tenths = Array.from({ length: TENTHS }, (_, i) => ({
    from: i / TENTHS,
    to: (i + 1) / TENTHS,
    broken: 0,
    kept: 0,
  }));
  chances.forEach((chance, row) => {
    const own = tenths[Math.min(TENTHS - 1, Math.floor(chance * TENTHS))];
    if (own === undefined) return;
    if (broken[row] === 1) own.broken += 1;
    else own.kept += 1;
  });
  return tenths;
}
