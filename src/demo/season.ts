import { bound, digits, number, type Sql, sql, text } from "../sql/sql.ts";
import { at, day, days, firstDay, lastDay, month, weekday } from "./clock.ts";
import type { Draws } from "./draw.ts";
import { truth } from "./truth.ts";

const DATE = 86_400_000;

/** Draws from many weights by looking up one of `size` equal slots; each weight is rounded to whole slots. */
function slots(weights: readonly number[], size: number): Sql {
  const total = weights.reduce((sum, one) => sum + one, 0);
  const list: number[] = [];
  let sum = 0;
  for (const [i, weight] of weights.entries()) {
    sum += weight;
    while (list.length < Math.round((sum / total) * size)) list.push(i);
  }
  return sql`${text(list.map((one) => String(one).padStart(2, "0")).join(""))}`;
}

const slot = (slots: Sql, uniform: Sql, size: number): Sql =>
  sql`toInt64(substring(${slots}, 1 + 2 * toInt64(floor(${uniform} * ${digits(size)})), 2))`;

const WEEK_SLOTS = 1024;
const HOUR_SLOTS = 256;

function weekWeights(): readonly number[] {
  const weights: number[] = [];
  const blackWeek = Date.parse(truth.blackWeek.monday) / DATE;
  for (let one = firstDay; one <= lastDay; one++) {
    const week = Math.floor((one - firstDay) / 7);
    const fromNovember = (new Date(one * DATE).getUTCMonth() + 2) % 12;
    const black = one >= blackWeek && one < blackWeek + 7 ? truth.blackWeek.weight : 1;
    weights[week] = (weights[week] ?? 0) + (truth.season[fromNovember] ?? 1) * black;
  }
  return weights;
}

/** Which week, weekday and hour somebody buys in. The year starts on a Saturday, and so does the list of weekdays. */
export function buyingTime(draw: Draws): Sql {
  const week = slot(slots(weekWeights(), WEEK_SLOTS), draw.uniform("week"), WEEK_SLOTS);
  const day = sql`least(${digits(firstDay)} + ${week} * 7 + ${draw.index("weekday", truth.weekdays)}, ${digits(lastDay)})`;
  return at(day, sql`${hourOfDay(draw, "hour")} * 3600 + ${draw.between("second", 0, 3600)}`);
}

export const hourOfDay = (draw: Draws, about: string): Sql =>
  slot(slots(truth.hours, HOUR_SLOTS), draw.uniform(about), HOUR_SLOTS);

export const inBlackWeek = (time: Sql): Sql =>
  sql`(${day(time)} between ${days(truth.blackWeek.monday)} and ${days(truth.blackWeek.monday)} + 10)`;
export const inStrike = (day: Sql): Sql =>
  sql`(${day} between ${days(truth.strike.from)} and ${days(truth.strike.to)})`;
export const isFriday = (day: Sql): Sql => sql`(${weekday(day)} = 5)`;
export const isJuly = (day: Sql): Sql => sql`(${month(day)} = 7)`;

/** A number for each text, 0 for others. */
export function perText(column: Sql, values: Readonly<Record<string, number>>): Sql {
  const keys = bound("Array(String)", Object.keys(values));
  return sql`transform(${column}, ${keys}, ${bound("Array(Float64)", Object.values(values))}, ${number(0)})`;
}
