import { type Name, type Sql, sql, text } from "../../sql/sql.ts";
import { momentOf, type TimeReading } from "../moment.ts";

/** A column of a Parquet file or a SELECT, by the type that the engine gives it. */
export interface EngineColumn {
  readonly column: Name;
  readonly type: string;
}

/** The value as a text, never null; empty where absent. Moments as ISO with Z, days as YYYY-MM-DD. */
export function textOf(one: EngineColumn, local: TimeReading | undefined): Sql {
  const { column } = one;
  switch (shapeOf(one.type)) {
    case "moment":
      return sql`ifNull(${isoOf(msOf(one, local))}, '')`;
    case "nested":
      return sql`toJSONString(${column})`;
    case "text":
    case "day":
    case "yes-no":
    case "number":
      return sql`ifNull(toString(${column}), '')`;
  }
}

/** The value as JSON, and whether it is there at all. */
export function jsonOf(
  one: EngineColumn,
  local: TimeReading | undefined,
): { readonly present: Sql; readonly value: Sql } {
  const { column, type } = one;
  const written = textOf(one, local);
  const there = sql`isNotNull(${column})`;
  switch (shapeOf(type)) {
    case "number":
      return /Float/.test(type)
        ? { present: sql`ifNull(isFinite(${column}), false)`, value: written }
        : { present: there, value: written };
    case "yes-no":
      return { present: there, value: written };
    case "nested":
      return { present: sql`${written} NOT IN ('null', '[]', '{}')`, value: written };
    case "text":
    case "day":
    case "moment":
      return { present: there, value: sql`toJSONString(${written})` };
  }
}

/** Milliseconds since 1970 UTC, for columns that hold times and no texts or numbers. */
export function msOf(one: EngineColumn, local: TimeReading | undefined): Sql {
  const instant = sql`toUnixTimestamp64Milli(toDateTime64(${one.column}, 3))`;
  const wall = sql`toString(toDateTime64(${one.column}, 3), 'UTC')`;
  return local !== undefined && !zoned(one.type) ? momentOf(wall, local) : instant;
}

/** A day begins at midnight in the zone. */
export function dayStartOf({ column }: EngineColumn, reading: TimeReading): Sql {
  return momentOf(sql`toString(${column})`, reading);
}

export type Shape = "text" | "number" | "yes-no" | "day" | "moment" | "nested";

export function shapeOf(type: string): Shape {
  const plain = plainType(type);
  if (/^DateTime/.test(plain)) return "moment";
  if (/^Date/.test(plain)) return "day";
  if (plain === "Bool") return "yes-no";
  if (/^(U?Int|Float|BFloat|Decimal)/.test(plain)) return "number";
  if (/^(Array|Tuple|Map|Nested|JSON|Object|Variant|Dynamic|Point|Ring|Polygon)/.test(plain)) return "nested";
  return "text";
}

/** Without Nullable and LowCardinality around it. */
export function plainType(type: string): string {
  const inner = /^(?:Nullable|LowCardinality)\(([^]*)\)$/.exec(type)?.[1];
  return inner === undefined ? type : plainType(inner);
}

const zoned = (type: string): boolean => type.includes("'");

const isoOf = (ms: Sql): Sql =>
  sql`concat(replaceOne(toString(fromUnixTimestamp64Milli(${ms}, 'UTC')), ' ', 'T'), ${text("Z")})`;
