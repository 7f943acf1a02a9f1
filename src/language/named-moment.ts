import { Temporal } from "temporal-polyfill";
import { KeptError } from "../kept-error.ts";

/**
 * A moment as people name it, in ms since 1970 UTC: a day such as 2026-10-31, of which the first or the last
 * millisecond in the time zone is meant, or a time with its offset. Throws KeptError "bad-moment".
 */
export function namedMoment(named: string, timezone: string, end: "first" | "last"): number {
  const ms = /^\d{4}-\d{2}-\d{2}$/.test(named) ? momentOfDay(named, timezone, end) : momentOfTime(named);
  if (ms !== undefined && !Number.isNaN(ms)) return ms;
  throw new KeptError(
    "bad-moment",
    `"${named}" is no moment; write a day such as 2026-10-31 or a time with its offset such as 2026-10-31T12:00:00Z.`,
    { status: 400 },
  );
}

const momentOfTime = (named: string): number | undefined =>
  /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})$/.test(named) ? Date.parse(named) : undefined;

function momentOfDay(day: string, timezone: string, end: "first" | "last"): number | undefined {
  try {
    const date = Temporal.PlainDate.from(day, { overflow: "reject" });
    const midnight = (of: Temporal.PlainDate): number => of.toZonedDateTime(timezone).epochMilliseconds;
    return end === "first" ? midnight(date) : midnight(date.add({ days: 1 })) - 1;
  } catch {
    return undefined;
  }
}
