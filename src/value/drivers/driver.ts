import type { Estimate, Refusal } from "../estimate.ts";

/** Which promises move the felt score most. */
export interface Drivers {
  readonly kind: "drivers";
  /** Customers who gave a score: the last one of each counts. */
  readonly n: number;
  /** Days before the score in which a promise must have been broken to count. */
  readonly window_days: number;
  /** Share of the scores' variance that all broken promises explain together (R²). */
  readonly explained: number;
  /** The strongest first. */
  readonly promises: readonly Driver[];
  /** Promises that are not among them, and why, in words. */
  readonly left_out: readonly { readonly promise: string; readonly why: string }[];
}

export interface Driver {
  readonly promise: string;
  readonly says: string;
  /** Of those who gave a score: for whom it had been broken. */
  readonly broken: number;
  /** Share of the variance, averaged over all orders (LMG): the shares add up to `explained`. */
  readonly share: Estimate;
  /** The same by Johnson's relative weights. */
  readonly weight: Estimate;
  /** How many points the score is higher (below 0: lower) where it was broken, the other promises held equal. */
  readonly points: Estimate;
}

export type DriversOrRefusal = Drivers | Refusal;
