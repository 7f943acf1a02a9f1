import { z } from "zod";
import { MOMENT } from "../answers.ts";
import { ESTIMATE, ESTIMATE_OR_REFUSAL, REFUSAL } from "./estimate-schema.ts";

const number = z.number();
const count = z.number().min(0);
const day = z.iso.date();

const FORESAW = {
  purchases_foreseen: number,
  purchases: number,
  mae: number,
  rmse: number,
  again_foreseen: number,
  again: number,
  auc: number.nullable(),
  brier: number,
};

const SLICE = z
  .strictObject({
    name: z.string(),
    customers: count,
    received: number,
    again: ESTIMATE,
    purchases_ahead: ESTIMATE,
    equity: ESTIMATE.nullable(),
  })
  .meta({ id: "EquitySlice" });

const TENTH = z.strictObject({
  customers: count,
  foreseen: number,
  happened: number,
  interval: z.array(number).length(2),
});

export const STATED = z
  .strictObject({
    kind: z.literal("stated"),
    asked: count,
    yes: ESTIMATE,
    behaved_of_yes: ESTIMATE.nullable(),
    behaved_of_no: ESTIMATE.nullable(),
    did_after_yes: ESTIMATE.nullable(),
    did_after_no: ESTIMATE.nullable(),
  })
  .meta({ id: "Stated", description: "“Would you buy again today?”: what was said, and what was done." });

export const EQUITY = z
  .strictObject({
    kind: z.literal("equity"),
    experience: z.string(),
    currency: z.string().nullable(),
    timezone: z.string(),
    as_of: MOMENT,
    assumed: z.strictObject({
      bought: z.array(z.string()),
      again_within_days: number,
      margin: number,
      horizon_days: number,
      discount: number,
      said: z.array(z.enum(["bought", "again-within", "margin", "horizon", "discount"])),
      given_back: number,
    }),
    buyers: count,
    repeaters: count,
    purchases: count,
    first_day: day,
    last_day: day,
    model: z.strictObject({
      kind: z.string(),
      title: z.string(),
      words: z.string(),
      parameters: z.record(z.string(), number),
    }),
    hold_out: z.strictObject({
      from: day,
      to: day,
      days: number,
      customers: count,
      models: z.array(z.strictObject({ kind: z.string(), title: z.string(), ...FORESAW })),
      naive: z.strictObject(FORESAW),
    }),
    again: z.strictObject({
      within_days: number,
      share: ESTIMATE,
      customers: ESTIMATE,
      judged_on_days: number,
      brier_of_all: number,
      calibration: z.array(TENTH),
    }),
    purchases_ahead: ESTIMATE,
    spend: ESTIMATE_OR_REFUSAL,
    equity: ESTIMATE_OR_REFUSAL,
    by_occasion: z.array(SLICE),
    by_cohort: z.array(SLICE),
    stated: z.discriminatedUnion("kind", [STATED, REFUSAL]),
    times: z.array(z.strictObject({ repeats: count, customers: count, foreseen: number })).nullable(),
  })
  .meta({ id: "Equity", description: "What `kept equity --json` prints." });

export const EQUITY_AT_RISK = z
  .strictObject({
    kind: z.literal("at-risk"),
    customers: count,
    equity: ESTIMATE,
    at_risk: ESTIMATE,
    by_promise: z.array(z.strictObject({ promise: z.string(), at_risk: number, low: number, high: number })),
    falls: z.array(
      z.strictObject({
        promise: z.string(),
        says: z.string(),
        source: z.enum(["received", "bought", "declared", "none"]),
        share: z.strictObject({ value: number, low: number, high: number }).nullable(),
        amount: number.nullable(),
      }),
    ),
  })
  .meta({
    id: "EquityAtRisk",
    description: "What customers who are short of something are worth, and what of it is in danger.",
  });

export const OUTLOOK = z.discriminatedUnion("kind", [
  z
    .strictObject({
      kind: z.literal("outlook"),
      purchases: count,
      days_since: count,
      received: number,
      again: ESTIMATE,
      again_within_days: number,
      purchases_ahead: ESTIMATE,
      worth: ESTIMATE.nullable(),
    })
    .meta({ id: "Outlook", description: "Would they buy again now, and what are they worth?" }),
  REFUSAL,
]);

export const EXCHANGE = z
  .strictObject({
    name: z.string(),
    customers: count,
    kept: count,
    broken: count,
    open: count,
    given: ESTIMATE_OR_REFUSAL,
    withheld: ESTIMATE_OR_REFUSAL,
    received: z.union([number, REFUSAL]),
    felt: z.strictObject({ mean: number.nullable(), n: count }),
  })
  .meta({ id: "Exchange", description: "What customers were given, beside what was received from them." });

export const EXCHANGES = z
  .strictObject({ whole: EXCHANGE, by_occasion: z.array(EXCHANGE), unpriced: z.array(z.string()) })
  .meta({ id: "Exchanges" });
