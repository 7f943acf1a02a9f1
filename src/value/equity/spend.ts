import { covarianceAt } from "../numbers/derivatives.ts";
import { minimise, minimiseFrom } from "../numbers/minimise.ts";
import { logGamma } from "../numbers/special.ts";
import { total } from "./history.ts";
import { isAllowed } from "./model.ts";

/** What customers spend: how many purchases, their mean, and how many customers share both. Sorted by purchases. */
export interface SpendCells {
  readonly purchases: Int32Array;
  readonly mean: Float64Array;
  readonly customers: Float64Array;
}

/**
 * Gamma-Gamma: each purchase varies around a mean of the customer's own, and these means vary between customers; how
 * much is spent has nothing to do with how often. Fader and Hardie, The Gamma-Gamma Model of Monetary Value (2013).
 */
export interface SpendFit {
  readonly p: number;
  readonly q: number;
  readonly v: number;
  readonly logs: readonly number[];
  readonly logLikelihood: number;
  readonly customers: number;
  /** Correlation of how often with how much: the model takes it to be 0. */
  readonly correlation: number;
}

/** What the next purchase of a customer will be like who spent `mean` on so many; of one who never bought again, like anybody's. */
export const spendOf = ({ p, q, v }: Pick<SpendFit, "p" | "q" | "v">, purchases: number, mean: number): number =>
  (p * (v + purchases * mean)) / (p * purchases + q - 1);

/** By maximum likelihood in logarithms; null where there is no top, or where the mean of all customers would be infinite. */
export function fitSpend(cells: SpendCells): SpendFit | null {
  if (cells.purchases.length === 0) return null;
  const middle = weightedMean(cells);
  if (!(middle > 0)) return null;
  const misfit = misfitOf(cells);
  const starts = [
    [6, 4, 3 * middle],
    [1, 2.5, 1.5 * middle],
    [2, 10, 9 * middle],
  ].map((start) => start.map(Math.log));
  const rough = minimiseFrom(misfit, starts, { tolerance: 1e-8, steps: 80 });
  const { at, value, converged } = minimise(misfit, rough.at, { tolerance: 1e-12 });
  const [p = 0, q = 0, v = 0] = at.map(Math.exp);
  if (!Number.isFinite(value) || !converged || q <= 1.001 || at.some((one) => Math.abs(one) > 13)) return null;
  const customers = total(cells.customers);
  return { p, q, v, logs: at, logLikelihood: -value, customers, correlation: correlationOf(cells) };
}

/** Covariance of the logarithms of p, q and v; null where the likelihood is flat. */
export const spreadOfSpend = (fit: SpendFit, cells: SpendCells): number[][] | null =>
  covarianceAt(misfitOf(cells), fit.logs);

function misfitOf({ purchases, mean, customers }: SpendCells): (logs: readonly number[]) => number {
  return (logs) => {
    if (!isAllowed(logs)) return Number.POSITIVE_INFINITY;
    const [p = 0, q = 0, v = 0] = logs.map(Math.exp);
    const constant = q * Math.log(v) - logGamma(q);
    let sum = 0;
    let last = -1;
    let common = 0;
    for (let i = 0; i < purchases.length; i++) {
      const [x, m] = [purchases[i] ?? 0, mean[i] ?? 0];
      if (x !== last) {
        common = logGamma(p * x + q) - logGamma(p * x) + p * x * Math.log(x);
        last = x;
      }
      const own = constant + common + (p * x - 1) * Math.log(m) - (p * x + q) * Math.log(x * m + v);
      sum += (customers[i] ?? 0) * own;
    }
    return -sum;
  };
}

const weightedMean = ({ mean, customers }: SpendCells): number =>
  mean.reduce((sum, one, i) => sum + one * (customers[i] ?? 0), 0) / total(customers);

function correlationOf({ purchases, mean, customers }: SpendCells): number {
  const n = total(customers);
  const sums = { x: 0, m: 0, xx: 0, mm: 0, xm: 0 };
  for (let i = 0; i < purchases.length; i++) {
    const [x, m, weight] = [purchases[i] ?? 0, mean[i] ?? 0, customers[i] ?? 0];
    sums.x += weight * x;
    sums.m += weight * m;
    sums.xx += weight * x * x;
    sums.mm += weight * m * m;
    sums.xm += weight * x * m;
  }
  const within = (one: number, a: number, b: number): number => one - (a * b) / n;
  const spread = Math.sqrt(within(sums.xx, sums.x, sums.x) * within(sums.mm, sums.m, sums.m));
  return spread > 0 ? within(sums.xm, sums.x, sums.m) / spread : 0;
}
