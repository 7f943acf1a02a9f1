import type { ValueKey } from "../../language/experience.ts";
import type { Estimate, Refusal } from "../estimate.ts";
import type { Tenth } from "./calibration.ts";

/** What `kept equity --json` prints: what the relationships with all customers are worth in the time to come. */
export interface Equity {
  readonly kind: "equity";
  readonly experience: string;
  readonly currency: string | null;
  readonly timezone: string;
  /** ISO 8601, UTC. */
  readonly as_of: string;
  readonly assumed: Assumed;
  /** Customers who bought, and those of them who bought on more than one day. */
  readonly buyers: number;
  readonly repeaters: number;
  /** Days with a purchase, over all customers. */
  readonly purchases: number;
  /** The first and the last day that are looked at, `YYYY-MM-DD`. */
  readonly first_day: string;
  readonly last_day: string;
  readonly model: {
    readonly kind: string;
    readonly title: string;
    /** What it says of customers. */
    readonly words: string;
    /** By name; rates are per week. */
    readonly parameters: Readonly<Record<string, number>>;
  };
  readonly hold_out: HoldOut;
  readonly again: Again;
  /** Purchases within the horizon. */
  readonly purchases_ahead: Estimate;
  /** What a purchase to come is spent on, on average over those purchases. */
  readonly spend: Estimate | Refusal;
  /** Discounted, after margin and what is given back. */
  readonly equity: Estimate | Refusal;
  readonly by_occasion: readonly Slice[];
  readonly by_cohort: readonly Slice[];
  /** What those said who were asked, beside what they did. */
  readonly stated: Stated | Refusal;
  /** How many came back how often: as it is, and as the model has it. Null where there is no formula for it. */
  readonly times: readonly Times[] | null;
}

/** What the figures rest on; `said` are those that the experience file says itself. */
export interface Assumed {
  readonly bought: readonly string[];
  readonly again_within_days: number;
  readonly margin: number;
  readonly horizon_days: number;
  readonly discount: number;
  readonly said: readonly ValueKey[];
  /** The share of what was received that was given back, seen so far. */
  readonly given_back: number;
}

/** The last part of the history, which the models did not see, and how well they foresaw it. */
export interface HoldOut {
  /** First and last day held out. */
  readonly from: string;
  readonly to: string;
  readonly days: number;
  readonly customers: number;
  /** The first is the one that is used. */
  readonly models: readonly (Foresaw & { readonly kind: string; readonly title: string })[];
  /** Everybody going on at the pace that they had. */
  readonly naive: Foresaw;
}

export interface Foresaw {
  readonly purchases_foreseen: number;
  readonly purchases: number;
  /** Mean distance between purchases foreseen and made, per customer; and the root of the mean square of it. */
  readonly mae: number;
  readonly rmse: number;
  /** Chance of buying again within the window: mean foreseen, share that did, and how well the order was right. */
  readonly again_foreseen: number;
  readonly again: number;
  readonly auc: number | null;
  readonly brier: number;
}

/** Would they buy again now? */
export interface Again {
  readonly within_days: number;
  /** Mean chance over all who bought. */
  readonly share: Estimate;
  /** How many of them that is. */
  readonly customers: Estimate;
  /** Days after the cut that the chance was judged by: fewer than the window where that is longer than what was held out. */
  readonly judged_on_days: number;
  /** The score if all had the same chance: what Brier's score must be below. */
  readonly brier_of_all: number;
  readonly calibration: readonly Tenth[];
}

export interface Slice {
  readonly name: string;
  readonly customers: number;
  /** What was received from them so far. */
  readonly received: number;
  readonly again: Estimate;
  readonly purchases_ahead: Estimate;
  readonly equity: Estimate | null;
}

/** "Would you buy again today?": what was said, and what was done. */
export interface Stated {
  readonly kind: "stated";
  /** Customers who were asked; of each the latest answer counts. */
  readonly asked: number;
  readonly yes: Estimate;
  /** The mean chance that behaviour gives to those who said yes, and to those who said no; null where nobody did. */
  readonly behaved_of_yes: Estimate | null;
  readonly behaved_of_no: Estimate | null;
  /** Of those who said it at least a window ago, who did buy within the window; null where there is nobody. */
  readonly did_after_yes: Estimate | null;
  readonly did_after_no: Estimate | null;
}

export interface Times {
  /** Purchases after the first; the last row is that many or more. */
  readonly repeats: number;
  readonly customers: number;
  readonly foreseen: number;
}
