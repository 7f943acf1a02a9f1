import type { Duration, Experience } from "../language/experience.ts";
import { durationsOf } from "../language/parts.ts";
import { sql } from "../sql/sql.ts";
import type { Store } from "../storage/store.ts";
import type { Clock } from "./due.ts";
import { readOpenTimes } from "./opening.ts";

/** The time zone, and when the calendars that promises speak of are open over the time of the ledger. */
export async function readClock(store: Store, experience: Experience): Promise<Clock> {
  const durations = experience.promises.flatMap(durationsOf);
  const calendars = experience.calendars.filter((calendar) =>
    durations.some((d) => (d.kind === "open-time" || d.kind === "open-days") && d.calendar === calendar.name),
  );
  if (calendars.length === 0) return { timezone: experience.timezone, openTimes: new Map() };
  const [span] = await store.rows<{ first: number; last: number }>(
    sql`select toFloat64(toUnixTimestamp64Milli(min(at))) as first, toFloat64(toUnixTimestamp64Milli(max(at))) as last from events`,
  );
  const { first = 0, last = 0 } = span ?? {};
  const openTimes = calendars.map((calendar) => {
    const longest = (kind: "open-time" | "open-days", length: (d: Duration) => number): number =>
      Math.max(0, ...durations.filter((d) => d.kind === kind && d.calendar === calendar.name).map(length));
    const openMs = longest("open-time", (d) => (d.kind === "open-time" ? d.ms : 0));
    const openDays = longest("open-days", (d) => (d.kind === "open-days" ? d.days : 0));
    return [calendar.name, readOpenTimes(calendar, first, last, openMs, openDays)] as const;
  });
  return { timezone: experience.timezone, openTimes: new Map(openTimes) };
}
