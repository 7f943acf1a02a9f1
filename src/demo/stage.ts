import { commas, name, type Sql, sql } from "../sql/sql.ts";

export type Columns = Readonly<Record<string, Sql>>;

/** New columns beside those of `from`. Each step sees the columns of the steps before it, never those of its own. */
export function stages(from: Sql, ...steps: readonly Columns[]): Sql {
  return steps.reduce((source, columns) => {
    const list = Object.entries(columns).map(([column, value]) => sql`${value} as ${name(column)}`);
    return sql`select *, ${commas(list)} from (${source})`;
  }, from);
}
