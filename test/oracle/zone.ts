import { Temporal } from "temporal-polyfill";

/** A moment as a clock on the wall of that time zone shows it. */
export const onTheWall = (ms: number, timezone: string): Temporal.PlainDateTime =>
  Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(timezone).toPlainDateTime();

/** The moment of a time on the wall: one that the clocks skip is moved later by the gap, one they repeat is the first. */
export const momentOf = (wall: Temporal.PlainDateTime, timezone: string): number =>
  wall.toZonedDateTime(timezone, { disambiguation: "compatible" }).epochMilliseconds;

export const startOfDay = (date: Temporal.PlainDate, timezone: string): number =>
  date.toZonedDateTime(timezone).startOfDay().epochMilliseconds;

/** `date` is `YYYY-MM-DD`. */
export const lastMomentOf = (date: string, timezone: string): number =>
  startOfDay(Temporal.PlainDate.from(date).add({ days: 1 }), timezone) - 1;
