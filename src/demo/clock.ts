import Holidays from "date-holidays";
import { digits, type Hole, type Sql, sql, text } from "../sql/sql.ts";
import type { Columns } from "./stage.ts";
import { truth } from "./truth.ts";

/**
 * Times of the demo world are seconds on the clock on the wall (counted as if it never changed), because people order
 * in the evening and offices open at eight whatever UTC says. 0 stands for never.
 */
export const DAY = 86_400;
export const HOUR = 3_600;
export const MINUTE = 60;

const dayOf = (iso: string) => Date.parse(`${iso}T00:00:00Z`) / 86_400_000;

export const firstDay = dayOf(truth.firstDay);
export const lastDay = dayOf(truth.lastDay);
export const firstSecond = firstDay * DAY;
export const endSecond = (lastDay + 1) * DAY;

/** The same moment in seconds since 1970 UTC. Nothing in this world happens while the clocks change. */
export const utc = (wall: Sql): Sql =>
  sql`(${wall} - timezoneOffset(toDateTime(${wall} - ${digits(2 * HOUR)}, 'Europe/Helsinki')))`;

export const days = (day: string): Sql => sql`toInt64(${digits(dayOf(day))})`;
export const day = (time: Sql): Sql => sql`intDiv(${time}, 86400)`;
export const timeOfDay = (time: Sql): Sql => sql`(${time} % 86400)`;
/** 1 = Monday … 7 = Sunday, of a day number. */
export const weekday = (day: Sql): Sql => sql`((${day} + 3) % 7 + 1)`;
export const month = (day: Sql): Sql => sql`toMonth(toDate(toUInt16(${day})))`;
export const at = (day: Sql, secondOfDay: Sql): Sql => sql`(${day} * 86400 + ${secondOfDay})`;

/** Nobody telephones at night: what falls there is moved to the morning after. */
export const daytime = (time: Sql, morning: Sql): Sql =>
  sql`multiIf(${timeOfDay(time)} < 28800, ${at(day(time), sql`28800 + ${morning}`)},
    ${timeOfDay(time)} > 77400, ${at(sql`(${day(time)} + 1)`, sql`28800 + ${morning}`)}, ${time})`;

/** Working days, as two columns that are looked up by position: how many up to each day, and which is the nth. */
interface WorkingDays {
  readonly count: Sql;
  readonly list: Sql;
}

/** Offices and electricians. */
const office: WorkingDays = { count: sql`office_count`, list: sql`office_list` };
/** Vans and the stockroom. */
const street: WorkingDays = { count: sql`street_count`, list: sql`street_list` };

export const CALENDAR_COLUMNS = sql`office_count, office_list, street_count, street_list`;

/** The columns that the working days are looked up in: named once, because long constants make long plans. */
export function calendars(): Columns {
  const [offices, streets] = [workingDays([1, 2, 3, 4, 5]), workingDays([1, 2, 3, 4, 5, 6])];
  return {
    office_count: offices.count,
    office_list: offices.list,
    street_count: streets.count,
    street_list: streets.list,
  };
}

const FROM = firstDay - 20;
const TO = lastDay + 200;

function workingDays(weekdays: readonly number[]): WorkingDays {
  const closed = new Set(publicHolidays());
  const list: number[] = [];
  const count: number[] = [];
  for (let one = FROM; one <= TO; one++) {
    if (weekdays.includes(((one + 3) % 7) + 1) && !closed.has(one)) list.push(one);
    count.push(list.length);
  }
  const written = (numbers: readonly number[]) =>
    sql`${text(numbers.map((one) => String(one).padStart(3, "0")).join(""))}`;
  return { count: written(count), list: written(list.map((one) => one - FROM)) };
}

function publicHolidays(): readonly number[] {
  const calendar = new Holidays("FI");
  return [2025, 2026, 2027]
    .flatMap((year) => calendar.getHolidays(year))
    .filter((one) => one.type === "public")
    .map((one) => dayOf(one.date.slice(0, 10)));
}

const upTo = (calendar: WorkingDays, day: Sql): Sql =>
  sql`toInt64OrZero(substring(${calendar.count}, 3 * (${day} - ${digits(FROM)}) + 1, 3))`;
const nth = (calendar: WorkingDays, n: Sql): Sql =>
  sql`(${digits(FROM)} + toInt64OrZero(substring(${calendar.list}, 3 * (${n}) - 2, 3)))`;

/** The nth office day after a day. */
export const officeDay = (day: Sql, n: Hole): Sql => nth(office, sql`${upTo(office, day)} + ${n}`);
/** That day, or the next on which vans drive. */
export const streetDay = (day: Sql): Sql => nth(street, sql`${upTo(street, sql`${day} - 1`)} + 1`);

const OPENS = 8 * HOUR;
const CLOSES = 18 * HOUR;
const isOpenDay = (time: Sql): Sql => sql`(${officeDay(sql`${day(time)} - 1`, sql`1`)} = ${day(time)})`;
const beforeClosing = (time: Sql): Sql => sql`(${isOpenDay(time)} and ${timeOfDay(time)} < ${digits(CLOSES)})`;

/** `seconds` of office hours later. */
export function afterOfficeTime(time: Sql, seconds: Sql): Sql {
  const gone = sql`if(${beforeClosing(time)}, greatest(${timeOfDay(time)} - ${digits(OPENS)}, 0), 0)`;
  const total = sql`toInt64(${gone} + ${seconds})`;
  const startsToday = sql`if(${beforeClosing(time)}, 0, 1)`;
  const perDay = digits(CLOSES - OPENS);
  const later = officeDay(day(time), sql`${startsToday} + toInt64(intDiv(${total}, ${perDay}))`);
  return at(later, sql`${digits(OPENS)} + ${total} % ${perDay}`);
}

/** The same time of day `n` office days later, counted from the next opening where the office is closed. */
export function afterOfficeDays(time: Sql, n: number): Sql {
  const open = sql`(${beforeClosing(time)} and ${timeOfDay(time)} >= ${digits(OPENS)})`;
  const opensOn = sql`if(${beforeClosing(time)}, ${day(time)}, ${officeDay(day(time), sql`1`)})`;
  const from = sql`if(${open}, ${timeOfDay(time)}, ${digits(OPENS)})`;
  return at(officeDay(opensOn, sql`${digits(n)}`), sql`toInt64(${from})`);
}
