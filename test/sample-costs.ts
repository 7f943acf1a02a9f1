import type { AdjustedEstimate, OutcomeCost, PromiseCost } from "../src/value/cost/cost.ts";
import type { Drivers } from "../src/value/drivers/driver.ts";
import { estimate, refusal } from "../src/value/estimate.ts";
import { SAMPLE_PROMISES } from "./sample-promises.ts";

const NONE = { broken: 0, kept: 0 };
const APART = { before: NONE, waiting: 0, too_recent: NONE };

/** An adjusted figure, by hand. */
export const adjustedOf = (value: number, half: number, means: AdjustedEstimate["means"]): AdjustedEstimate => ({
  ...estimate({ value, low: value - half, high: value + half }, { n: 3209, grade: "C", method: "adjusted" }),
  means,
  compared: 814,
  without_like: 12,
  smallest_seen: 1.4 * half,
  effective_kept: 640,
  separated: true,
  sensitivity: { e_value: 2.1, e_value_interval: 1.7, robustness: 0.14, robustness_interval: 0.08 },
  balance: [
    { name: "occasion: broken-machine", before: 1.21, after: -0.01 },
    { name: "region: <b>Oulu</b>", before: 0.31, after: 0.16 },
  ],
  worst_balance: 0.16,
  overlap: [{ from: 0, to: 0.1, broken: 10, kept: 900 }],
  columns: 42,
  columns_left_out: 3,
  sample: 10_210,
});

const felt: OutcomeCost = {
  outcome: "felt",
  unit: "points",
  n: { broken: 412, kept: 1159 },
  customers: { broken: 405, kept: 1148 },
  means: { broken: 3.07, kept: 4.23 },
  naive: estimate({ value: -1.16, low: -1.26, high: -1.06 }, { n: 1571, grade: "D", method: "as they are" }),
  adjusted: adjustedOf(-1.04, 0.1, { broken: 3.07, had_it_been_kept: 4.11 }),
  smallest_seen: 0.14,
  apart: { ...APART, before: { broken: 3, kept: 0 }, waiting: 82 },
};

const bought: OutcomeCost = {
  ...felt,
  outcome: "bought",
  unit: "share",
  means: { broken: 0.551, kept: 0.644 },
  naive: estimate({ value: -0.093, low: -0.131, high: -0.055 }, { n: 3209, grade: "D", method: "as they are" }),
  adjusted: adjustedOf(-0.02, 0.046, { broken: 0.551, had_it_been_kept: 0.571 }),
  smallest_seen: 0.054,
  apart: APART,
};

const received: OutcomeCost = {
  ...felt,
  outcome: "received",
  unit: "amount",
  means: { broken: 37.85, kept: 53.9 },
  naive: estimate({ value: -16.1, low: -24, high: -8.2 }, { n: 3209, grade: "D", method: "as they are" }),
  adjusted: refusal(
    "No overlap: 300 of 412 broken ones have no kept one like them in what was known beforehand.",
    "Kept promises to customers, in places and at times like those where it was broken.",
  ),
  smallest_seen: 11.3,
  apart: APART,
};

const nothing: OutcomeCost["naive"] = refusal("It was never broken: there is nobody to compare with.", "Broken ones.");

/** What each promise of the sample costs: proven, not proven, refused and unknown. */
export const SAMPLE_COSTS: readonly PromiseCost[] = SAMPLE_PROMISES.map(({ promise, says }, i) => ({
  promise,
  says,
  broken: i === 0 ? 1075 : 0,
  kept: 3408,
  unplaced: 4,
  window_days: 91.3125,
  worth: 60,
  felt: i === 0 ? felt : { ...felt, naive: nothing, adjusted: nothing, apart: APART, smallest_seen: null },
  bought: i === 0 ? bought : { ...bought, naive: nothing, adjusted: nothing, smallest_seen: null },
  received: i === 0 ? received : { ...received, naive: nothing, adjusted: nothing, smallest_seen: null },
}));

export const SAMPLE_DRIVERS: Drivers = {
  kind: "drivers",
  n: 1571,
  window_days: 91.3125,
  explained: 0.312,
  promises: SAMPLE_PROMISES.slice(0, 2).map(({ promise, says }, i) => {
    const of = (value: number) =>
      estimate({ value, low: value - 0.02, high: value + 0.02 }, { n: 1571, grade: "D", method: "" });
    return {
      promise,
      says,
      broken: 412 - i,
      share: of(0.2 / (i + 1)),
      weight: of(0.19 / (i + 1)),
      points: of(-1.02 + i),
    };
  }),
  left_out: [{ promise: "<i>quiet</i>", why: "for nobody who gave a score it had been broken before" }],
};
