import type { Deficits } from "../src/value/deficit/deficit.ts";
import type { Equity, Foresaw } from "../src/value/equity/equity.ts";
import { type Estimate, estimate, refusal } from "../src/value/estimate.ts";
import type { Exchanges } from "../src/value/exchange/exchange.ts";
import type { EquityAtRisk } from "../src/value/findings/equity-at-risk.ts";
import { SAMPLE_PROMISES } from "./sample-promises.ts";

/** What goes beyond counting, by hand. */
const about = (value: number, low: number, high: number): Estimate =>
  estimate({ value, low, high }, { n: 2000, grade: "D", method: "BG/NBD on 2,000 customers" });

const foresaw: Foresaw = {
  purchases_foreseen: 980,
  purchases: 1000,
  mae: 0.51,
  rmse: 1.05,
  again_foreseen: 0.2,
  again: 0.21,
  auc: 0.82,
  brier: 0.12,
};

export const SAMPLE_EQUITY: Equity = {
  kind: "equity",
  experience: "Shop",
  currency: "EUR",
  timezone: "UTC",
  as_of: "2026-06-30T12:00:00.000Z",
  assumed: {
    bought: ["order.placed"],
    again_within_days: 56,
    margin: 0.4,
    horizon_days: 365.25,
    discount: 0.1,
    said: ["bought", "margin"],
    given_back: 0.03,
  },
  buyers: 2000,
  repeaters: 900,
  purchases: 5000,
  first_day: "2025-01-01",
  last_day: "2026-06-30",
  model: { kind: "bg-nbd", title: "BG/NBD", words: "each buys at a pace of their own", parameters: { r: 0.5 } },
  hold_out: {
    from: "2026-01-01",
    to: "2026-06-30",
    days: 181,
    customers: 1500,
    models: [{ kind: "bg-nbd", title: "BG/NBD", ...foresaw }],
    naive: { ...foresaw, mae: 0.9 },
  },
  again: {
    within_days: 56,
    share: about(0.2, 0.18, 0.22),
    customers: about(400, 360, 440),
    judged_on_days: 56,
    brier_of_all: 0.16,
    calibration: [
      { customers: 1000, foreseen: 0.05, happened: 0.06, interval: [0.045, 0.08] },
      { customers: 1000, foreseen: 0.5, happened: 0.35, interval: [0.32, 0.38] },
    ],
  },
  purchases_ahead: about(1900, 1800, 2000),
  spend: about(30, 29, 31),
  equity: about(24_000, 22_000, 26_000),
  by_occasion: [
    {
      name: "",
      customers: 500,
      received: 20_000,
      again: about(0.1, 0.05, 0.15),
      purchases_ahead: about(300, 250, 350),
      equity: about(4000, 3500, 4500),
    },
    {
      name: "moving",
      customers: 1500,
      received: 80_000,
      again: about(0.23, 0.2, 0.26),
      purchases_ahead: about(1600, 1500, 1700),
      equity: about(20_000, 18_000, 22_000),
    },
  ],
  by_cohort: [],
  stated: {
    kind: "stated",
    asked: 200,
    yes: about(0.9, 0.85, 0.94),
    behaved_of_yes: about(0.25, 0.2, 0.31),
    behaved_of_no: about(0.15, 0.09, 0.24),
    did_after_yes: about(0.3, 0.22, 0.39),
    did_after_no: null,
  },
  times: null,
};

const [FIRST = "first", SECOND = "second"] = SAMPLE_PROMISES.map(({ promise }) => promise);

export const SAMPLE_AT_RISK: EquityAtRisk = {
  kind: "at-risk",
  customers: 640,
  equity: about(9000, 8100, 10_000),
  at_risk: about(1500, 700, 2300),
  by_promise: [
    { promise: FIRST, at_risk: 1200, low: 500, high: 1900 },
    { promise: SECOND, at_risk: 300, low: 250, high: 350 },
  ],
  falls: [
    {
      promise: FIRST,
      says: "Delivered in a day",
      source: "received",
      share: { value: 0.3, low: 0.1, high: 0.5 },
      amount: null,
    },
    { promise: SECOND, says: "Answered by noon", source: "declared", share: null, amount: 30 },
    { promise: "quiet", says: "No noise", source: "none", share: null, amount: null },
  ],
};

const given = (value: number): Estimate => ({ ...about(value, value * 0.8, value * 1.2), grade: "C" });
const exchange = { customers: 2000, kept: 5000, broken: 700, open: 40, given: given(90_000), withheld: given(12_000) };

export const SAMPLE_EXCHANGES: Exchanges = {
  whole: { name: "", ...exchange, received: 100_000, felt: { mean: 3.9, n: 1200 } },
  by_occasion: [
    { name: "moving", ...exchange, customers: 1500, received: 80_000, felt: { mean: 4.1, n: 1000 } },
    { name: "", ...exchange, customers: 500, received: 20_000, felt: { mean: null, n: 0 } },
  ],
  unpriced: ["quiet"],
};

export const SAMPLE_DEFICITS: Deficits = {
  currency: "EUR",
  as_of: "2026-06-30T12:00:00.000Z",
  customers: 640,
  total: 20_500,
  to_save: 1900,
  total_known: estimate({ value: 20_500, low: 16_000, high: 25_000 }, { n: 900, grade: "E", method: "by hand" }),
  still_to_save: [],
  let_down: [],
  costs: [],
  forecasts: [
    {
      promise: FIRST,
      says: "Delivered and installed within three days",
      open: 40,
      judged: {
        n: 900,
        askings: 300,
        broke: 0.2,
        base_rate: 0.21,
        brier: 0.09,
        brier_of_base_rate: 0.16,
        gain: { value: 0.07, low: 0.06, high: 0.08 },
        auc: 0.92,
        calibration: [
          { said: 0.05, came: 0.04, n: 450 },
          { said: 0.4, came: 0.43, n: 450 },
        ],
        warning: { warned: 0.8, right: 0.7, hours: 30 },
      },
    },
    {
      promise: SECOND,
      says: "On the day we named",
      open: 4,
      judged: refusal("It was never broken, so nothing tells which will be.", "At least 15 that broke."),
    },
  ],
};
