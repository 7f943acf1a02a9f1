import { commas, digits, join, moment, natural, type Sql, sql, text, texts } from "../sql/sql.ts";
import { endSecond, firstSecond, utc } from "./clock.ts";

/** One thing that happens to a customer if its time is not 0; `id` is unique within what it is about. */
export function happens(name: string, time: Sql, id: string, properties: readonly Sql[]): Sql {
  return sql`tuple(${text(name)}, toInt64(${time}), ${text(id)}, ${object(properties)})`;
}

function object(properties: readonly Sql[]): Sql {
  const between = sql`, `;
  return sql`concat('{', ${join(properties, between)}, '}')`;
}

/** The first property of an object must be there; the others may be left out by `where`. Texts are ours and need no escapes. */
export const textOf = (name: string, value: Sql): Sql => sql`concat(${text(`"${name}":"`)}, ${value}, '"')`;
export const more = (name: string, value: Sql): Sql => sql`concat(${text(`,"${name}":`)}, ${value})`;
export const moreText = (name: string, value: Sql): Sql => sql`concat(${text(`,"${name}":"`)}, ${value}, '"')`;
export const where = (known: Sql, property: Sql): Sql => sql`if(${known}, ${property}, '')`;

/** What carriers report comes in with their nightly file, everything else within a minute and a half. */
const NIGHTLY = [
  "parcel.delivered",
  "parcel.damaged",
  "old-machine.collected",
  "broken.collected",
  "replacement.delivered",
  "supplies.delivered",
];

export interface Told {
  readonly source: string;
  readonly batch: number | bigint;
  readonly asOf: number;
}

/** Rows for the table of events: those of the list that happen within the year. `about` is what ids begin with. */
export function unfold(plan: Sql, about: Sql, list: readonly Sql[], told: Told): Sql {
  const wall = sql`happening.2`;
  const lag = sql`if(happening.1 in ${texts(NIGHTLY)}, 86400 + 9000 - ${wall} % 86400, cityHash64(id) % 90)`;
  const moments = (seconds: Sql) => sql`fromUnixTimestamp64Milli(toInt64(${seconds}) * 1000, 'UTC')`;
  return sql`
    select customer, happening.1 as name, ${moments(utc(wall))} as at,
      least(${moments(sql`${utc(wall)} + ${lag}`)}, ${moment(told.asOf)}) as received,
      ${text(told.source)} as source, concat(about, '.', happening.3) as id, ${natural(told.batch)} as batch, happening.4 as properties
    from (
      select customer, ${about} as about, arrayFilter(
        one -> one.2 >= ${digits(firstSecond)} and one.2 < ${digits(endSecond)}, [${commas(list)}]) as happenings
      from (${plan}))
    array join happenings as happening`;
}
