import type { Estimate, Refusal } from "../estimate.ts";
import type { Balance, Overlap } from "./balance.ts";
import type { Sensitivity } from "./sensitivity.ts";

/** What is looked at after a promise was kept or broken. */
export const OUTCOMES = ["felt", "bought", "received"] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** What one broken promise costs, by what it does to those it was broken for. Differences are broken minus kept. */
export interface PromiseCost {
  readonly promise: string;
  readonly says: string;
  readonly broken: number;
  readonly kept: number;
  /** Judged, but when it was settled is not known or still to come. */
  readonly unplaced: number;
  /** Days in which a purchase counts as buying again. */
  readonly window_days: number;
  /** What a broken one is thought to cost, as the file says; null where it says nothing. */
  readonly worth: number | null;
  readonly felt: OutcomeCost;
  readonly bought: OutcomeCost;
  readonly received: OutcomeCost;
}

/** One outcome, as it was seen and as it is adjusted. */
export interface OutcomeCost {
  readonly outcome: Outcome;
  readonly unit: "points" | "share" | "amount";
  /** Verdicts whose outcome is known, and the customers behind them. */
  readonly n: { readonly broken: number; readonly kept: number };
  readonly customers: { readonly broken: number; readonly kept: number };
  readonly means: { readonly broken: number | null; readonly kept: number | null };
  readonly naive: Estimate | Refusal;
  readonly adjusted: AdjustedEstimate | Refusal;
  /** The smallest difference that would have been seen four times in five; null where nothing varies. */
  readonly smallest_seen: number | null;
  /** Outcomes that cannot be its effect, because of when they came. */
  readonly apart: Apart;
}

export interface Apart {
  /** Came before it was settled: left out of felt scores; purchases before the window are not counted. */
  readonly before: { readonly broken: number; readonly kept: number };
  /** Felt scores that are counted and were given while the customer still waited: they judge the waiting. */
  readonly waiting: number;
  /** The window is not over. */
  readonly too_recent: { readonly broken: number; readonly kept: number };
}

/** A cost adjusted for what was known when the clock started, with all that says how far to trust it. */
export interface AdjustedEstimate extends Estimate {
  /** The mean of the broken, and what it would have been had it been kept. */
  readonly means: { readonly broken: number; readonly had_it_been_kept: number };
  /** Broken verdicts that have kept ones like them, and those that have none and are left out. */
  readonly compared: number;
  readonly without_like: number;
  /** The smallest effect that would have been seen four times in five. */
  readonly smallest_seen: number;
  /** How many kept verdicts the weighted ones are worth. */
  readonly effective_kept: number;
  /** Something told broken and kept apart for certain; a ridge held the fit. */
  readonly separated: boolean;
  readonly sensitivity: Sensitivity;
  /** Most unlike before adjusting first, 12 and what is least alike after it; and the largest distance that is left of any. */
  readonly balance: readonly Balance[];
  readonly worst_balance: number;
  readonly overlap: readonly Overlap[];
  /** How many things known before it is adjusted for, and how many more there would be. */
  readonly columns: number;
  readonly columns_left_out: number;
  /** Where there were too many verdicts to fit all: how many a part of the customers has; else null. */
  readonly sample: number | null;
}
