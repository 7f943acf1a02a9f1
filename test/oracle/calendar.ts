import Holidays from "date-holidays";
import { Temporal } from "temporal-polyfill";
import type { Calendar } from "../../src/language/experience.ts";
import { momentOf, onTheWall, startOfDay } from "./zone.ts";

/** From the opening (included) to the closing (not included). */
export interface Opening {
  readonly from: number;
  readonly to: number;
}

/** When the calendar is open on that local day, in order. */
export function openingsOn(calendar: Calendar, date: Temporal.PlainDate): readonly Opening[] {
  if (calendar.closed.includes(date.toString())) return [];
  if (calendar.holidays !== undefined && isHoliday(calendar.holidays, date)) return [];
  const ranges = calendar.open
    .filter((range) => range.weekday === date.dayOfWeek)
    .map((range) => ({ from: clock(calendar, date, range.from), to: clock(calendar, date, range.to) }))
    .filter((range) => range.from < range.to);
  return together(ranges);
}

function clock(calendar: Calendar, date: Temporal.PlainDate, minutes: number): number {
  if (minutes === 1440) return startOfDay(date.add({ days: 1 }), calendar.timezone);
  return momentOf(date.toPlainDateTime({ hour: Math.floor(minutes / 60), minute: minutes % 60 }), calendar.timezone);
}

/** A clock change can move a closing beyond the next opening. */
function together(ranges: readonly Opening[]): readonly Opening[] {
  const joined: Opening[] = [];
  for (const range of ranges.toSorted((one, other) => one.from - other.from)) {
    const last = joined.at(-1);
    if (last === undefined || last.to < range.from) joined.push(range);
    else joined[joined.length - 1] = { from: last.from, to: Math.max(last.to, range.to) };
  }
  return joined;
}

const holidays = new Map<string, ReadonlySet<string>>();

function isHoliday(region: string, date: Temporal.PlainDate): boolean {
  const key = `${region} ${date.year}`;
  const known = holidays.get(key) ?? holidaysOf(region, date.year);
  holidays.set(key, known);
  return known.has(date.toString());
}

function holidaysOf(region: string, year: number): ReadonlySet<string> {
  const [country = "", ...parts] = region.split("-");
  const source = new Holidays({ country, ...(parts[0] && { state: parts[0] }), ...(parts[1] && { region: parts[1] }) });
  const days = [year - 1, year].flatMap((one) =>
    source
      .getHolidays(one)
      .filter((holiday) => holiday.type === "public")
      .flatMap((holiday) => {
        const first = Temporal.PlainDate.from(holiday.date.slice(0, 10));
        const lasts = Math.max(1, Math.round((holiday.end.getTime() - holiday.start.getTime()) / 86_400_000));
        return Array.from({ length: lasts }, (_, i) => first.add({ days: i }).toString());
      }),
  );
  return new Set(days);
}

/** Every day from the one before `ms` on: a range can be moved over midnight by a clock change. */
function* daysFrom(calendar: Calendar, ms: number): Generator<Temporal.PlainDate> {
  const today = onTheWall(ms, calendar.timezone).toPlainDate();
  for (let i = -1; i < 3660; i++) yield today.add({ days: i });
  throw new Error(`${calendar.name} does not open within ten years`);
}

/** The earliest moment at which the calendar has been open for `ms` since `asked`. */
export function afterOpenTime(calendar: Calendar, asked: number, ms: number): number {
  let left = ms;
  if (left === 0) return asked;
  for (const day of daysFrom(calendar, asked)) {
    for (const opening of openingsOn(calendar, day)) {
      const from = Math.max(opening.from, asked);
      if (from + left <= opening.to) return from + left;
      left -= Math.max(0, opening.to - from);
    }
  }
  throw new Error("unreachable");
}

function nextOpen(calendar: Calendar, asked: number): number {
  for (const day of daysFrom(calendar, asked)) {
    for (const opening of openingsOn(calendar, day)) {
      if (asked < opening.to) return Math.max(opening.from, asked);
    }
  }
  throw new Error("unreachable");
}

/** The same time of day on the `days`-th open day after, held within that day's first opening and last closing. */
export function afterOpenDays(calendar: Calendar, asked: number, days: number): number {
  const start = onTheWall(nextOpen(calendar, asked), calendar.timezone);
  let date = start.toPlainDate();
  let openings: readonly Opening[] = openingsOn(calendar, date);
  for (let passed = 0, tries = 0; passed < days; tries++) {
    if (tries > 3660) throw new Error(`${calendar.name} does not open within ten years`);
    date = date.add({ days: 1 });
    openings = openingsOn(calendar, date);
    if (openings.length > 0) passed++;
  }
  const same = momentOf(date.toPlainDateTime(start.toPlainTime()), calendar.timezone);
  const opens = openings[0]?.from ?? same;
  const closes = openings.at(-1)?.to ?? same;
  return Math.min(Math.max(same, opens), closes);
}
