import type { Journey } from "../language/experience.ts";
import { followsColumn } from "../ledger/columns.ts";
import { digits, join, moment, nothing, type Sql, sql, texts } from "../sql/sql.ts";

/**
 * The way that each subject of a journey went: its events in the order of time and then of the hash of their ids, each
 * packed into one number, because sorting numbers is far cheaper than sorting tuples.
 *
 *     123        80 79      32 31      0
 *     [ time       ][ key     ][ name  ]
 *
 * time: milliseconds since 1900 UTC; key: the upper 48 bits of the hash of the id; name: its place in `names`, from 1.
 */
export const TIME_SHIFT = 80;
export const KEY_SHIFT = 32;
export const NAME_MASK = 2 ** 32 - 1;
export const SINCE_1900 = 2_208_988_800_000;

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
  /** Any of these; none narrows nothing. "" is for no occasion. Read from the table `verdicts`. */
  readonly occasions: readonly string[];
}
export const EVERY: Begun = { from: undefined, to: undefined, occasions: [] };
export const isEvery = ({ from, to, occasions }: Begun): boolean =>
  from === undefined && to === undefined && occasions.length === 0;

/** Subjects of a journey, as rows of events: `and` such subjects, `having` begun in such a time. */
export function among(journey: Journey, { from, to, occasions }: Begun): { readonly and: Sql; readonly having: Sql } {
  const first = [
    ...(from === undefined ? [] : [sql`min(at) >= ${moment(from)}`]),
    ...(to === undefined ? [] : [sql`min(at) <= ${moment(to)}`]),
  ];
  const asked = sql`(select customer_key, subject_key from verdicts where occasion in ${texts(occasions)})`;
  return {
    and: occasions.length === 0 ? nothing : sql` and (customer_key, ${followsColumn(journey.follows)}) in ${asked}`,
    having: first.length === 0 ? nothing : sql` having ${join(first, sql` and `)}`,
  };
}

/** One row for each subject: `times` in milliseconds, and beside them the places in `names`. */
export function subjectPaths(journey: Journey, names: readonly string[], asOf: number, begun = EVERY): Sql {
  const { and, having } = among(journey, begun);
  const place = sql`transform(name, ${texts(names)}, range(toUInt32(1), toUInt32(${digits(names.length + 1)})), toUInt32(0))`;
  const packed = packEvent(sql`cast(${place}, 'UInt32')`);
  return sql`select arrayMap(x -> toInt64(bitShiftRight(x, ${digits(TIME_SHIFT)})), packed) as times,
  arrayMap(x -> toUInt32(bitAnd(x, ${digits(NAME_MASK)})), packed) as names
from (
  select arraySort(groupArray(${packed})) as packed
  from ${eventsOf(journey, asOf)}${and}
  group by customer_key, ${followsColumn(journey.follows)}${having})`;
}

/** An event as one number; `place` is a UInt32. */
export const packEvent = (place: Sql): Sql =>
  sql`bitOr(bitOr(bitShiftLeft(toUInt128(toUnixTimestamp64Milli(at) + ${digits(SINCE_1900)}), ${digits(TIME_SHIFT)}),
      bitShiftLeft(toUInt128(bitShiftRight(id_key, 16)), ${digits(KEY_SHIFT)})), toUInt128(${place}))`;
