import { z } from "zod";
import { fileOf, type LogName } from "./log.ts";

/** A constraint of the process language Declare, and how an independent program judged it on a log. */
const CONSTRAINT = z.object({
  id: z.number(),
  template: z.string(),
  activities: z.array(z.string()),
  n: z.number().nullable(),
  /** Of the activating event: `A.Costs > 50` or `A.location is Brisbane`. */
  activation: z.string().nullable(),
  /** Between the two events: `same amount` or `different amount`. */
  correlation: z.string().nullable(),
  /** Least and most seconds between the two, both inclusive: `0,3600,s`. */
  time: z.string().nullable(),
  activations: z.number().optional(),
  fulfilments: z.number().optional(),
  violations: z.number().optional(),
  violated_cases: z.number(),
  /** Of the sorted names of the violated cases, a line each. */
  violated_md5: z.string(),
});
export type Constraint = z.infer<typeof CONSTRAINT>;

export function readConstraints(log: LogName): readonly Constraint[] {
  return z.object({ constraints: z.array(CONSTRAINT) }).parse(JSON.parse(fileOf(log, "declare.json.gz"))).constraints;
}
