import type { Journey } from "../language/experience.ts";
import { followsColumn } from "../ledger/columns.ts";
import { digits, join, moment, name, nothing, type Sql, sql, text, texts } from "../sql/sql.ts";

/**
 * The way that each subject of a journey went: its events in the order of time and then of the hash of their ids, each
 * packed into one number, because sorting numbers is far cheaper than sorting tuples.
 *
 *     123        80 79      32 31      0
 *     [ time       ][ key     ][ name  ]
 *
 * time: milliseconds since 1900 UTC; key: the upper 48 bits of the hash of the id, or where ways are stored the event's
 * place in its way; name: its place in `names`, from 1.
 */
const TIME_SHIFT = 80;
const KEY_SHIFT = 32;
const NAME_MASK = 2 ** 32 - 1;
const SINCE_1900 = 2_208_988_800_000;

/** How the engine groups packed events fastest (measured). A grouping that outgrows the memory goes on on disk. */
export const GROUPING = { max_block_size: 16_384 } as const;

/** Events of the journey up to a moment, in milliseconds since 1970 UTC. */
export const eventsOf = (journey: Journey, asOf: number): Sql =>
  sql`events where ${followsColumn(journey.follows)} != 0 and ${upTo(asOf)}`;

export const upTo = (asOf: number): Sql => sql`at <= fromUnixTimestamp64Milli(toInt64(${digits(asOf)}), 'UTC')`;

/** Which subjects of a journey are looked at: begun from a moment to another, in ms since 1970 UTC; asked on an occasion. */
export interface Begun {
  readonly from: number | undefined;
  readonly to: number | undefined;
  /** Any of these; none narrows nothing. "" is for no occasion. */
  readonly occasions: readonly string[];
}
export const EVERY: Begun = { from: undefined, to: undefined, occasions: [] };
export const isEvery = ({ from, to, occasions }: Begun): boolean =>
  from === undefined && to === undefined && occasions.length === 0;

/** Some subjects of a journey as of a moment, in ms since 1970 UTC. */
export interface Goings {
  readonly journey: Journey;
  readonly asOf: number;
  readonly begun: Begun;
  /** Whether the ways are read as the table `ways` holds them; else they are put together from the events. */
  readonly stored: boolean;
}

/** A row for each event, with its `name`; where ways are put together, of all subjects. */
export const namesIn = (goings: Goings): Sql =>
  goings.stored
    ? sql`(select arrayJoin(names) as name from ${storedWays(goings)})`
    : eventsOf(goings.journey, goings.asOf);

/**
 * One row for each subject, with its `customer_key` and `subject_key`: `times` in milliseconds since 1970 UTC, and beside them
 * the places in `names`. `and` as in `packedPaths`.
 */
export function subjectPaths(goings: Goings, names: readonly string[], and: Sql = nothing): Sql {
  if (goings.stored)
    return sql`select customer_key, subject_key, times, arrayMap(name -> ${placeAmong(names)}, names) as names
from ${storedWays(goings)}${and}`;
  return sql`select customer_key, subject_key, arrayMap(x -> ${timeIn(sql`x`)}, packed) as times,
  arrayMap(x -> ${placeIn(sql`x`)}, packed) as names
from (${packedPaths(goings, placeAmong(names), and)})`;
}

/**
 * One row for each subject, with its `customer_key` and `subject_key`; `place` is a UInt32 made of `name`, and `and` narrows
 * the rows of `ways` or of `events`.
 */
export function packedPaths(goings: Goings, place: Sql, and: Sql = nothing): Sql {
  if (goings.stored) {
    const event = packed(sql`time`, sql`toUInt64(i)`, place);
    return sql`select customer_key, subject_key, arrayMap((time, name, i) -> ${event}, times, names, arrayEnumerate(times)) as packed
  from ${storedWays(goings)}${and}`;
  }
  const { journey, asOf, begun } = goings;
  const follows = followsColumn(journey.follows);
  const { from, to, occasions } = begun;
  const first = [
    ...(from === undefined ? [] : [sql`min(at) >= ${moment(from)}`]),
    ...(to === undefined ? [] : [sql`min(at) <= ${moment(to)}`]),
  ];
  const asked =
    occasions.length === 0 ? nothing : sql` and (customer_key, ${follows}) in ${askedOn("verdicts", occasions)}`;
  const having = first.length === 0 ? nothing : sql` having ${join(first, sql` and `)}`;
  return sql`select customer_key, ${follows} as subject_key, arraySort(groupArray(${packEvent(place)})) as packed
  from ${eventsOf(journey, asOf)}${asked}${and}
  group by customer_key, subject_key${having}`;
}

/** Rows of the table `ways`. */
function storedWays({ journey, begun: { from, to, occasions } }: Goings): Sql {
  const parts = [
    sql`journey = ${text(journey.name)}`,
    ...(from === undefined ? [] : [sql`begun >= ${moment(from)}`]),
    ...(to === undefined ? [] : [sql`begun <= ${moment(to)}`]),
    ...(occasions.length === 0 ? [] : [sql`(customer_key, subject_key) in ${askedOn("askings", occasions)}`]),
  ];
  return sql`ways where ${join(parts, sql` and `)}`;
}

const askedOn = (table: "verdicts" | "askings", occasions: readonly string[]): Sql =>
  sql`(select customer_key, subject_key from ${name(table)} where occasion in ${texts(occasions)})`;

/** Of a column `name` of a row, or of a lambda. */
const placeAmong = (names: readonly string[]): Sql =>
  sql`toUInt32(transform(name, ${texts(names)}, range(toUInt32(1), toUInt32(${digits(names.length + 1)})), toUInt32(0)))`;

/** An event as one number; `place` is a UInt32. */
const packEvent = (place: Sql): Sql => packed(sql`toUnixTimestamp64Milli(at)`, sql`bitShiftRight(id_key, 16)`, place);

const packed = (ms: Sql, key: Sql, place: Sql): Sql =>
  sql`bitOr(bitOr(bitShiftLeft(toUInt128(${ms} + ${digits(SINCE_1900)}), ${digits(TIME_SHIFT)}),
      bitShiftLeft(toUInt128(${key}), ${digits(KEY_SHIFT)})), toUInt128(${place}))`;

/** Of a packed event: milliseconds since 1970 UTC, and the place of its name. */
export const timeIn = (event: Sql): Sql =>
  sql`(toInt64(bitShiftRight(${event}, ${digits(TIME_SHIFT)})) - ${digits(SINCE_1900)})`;
export const placeIn = (event: Sql): Sql => sql`toUInt32(bitAnd(${event}, ${digits(NAME_MASK)}))`;
