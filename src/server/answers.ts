import { z } from "zod";
import { PROBLEM } from "./problem.ts";

/** The answers of a route: what it gives when all is well, and problems. */
export const answers = <S extends z.ZodType>(schema: S) => ({ 200: schema, "4xx": PROBLEM, "5xx": PROBLEM });

/** A moment in answers: RFC 3339 in UTC. */
export const MOMENT = z.iso.datetime().meta({ description: "RFC 3339 in UTC" });
export const momentOf = (date: Date): string => date.toISOString();

/** An id of ours in an address. */
export const ID_PARAMS = z.strictObject({ id: z.string().regex(/^[\w-]{1,64}$/) });

export const DONE = z.strictObject({ done: z.literal(true) });
export const done = { done: true } as const;

/** Refuses what is not there with a 404. */
export const NOTHING = { code: "not-found", status: 404 } as const;
