import type { Duration } from "../language/experience.ts";
import { digits, type Name, type Sql, sql } from "../sql/sql.ts";
import { endOfOpenDays, endOfOpenTime, type OpenTimes } from "./open-times.ts";
import type { Define } from "./search.ts";
import { fromLocal, toLocal } from "./wall-clock.ts";

/** What a length of time needs to know besides the moment it starts at. */
export interface Clock {
  readonly timezone: string;
  readonly openTimes: ReadonlyMap<string, OpenTimes>;
}

/** The ends of a length of time that starts at each of `times`: Array(Int64) of milliseconds to the same. */
export function endsOf(define: Define, times: Name, duration: Duration, clock: Clock): Sql {
  switch (duration.kind) {
    case "elapsed":
      return sql`arrayMap(t -> t + ${digits(Math.round(duration.ms))}, ${times})`;
    case "calendar":
      if (duration.days === 0 && duration.months === 0) return sql`${times}`;
      if (clock.timezone === "UTC" && duration.months === 0)
        return sql`arrayMap(t -> t + ${digits(duration.days * 86_400_000)}, ${times})`;
      return endOfCalendarDays(define, times, duration.days, duration.months, clock.timezone);
    case "open-time":
      if (duration.ms === 0) return sql`${times}`;
      return endOfOpenTime(define, times, duration.ms, openTimesOf(clock, duration.calendar));
    case "open-days":
      return endOfOpenDays(define, times, duration.days, openTimesOf(clock, duration.calendar));
  }
}

function openTimesOf(clock: Clock, calendar: string): OpenTimes {
  const found = clock.openTimes.get(calendar);
  if (found === undefined) throw new Error(`the opening times of ${calendar} were not worked out`);
  return found;
}

/** The same time of day, so many days and months later. */
function endOfCalendarDays(define: Define, times: Name, days: number, months: number, timezone: string): Sql {
  const local = sql`arrayMap(t -> toUnixTimestamp64Milli(addDays(addMonths(fromUnixTimestamp64Milli(${toLocal(sql`t`, timezone)}, 'UTC'), ${digits(months)}), ${digits(days)})), ${times})`;
  return fromLocal(define, define("local", local), timezone);
}
