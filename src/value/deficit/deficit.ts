import type { PromiseBreaking } from "../breaking/measure.ts";
import type { PromiseCost } from "../cost/cost.ts";
import type { Estimate } from "../estimate.ts";
import type { Price } from "./price.ts";

/** One promise that a customer is short of, or is likely to be. */
export interface Shortfall {
  readonly promise: string;
  readonly says: string;
  readonly subject: string;
  readonly occasion: string | null;
  readonly stakes: number;
  readonly state: "broken" | "likely";
  /** 1 where it is broken. */
  readonly chance: number;
  /** What a broken one costs, in the currency; null where nobody knows. */
  readonly cost: number | null;
  /** cost × chance × stakes. */
  readonly part: number | null;
  /** ISO 8601, UTC. */
  readonly asked_at: string;
  readonly due_at: string | null;
  /** Hours in which somebody can still act; null where it is broken or nothing is due. */
  readonly hours_left: number | null;
  /** What speaks most for breaking. */
  readonly causes: readonly string[];
}

/** What one customer is short of, weighed by the stakes. */
export interface Deficit {
  readonly customer: string;
  /** In the currency; null where nobody knows what any of them costs. */
  readonly deficit: number | null;
  /** The part of it that can still be saved. */
  readonly to_save: number | null;
  /** Broken promises, and chances of such, each as often as its stakes say. */
  readonly weight: number;
  /** The largest first. */
  readonly shortfalls: readonly Shortfall[];
}

/** Whom to help first. */
export interface Deficits {
  readonly currency: string | null;
  /** ISO 8601, UTC. */
  readonly as_of: string;
  /** Customers who are short of anything, or are likely to be. */
  readonly customers: number;
  readonly total: number | null;
  readonly to_save: number | null;
  /** The total with how well it is known; null where there is none. */
  readonly total_known: Estimate | null;
  /** Those for whom somebody can still act, by what can be saved. */
  readonly still_to_save: readonly Deficit[];
  /** Those who were let down, by their deficit. */
  readonly let_down: readonly Deficit[];
  readonly costs: readonly Price[];
  /** By promise with anything open: how well its chances are known, or why none are given. */
  readonly forecasts: readonly Omit<PromiseBreaking, "chances">[];
}

/** What a deficit is made of, as it was measured as of the same moment. */
export interface Ground {
  /** Nothing: every promise is taken at its declared worth. */
  readonly costs: readonly PromiseCost[];
  readonly breaking: readonly PromiseBreaking[];
}
