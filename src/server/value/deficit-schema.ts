import { z } from "zod";
import { MOMENT } from "../answers.ts";
import { REFUSAL } from "./estimate-schema.ts";

const number = z.number();
const amount = number.nullable().meta({ description: "In the currency; null where nobody knows what it costs" });

export const SHORTFALL = z
  .strictObject({
    promise: z.string(),
    says: z.string(),
    subject: z.string(),
    occasion: z.string().nullable(),
    stakes: number,
    state: z.enum(["broken", "likely"]),
    chance: number,
    cost: amount,
    part: amount,
    asked_at: MOMENT,
    due_at: MOMENT.nullable(),
    hours_left: number.nullable(),
    causes: z.array(z.string()),
  })
  .meta({ id: "Shortfall", description: "One promise that a customer is short of, or is likely to be." });

export const DEFICIT = z
  .strictObject({
    customer: z.string(),
    reason: z.string().meta({ description: "Why they are on the list, in words" }),
    deficit: amount,
    to_save: amount,
    weight: number,
    shortfalls: z.array(SHORTFALL),
  })
  .meta({ id: "Deficit", description: "What one customer is short of, weighed by the stakes." });

/** One open promise with the chance that it will be broken. */
export const RISK = z
  .strictObject({ customer: z.string(), ...SHORTFALL.omit({ state: true }).shape })
  .meta({ id: "OpenRisk" });

const JUDGED = z
  .strictObject({
    n: z.int(),
    askings: z.int(),
    broke: number,
    base_rate: number,
    brier: number,
    brier_of_base_rate: number,
    gain: z.strictObject({ value: number, low: number, high: number }),
    auc: number.nullable(),
    calibration: z.array(z.strictObject({ said: number, came: number, n: z.int() })),
    warning: z.strictObject({ warned: number.nullable(), right: number.nullable(), hours: number.nullable() }),
  })
  .meta({ id: "ForecastsJudged", description: "How well chances did on a later period than they were learned on." });

export const FORECAST = z
  .strictObject({
    promise: z.string(),
    says: z.string(),
    open: z.int(),
    known: z.string().meta({ description: "How well this is known, or why no chances are given, in words" }),
    judged: z.union([JUDGED, REFUSAL]),
  })
  .meta({ id: "Forecast" });
