import fc from "fast-check";
import type { Calendar, Duration } from "../../src/language/experience.ts";
import { dayIn, type Season } from "./season.ts";

const HOUR = 3_600_000;

/** Lengths of time; business time where there is a calendar. */
export function duration(calendars: readonly Calendar[]): fc.Arbitrary<Duration> {
  const elapsed = fc
    .constantFrom(2 * HOUR, HOUR, 24 * HOUR, 1.5 * HOUR, 1000, 60_000, 0)
    .map((ms): Duration => ({ kind: "elapsed", ms }));
  const days = fc.constantFrom(1, 2, 3, 7, 30, 0).map((days): Duration => ({ kind: "calendar", days, months: 0 }));
  const months = fc.constantFrom(1, 2, 12).map((months): Duration => ({ kind: "calendar", days: 0, months }));
  const plain = [
    { arbitrary: elapsed, weight: 4 },
    { arbitrary: days, weight: 3 },
    { arbitrary: months, weight: 1 },
  ];
  if (calendars.length === 0) return fc.oneof(...plain);
  const calendar = fc.constantFrom(...calendars.map((one) => one.name));
  const openTime = fc
    .tuple(calendar, fc.constantFrom(HOUR, 2 * HOUR, 4 * HOUR, 0.5 * HOUR, 10 * HOUR, 24 * HOUR, 0))
    .map(([calendar, ms]): Duration => ({ kind: "open-time", calendar, ms }));
  const openDays = fc
    .tuple(calendar, fc.constantFrom(1, 2, 3, 5, 0))
    .map(([calendar, days]): Duration => ({ kind: "open-days", calendar, days }));
  return fc.oneof(...plain, { arbitrary: openTime, weight: 3 }, { arbitrary: openDays, weight: 3 });
}

type Range = readonly [number, number];

/** Opening hours of a day, in minutes: an office, one with a lunch break, nights, odd times about the clock changes. */
const HOURS: readonly (readonly Range[])[] = [
  [[480, 1080]],
  [
    [480, 720],
    [780, 1020],
  ],
  [
    [0, 240],
    [1320, 1440],
  ],
  [[0, 1440]],
  [
    [120, 210],
    [240, 300],
  ],
  [
    [60, 135],
    [150, 180],
    [1380, 1440],
  ],
  [[180, 240]],
];

const WEEKS: readonly (readonly number[])[] = [[1, 2, 3, 4, 5], [1, 2, 3, 4, 5, 6, 7], [5, 6, 7], [7]];

/** Calendars that open at least once a week. */
export const calendarsOf = (season: Season): fc.Arbitrary<readonly Calendar[]> =>
  fc.uniqueArray(calendarOf(season), { maxLength: 2, selector: (calendar) => calendar.name });

const calendarOf = (season: Season): fc.Arbitrary<Calendar> =>
  fc
    .record({
      name: fc.constantFrom("office", "night"),
      timezone: fc.oneof(
        { arbitrary: fc.constant(season.timezone), weight: 4 },
        { arbitrary: fc.constantFrom("Europe/Helsinki", "America/New_York", "UTC"), weight: 1 },
      ),
      weekdays: fc.constantFrom(...WEEKS),
      hours: fc.constantFrom(...HOURS),
      /** Other hours on one of the weekdays. */
      odd: fc.option(fc.tuple(fc.constantFrom(5, 7), fc.constantFrom(...HOURS)), { nil: undefined, freq: 2 }),
      holidays: fc.constantFrom(undefined, season.holidays),
      closed: fc.uniqueArray(dayIn(season), { maxLength: 2 }),
    })
    .map(({ name, timezone, weekdays, hours, odd, holidays, closed }) => ({
      name,
      timezone,
      open: weekdays.flatMap((weekday) =>
        (weekday === odd?.[0] ? odd[1] : hours).map(([from, to]) => ({ weekday, from, to })),
      ),
      holidays,
      closed: closed.toSorted(),
    }));
