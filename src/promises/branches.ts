import { commas, digits, type Hole, type Sql, sql } from "../sql/sql.ts";
import { NO_MOMENT } from "./element.ts";

/** One expression for each place of arrays that stand beside each other; arrays that are not there are left out. */
export function mapOver(arrays: Readonly<Record<string, Hole | undefined>>, body: Sql): Sql {
  const present = Object.entries(arrays).flatMap(([item, array]) => (array === undefined ? [] : [{ item, array }]));
  const items = present.map(({ item }) => identifier(item));
  return sql`arrayMap((${commas(items)}) -> ${body}, ${commas(present.map(({ array }) => array))})`;
}

/** The names of lambda items are single letters of the program. */
function identifier(item: string): Sql {
  if (!/^[a-z]$/.test(item)) throw new Error(`${item} is no name for an item`);
  return { piece: "sql", pieces: [item] };
}

/** The value of the first condition that holds; branches that are not there are left out. */
export function firstOf(branches: readonly (readonly [Sql, Sql] | undefined)[], otherwise: Sql): Sql {
  const present = branches.filter((branch) => branch !== undefined);
  if (present.length === 0) return otherwise;
  return sql`multiIf(${commas(present.flat())}, ${otherwise})`;
}

/** The same value as often as an array is long. */
export const repeated = (value: "nan" | "no moment" | "no element" | "empty" | number, beside: Hole): Sql => {
  const times = sql`length(${beside})`;
  switch (value) {
    case "nan":
      return sql`arrayResize(emptyArrayFloat64(), ${times}, nan)`;
    case "no moment":
      return sql`arrayResize(emptyArrayInt64(), ${times}, toInt64(${NO_MOMENT}))`;
    case "no element":
      return sql`arrayResize(cast([], 'Array(UInt128)'), ${times})`;
    case "empty":
      return sql`arrayResize(emptyArrayInt8(), ${times}, toInt8(-1))`;
    default:
      return sql`arrayResize(emptyArrayUInt16(), ${times}, toUInt16(${digits(value)}))`;
  }
};
