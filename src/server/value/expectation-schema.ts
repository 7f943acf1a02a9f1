import { z } from "zod";
import { ESTIMATE, REFUSAL } from "./estimate-schema.ts";

const number = z.number();

const REVEALED = z.discriminatedUnion("kind", [
  z
    .strictObject({
      kind: z.literal("revealed"),
      form: z.enum(["none", "linear", "step", "hinge", "two hinges"]),
      n: z.int(),
      threshold: ESTIMATE.nullable().meta({ description: "How far short of expected people turn" }),
      ends: number.nullable(),
      slope: number.nullable(),
      before: number,
      beyond: number,
      change: ESTIMATE.nullable(),
      same_form: number,
      turning: number,
      curve: z.array(z.strictObject({ at: number, value: number, n: z.int() })),
    })
    .meta({ id: "Revealed", description: "Where the customers' own threshold lies, delivered minus expected." }),
  REFUSAL,
]);

export const EXPECTATION = z
  .strictObject({
    promise: z.string(),
    says: z.string(),
    unit: z.enum(["seconds", "times", "amount"]),
    worse: z.enum(["more", "less"]),
    felt: REVEALED,
    repurchase: REVEALED,
    window_days: number,
    by_occasion: z.array(z.strictObject({ occasion: z.string(), felt: REVEALED })),
  })
  .meta({ id: "PromiseExpectation" });
