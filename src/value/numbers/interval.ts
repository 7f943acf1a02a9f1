import { normalQuantile, tQuantile } from "./special.ts";

/** A value and the two ends between which the true one lies, at 95 % unless said otherwise; `low` ≤ `value` ≤ `high`. */
export interface Interval {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** Value ± z standard errors. */
export function normalInterval(value: number, standardError: number, level = 0.95): Interval {
  const half = normalQuantile((1 + level) / 2) * standardError;
  return { value, low: value - half, high: value + half };
}

/** Value ± t standard errors, for few degrees of freedom. */
export function tInterval(value: number, standardError: number, degrees: number, level = 0.95): Interval {
  const half = tQuantile((1 + level) / 2, degrees) * standardError;
  return { value, low: value - half, high: value + half };
}

/** For a figure that is above 0: normal on the log scale; `relativeError` is the standard error of its logarithm. */
export function logInterval(value: number, relativeError: number, level = 0.95): Interval {
  const factor = Math.exp(normalQuantile((1 + level) / 2) * relativeError);
  return { value, low: value / factor, high: value * factor };
}

/** For a share between 0 and 1: normal on the logit scale; `standardError` is that of the share itself. */
export function shareInterval(value: number, standardError: number, level = 0.95): Interval {
  if (value <= 0 || value >= 1) return { value, low: value, high: value };
  const logit = Math.log(value / (1 - value));
  const half = (normalQuantile((1 + level) / 2) * standardError) / (value * (1 - value));
  const share = (at: number): number => 1 / (1 + Math.exp(-at));
  return { value, low: share(logit - half), high: share(logit + half) };
}

/**
 * The middle part of what resampling gave (percentile bootstrap, Efron 1979), widened to hold `value` itself.
 * Draws that are no numbers are left out; null where fewer than 20 are left.
 */
export function percentileInterval(value: number, draws: readonly number[], level = 0.95): Interval | null {
  const sorted = draws.filter(Number.isFinite).sort((a, b) => a - b);
  if (sorted.length < 20) return null;
  const low = quantileOf(sorted, (1 - level) / 2);
  const high = quantileOf(sorted, (1 + level) / 2);
  return { value, low: Math.min(low, value), high: Math.max(high, value) };
}

/** Quantile of numbers that are sorted already, between neighbours by proportion (Hyndman and Fan 1996, type 7). */
export function quantileOf(sorted: ArrayLike<number>, share: number): number {
  const at = (sorted.length - 1) * share;
  const below = Math.floor(at);
  const left = sorted[below] ?? Number.NaN;
  const right = sorted[Math.min(below + 1, sorted.length - 1)] ?? left;
  return left + (right - left) * (at - below);
}
