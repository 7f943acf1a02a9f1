import Holidays from "date-holidays";
import { Temporal } from "temporal-polyfill";
import type { Calendar } from "../language/experience.ts";
import type { OpenTimes } from "./open-times.ts";

const DAY = 86_400_000;

/** A calendar's opening times from the day before `from` until it was open for `openMs` and on `openDays` days after `to`. */
export function readOpenTimes(
  calendar: Calendar,
  from: number,
  to: number,
  openMs: number,
  openDays: number,
): OpenTimes {
  const { timezone } = calendar;
  const dayOf = (ms: number) => Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(timezone).toPlainDate();
  const firstDate = dayOf(from).subtract({ days: 1 });
  const last = dayOf(to).add({ days: 1 });
  const closed = closedDays(calendar);
  const times: Collected = {
    starts: [],
    ends: [],
    openBefore: [],
    dayOf: [],
    midnight: [],
    opening: [],
    closing: [],
    firstOfDay: [],
  };
  let open = 0;
  let perDay = 1;
  let spare = { ms: -openMs, days: -openDays - 1 };
  for (let date = firstDate, days = 0; spare.ms < 0 || spare.days < 0; date = date.add({ days: 1 }), days += 1) {
    if (days > 200_000) throw new Error(`the calendar ${calendar.name} is never open for long enough`);
    times.firstOfDay.push(times.starts.length);
    const intervals = closed(date) ? [] : intervalsOf(calendar, date);
    for (const { start, end } of intervals) {
      times.starts.push(start);
      times.ends.push(end);
      times.openBefore.push(open);
      times.dayOf.push(times.midnight.length);
      open += end - start;
    }
    perDay = Math.max(perDay, intervals.length);
    const [first] = intervals;
    const latest = intervals.at(-1);
    if (first !== undefined && latest !== undefined) {
      times.midnight.push(localMidnight(date));
      times.opening.push(first.start);
      times.closing.push(latest.end);
    }
    if (Temporal.PlainDate.compare(date, last) > 0)
      spare = {
        ms: spare.ms + intervals.reduce((sum, i) => sum + i.end - i.start, 0),
        days: spare.days + Math.sign(intervals.length),
      };
  }
  return {
    timezone,
    firstDay: localMidnight(firstDate) / DAY,
    ...times,
    perDay,
    ...stepsThrough(times.openBefore, open),
  };
}

interface Collected {
  readonly starts: number[];
  readonly ends: number[];
  readonly openBefore: number[];
  readonly dayOf: number[];
  readonly midnight: number[];
  readonly opening: number[];
  readonly closing: number[];
  readonly firstOfDay: number[];
}

const localMidnight = (date: Temporal.PlainDate): number => Date.UTC(date.year, date.month - 1, date.day);

/** A day's opening times as moments: what the clocks skip is not there, what they push together is one. */
function intervalsOf({ open, timezone }: Calendar, date: Temporal.PlainDate): readonly Interval[] {
  const moment = (minutes: number): number => {
    const day = date.add({ days: Math.floor(minutes / 1440) });
    const time = new Temporal.PlainTime(Math.floor((minutes % 1440) / 60), minutes % 60);
    return day.toPlainDateTime(time).toZonedDateTime(timezone).epochMilliseconds;
  };
  return open
    .filter((range) => range.weekday === date.dayOfWeek)
    .map((range) => ({ start: moment(range.from), end: moment(range.to) }))
    .filter((interval) => interval.end > interval.start)
    .sort((a, b) => a.start - b.start)
    .reduce<readonly Interval[]>((merged, next) => {
      const last = merged.at(-1);
      if (last === undefined || next.start >= last.end) return [...merged, next];
      return [...merged.slice(0, -1), { start: last.start, end: Math.max(last.end, next.end) }];
    }, []);
}

interface Interval {
  readonly start: number;
  readonly end: number;
}

/** Public holidays of the calendar's country or region, and the days it names itself. */
function closedDays({ holidays, closed }: Calendar): (date: Temporal.PlainDate) => boolean {
  const named = new Set(closed);
  if (holidays === undefined) return (date) => named.has(date.toString());
  const [country = "", state, region] = holidays.split("-");
  const known = new Holidays({ country, ...(state && { state }), ...(region && { region }) });
  const years = new Map<number, ReadonlySet<string>>();
  return (date) => {
    const days =
      years.get(date.year) ??
      new Set([date.year - 1, date.year].flatMap((year) => known.getHolidays(year).flatMap(daysOf)));
    years.set(date.year, days);
    return named.has(date.toString()) || days.has(date.toString());
  };
}

/** The local days of a public holiday. */
function daysOf({ type, date, start, end }: { type: string; date: string; start: Date; end: Date }): readonly string[] {
  if (type !== "public") return [];
  const first = Temporal.PlainDate.from(date.slice(0, 10));
  const length = Math.max(1, Math.round((end.getTime() - start.getTime()) / DAY));
  return Array.from({ length }, (_, i) => first.add({ days: i }).toString());
}

/** For each stretch of open time the interval in which it begins, so that an interval is found without searching. */
function stepsThrough(openBefore: readonly number[], open: number) {
  const step = Math.max(30 * 60_000, Math.ceil(open / 20_000));
  const atStep: number[] = [];
  let perStep = 1;
  for (let stretch = 0, place = 0; stretch * step < open; stretch += 1) {
    const from = stretch * step;
    while ((openBefore[place + 1] ?? Number.POSITIVE_INFINITY) <= from) place += 1;
    atStep.push(place);
    let next = place;
    while ((openBefore[next + 1] ?? Number.POSITIVE_INFINITY) < from + step) next += 1;
    perStep = Math.max(perStep, next - place);
  }
  return { step, atStep, perStep };
}
