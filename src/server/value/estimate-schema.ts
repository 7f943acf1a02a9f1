import { z } from "zod";

const number = z.number();

/** A figure with its 95 % interval, what it rests on and how well it is known. */
export const ESTIMATE = z
  .strictObject({
    kind: z.literal("estimate"),
    value: number,
    low: number,
    high: number,
    n: number,
    grade: z.enum(["A", "B", "C", "D", "E"]),
    method: z.string(),
  })
  .meta({
    id: "Estimate",
    description: "A figure with its 95 % interval, its n, its grade of evidence and its method.",
  });

export const REFUSAL = z
  .strictObject({ kind: z.literal("refusal"), reason: z.string(), needed: z.string() })
  .meta({ id: "Refusal", description: "Why a figure is not given, and what would be needed." });

export const ESTIMATE_OR_REFUSAL = z.discriminatedUnion("kind", [ESTIMATE, REFUSAL]);
