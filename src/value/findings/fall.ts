import type { Experience } from "../../language/experience.ts";
import type { AdjustedEstimate, PromiseCost } from "../cost/cost.ts";
import type { Refusal } from "../estimate.ts";
import type { Interval } from "../numbers/interval.ts";

/** How much of what a customer is worth one broken promise takes, as far as it is known. */
export interface Fall {
  readonly promise: string;
  /** In the customer's words. */
  readonly says: string;
  /** What they bring in, whether they buy again, the declared `worth`; or nothing is known. */
  readonly source: "received" | "bought" | "declared" | "none";
  /** A share of what they are worth, 0…1; null where an amount stands in its place, or nothing. */
  readonly share: Interval | null;
  /** In the currency; null where a share is known, or nothing. */
  readonly amount: number | null;
}

/** Nobody is lost for certain. */
const MOST = 0.999;

/**
 * The fall in what customers bring in where it is adjusted and its interval is clear of zero, as a share of what they
 * would have brought in; else the same of buying again; else the `worth` that the file declares.
 */
export function fallsOf({ promises }: Experience, costs: readonly PromiseCost[]): readonly Fall[] {
  return promises.map(({ name: promise, says, worth }): Fall => {
    const cost = costs.find((one) => one.promise === promise);
    for (const source of ["received", "bought"] as const) {
      const share = cost && shareOf(cost[source].adjusted);
      if (share) return { promise, says, source, share, amount: null };
    }
    return worth === undefined
      ? { promise, says, source: "none", share: null, amount: null }
      : { promise, says, source: "declared", share: null, amount: worth };
  });
}

function shareOf(adjusted: AdjustedEstimate | Refusal): Interval | null {
  if (adjusted.kind === "refusal" || !(adjusted.high < 0)) return null;
  const usual = adjusted.means.had_it_been_kept;
  if (!(usual > 0)) return null;
  const of = (difference: number): number => Math.min(MOST, Math.max(0, -difference / usual));
  return { value: of(adjusted.value), low: of(adjusted.high), high: of(adjusted.low) };
}
