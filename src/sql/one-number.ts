import { digits, join, type Sql, sql } from "./sql.ts";

/** A whole number from 0 that takes at most so many bits. */
type Part = readonly [value: Sql, bits: number];

/** Several small whole numbers as one UInt64, and what takes each out of it again (as UInt32). */
interface OneNumber<Name extends string> {
  readonly value: Sql;
  readonly of: (name: Name, from: Sql) => Sql;
}

/** Grouping by one number takes a third of the time that grouping by several columns takes. */
export function oneNumber<Name extends string>(parts: Readonly<Record<Name, Part>>): OneNumber<Name> {
  let shift = 0;
  const placed = Object.entries<Part>(parts).map(([name, [value, bits]]) => {
    const part = { name, value, bits, shift };
    shift += bits;
    return part;
  });
  if (shift > 64) throw new Error(`${shift} bits do not go into one number`);
  return {
    value: join(
      placed.map(({ value, shift }) => sql`bitShiftLeft(toUInt64(${value}), ${digits(shift)})`),
      sql` + `,
    ),
    of: (name, from) => {
      const part = placed.find((part) => part.name === name);
      if (part === undefined) throw new Error(`there is no ${name} in it`);
      return sql`toUInt32(bitAnd(bitShiftRight(${from}, ${digits(part.shift)}), ${digits(2 ** part.bits - 1)}))`;
    },
  };
}
