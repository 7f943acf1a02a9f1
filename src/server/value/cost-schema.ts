import { z } from "zod";
import { OUTCOMES } from "../../value/cost/cost.ts";
import { ESTIMATE, ESTIMATE_OR_REFUSAL, REFUSAL } from "./estimate-schema.ts";

const number = z.number();
const count = z.int().min(0);
const sides = z.strictObject({ broken: number, kept: number });
const means = z.strictObject({ broken: number.nullable(), kept: number.nullable() });
const endless = number.nullable().meta({ description: "null: without end" });

const ADJUSTED = ESTIMATE.extend({
  means: z.strictObject({ broken: number, had_it_been_kept: number }),
  compared: count,
  without_like: count,
  smallest_seen: number,
  effective_kept: number,
  separated: z.boolean(),
  sensitivity: z.strictObject({
    e_value: endless,
    e_value_interval: endless,
    robustness: number.nullable(),
    robustness_interval: number.nullable(),
  }),
  balance: z.array(z.strictObject({ name: z.string(), before: number, after: number })),
  worst_balance: number,
  overlap: z.array(z.strictObject({ from: number, to: number, broken: count, kept: count })),
  columns: count,
  columns_left_out: count,
  sample: count.nullable(),
}).meta({ id: "AdjustedEstimate", description: "The broken against kept ones alike in what was known beforehand." });

const OUTCOME = z
  .strictObject({
    outcome: z.enum(OUTCOMES),
    unit: z.enum(["points", "share", "amount"]),
    n: sides,
    customers: sides,
    means,
    naive: ESTIMATE_OR_REFUSAL,
    adjusted: z.discriminatedUnion("kind", [ADJUSTED, REFUSAL]),
    smallest_seen: number.nullable(),
    apart: z.strictObject({ before: sides, waiting: count, too_recent: sides }),
  })
  .meta({ id: "OutcomeCost", description: "Broken minus kept, as it was seen and as it is adjusted." });

export const PROMISE_COST = z
  .strictObject({
    promise: z.string(),
    says: z.string(),
    broken: count,
    kept: count,
    unplaced: count,
    window_days: number,
    worth: number.nullable().meta({ description: "What the file declares" }),
    felt: OUTCOME,
    bought: OUTCOME,
    received: OUTCOME,
  })
  .meta({ id: "PromiseCost" });

export const PRICE = z
  .strictObject({
    promise: z.string(),
    amount: number.nullable(),
    source: z.enum(["measured", "declared", "none"]),
    known: z
      .strictObject({ value: number, low: number, high: number, grade: z.enum(["A", "B", "C", "D", "E"]) })
      .nullable(),
  })
  .meta({ id: "Price", description: "What one broken promise is held to cost, before the stakes." });

const DRIVER = z.strictObject({
  promise: z.string(),
  says: z.string(),
  broken: count,
  share: ESTIMATE,
  weight: ESTIMATE,
  points: ESTIMATE,
});

export const DRIVERS = z.discriminatedUnion("kind", [
  z
    .strictObject({
      kind: z.literal("drivers"),
      n: count,
      window_days: number,
      explained: number,
      promises: z.array(DRIVER),
      left_out: z.array(z.strictObject({ promise: z.string(), why: z.string() })),
    })
    .meta({ id: "Drivers", description: "Which broken promises move the felt score most, the strongest first." }),
  REFUSAL,
]);
