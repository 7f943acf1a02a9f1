import betaln from "@stdlib/math-base-special-betaln";
import gammaln from "@stdlib/math-base-special-gammaln";
import cdfOfNormal from "@stdlib/stats-base-dists-normal-cdf";
import quantileOfNormal from "@stdlib/stats-base-dists-normal-quantile";
import cdfOfT from "@stdlib/stats-base-dists-t-cdf";
import quantileOfT from "@stdlib/stats-base-dists-t-quantile";

/** Functions of probability that are right to the last digits, also in the tails. */

/** Logarithm of the gamma function, for x > 0. */
export const logGamma = (x: number): number => gammaln(x);

/** Logarithm of the beta function, for a, b > 0; right also where one is far larger than the other. */
export const logBeta = (a: number, b: number): number => betaln(a, b);

/** Share of the standard normal distribution below x. */
export const normalCdf = (x: number): number => cdfOfNormal(x, 0, 1);

/** Where a share of the standard normal distribution lies below. */
export const normalQuantile = (share: number): number => quantileOfNormal(share, 0, 1);

/** Share of Student's distribution below x. */
export const tCdf = (x: number, degrees: number): number => cdfOfT(x, degrees);

/** Where a share of Student's distribution lies below. */
export const tQuantile = (share: number, degrees: number): number => quantileOfT(share, degrees);

/** The chance of a statistic at least so far from 0, in either direction. */
export const twoSided = (z: number): number => 2 * normalCdf(-Math.abs(z));

/** log(exp(a) + exp(b)) without overflow. */
export function logAdd(a: number, b: number): number {
  const most = Math.max(a, b);
  return most === Number.NEGATIVE_INFINITY ? most : most + Math.log1p(Math.exp(Math.min(a, b) - most));
}

/** 1 / (1 + exp(−x)) without overflow. */
export const expit = (x: number): number => (x >= 0 ? 1 / (1 + Math.exp(-x)) : Math.exp(x) / (1 + Math.exp(x)));

/** log(p / (1 − p)). */
export const logit = (share: number): number => Math.log(share / (1 - share));
