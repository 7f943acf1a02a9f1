import { type Interval, tInterval } from "./interval.ts";
import { normalQuantile } from "./special.ts";

/** What is known of one side of a comparison: each customer's sum and count, squared and multiplied, added up. */
export interface Side {
  /** Customers, verdicts, and the sum of the outcomes. */
  readonly customers: number;
  readonly n: number;
  readonly sum: number;
  /** Over customers: Σ sum², Σ sum·n, Σ n². */
  readonly sumSum: number;
  readonly sumN: number;
  readonly nN: number;
}

/** Over customers that stand on both sides: products of the one side's sum and count with the other's. */
export interface Across {
  readonly sumSum: number;
  readonly sumN: number;
  readonly nSum: number;
  readonly nN: number;
}

export const APART: Across = { sumSum: 0, sumN: 0, nSum: 0, nN: 0 };

export interface Difference extends Interval {
  readonly error: number;
  readonly degrees: number;
  readonly means: readonly [number, number];
}

/**
 * The difference of two means, the first minus the second, where a customer may count several times and on both sides:
 * Welch's (1947) test with each customer as one cluster (Liang and Zeger 1986). With one row a customer it is Welch's own.
 * Null with fewer than two customers on a side, or where nothing varies.
 */
export function differenceOf(one: Side, other: Side, across: Across = APART): Difference | null {
  if (one.customers < 2 || other.customers < 2) return null;
  const means = [one.sum / one.n, other.sum / other.n] as const;
  const [first, second] = [varianceOf(one, means[0]), varianceOf(other, means[1])];
  const together = across.sumSum - means[1] * across.sumN - means[0] * across.nSum + means[0] * means[1] * across.nN;
  const share = Math.sqrt(factorOf(one) * factorOf(other)) * (together / (one.n * other.n));
  const variance = first + second - 2 * share;
  if (!(variance > 1e-18 * (1 + means[0] ** 2 + means[1] ** 2))) return null;
  const degrees = (first + second) ** 2 / (first ** 2 / (one.customers - 1) + second ** 2 / (other.customers - 1));
  const error = Math.sqrt(variance);
  return { ...tInterval(means[0] - means[1], error, degrees), error, degrees, means };
}

const factorOf = ({ customers }: Side): number => customers / (customers - 1);

function varianceOf(side: Side, mean: number): number {
  const squares = side.sumSum - 2 * mean * side.sumN + mean ** 2 * side.nN;
  return (factorOf(side) * Math.max(0, squares)) / side.n ** 2;
}

/** The smallest difference that would have been seen four times in five, given the standard error (80 % power, 5 %). */
export const smallestSeen = (error: number): number => (normalQuantile(0.975) + normalQuantile(0.8)) * error;

/** A side from rows: each outcome with its customer. */
export function sideOf(rows: readonly { readonly customer: string; readonly outcome: number }[]): Side {
  const customers = new Map<string, { n: number; sum: number }>();
  for (const { customer, outcome } of rows) {
    const own = customers.get(customer) ?? { n: 0, sum: 0 };
    own.n += 1;
    own.sum += outcome;
    customers.set(customer, own);
  }
  const all = [...customers.values()];
  const total = (value: (one: { n: number; sum: number }) => number) => all.reduce((sum, one) => sum + value(one), 0);
  return {
    customers: all.length,
    n: total(({ n }) => n),
    sum: total(({ sum }) => sum),
    sumSum: total(({ sum }) => sum ** 2),
    sumN: total(({ sum, n }) => sum * n),
    nN: total(({ n }) => n ** 2),
  };
}
