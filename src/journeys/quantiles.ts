import { commas, number, type Sql, sql } from "../sql/sql.ts";

/** Up to so many values are sorted; beyond, a digest with an error of about one per cent keeps the memory bounded. */
export const MOST_EXACT = 20_000_000;

/** Array(Float64) of these quantiles of up to `most` values, interpolated between neighbours; nan where there is no value. */
export function quantiles(levels: readonly number[], value: Sql, where: Sql, most: number): Sql {
  const list = commas(levels.map((level) => number(level)));
  return most <= MOST_EXACT
    ? sql`quantilesExactInclusiveIf(${list})(${value}, ${where})`
    : sql`quantilesTDigestIf(${list})(${value}, ${where})`;
}
