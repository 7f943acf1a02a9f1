import { digits, join, type Name, type Sql, sql } from "./sql.ts";

/** A whole number from 0 that takes at most so many bits. */
type Part = readonly [value: Sql, bits: number];

/** Several small whole numbers as one column, a UInt64. */
interface OneNumber<Key extends string> {
  /** The column, as it is made. */
  readonly made: Sql;
  readonly column: Name;
  /** What is taken out of it again, UInt32 each. */
  readonly of: Readonly<Record<Key, Sql>>;
}

/** To group by: by one number takes a third of the time that several columns take. */
export function oneNumber<Key extends string>(column: Name, parts: Readonly<Record<Key, Part>>): OneNumber<Key> {
  const put: Sql[] = [];
  const taken: [string, Sql][] = [];
  let shift = 0;
  for (const [key, [value, bits]] of Object.entries<Part>(parts)) {
    put.push(sql`bitShiftLeft(toUInt64(${value}), ${digits(shift)})`);
    taken.push([key, sql`toUInt32(bitAnd(bitShiftRight(${column}, ${digits(shift)}), ${digits(2 ** bits - 1)}))`]);
    shift += bits;
  }
  if (shift > 64) throw new Error(`${shift} bits do not go into one number`);
  const of = Object.fromEntries(taken) as Record<Key, Sql>;
  return { made: sql`${join(put, sql` + `)} as ${column}`, column, of };
}
