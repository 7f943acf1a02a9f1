import { z } from "zod";
import { KeptError } from "../kept-error.ts";

/** What every list takes. */
export const PAGE_QUERY = {
  limit: z.coerce.number().int().min(1).max(500).default(50).meta({ description: "At most so many." }),
  after: z
    .string()
    .max(2000)
    .optional()
    .meta({ description: "`next` of the page before: what comes in between changes nothing about what follows." }),
};
export const NEXT = z
  .string()
  .nullable()
  .meta({ description: "Send it as `after` for the next page; null at the end." });

/** The place after a row, as text that says nothing to people. */
export const cursorOf = (place: readonly (string | number)[]): string =>
  Buffer.from(JSON.stringify(place)).toString("base64url");

/** Reads a place; what we did not give out is refused. */
export function placeOf<S extends z.ZodType>(schema: S, after: string | undefined): z.output<S> | undefined {
  if (after === undefined) return undefined;
  try {
    return schema.parse(JSON.parse(Buffer.from(after, "base64url").toString("utf8")));
  } catch {
    throw new KeptError("bad-cursor", "`after` must be `next` of the page before.", { status: 400 });
  }
}

/** A 64-bit key in a cursor. */
export const KEY64 = z.string().regex(/^\d{1,20}$/);
