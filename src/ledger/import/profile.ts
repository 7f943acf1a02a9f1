import { commas, name, type Sql, sql, text } from "../../sql/sql.ts";
import type { Store } from "../../storage/store.ts";
import { SHAPES } from "../moment.ts";
import type { Table, TableColumn } from "./table.ts";

/** What the first rows hold in one column. Of `filled` cells, how many look like what. */
export interface Profile {
  readonly column: string;
  readonly filled: number;
  readonly distinct: number;
  /** Times that can be read in one way only. */
  readonly times: number;
  readonly numbers: number;
  readonly dayFirst: number;
  readonly monthFirst: number;
  /** Dates like 03/04/2020, in whatever order. */
  readonly slashed: number;
  /** The longest run of digits among the numbers. */
  readonly digits: number;
  readonly example: string;
}

const SAMPLE = sql`10000`;

/** Looks at the first rows, or with `all` at every row. */
export async function profile(
  store: Store,
  table: Table,
  columns: readonly TableColumn[],
  all = false,
): Promise<readonly Profile[]> {
  if (columns.length === 0) return [];
  const aliased = columns.map((column, i) => sql`${column.text} AS ${name(`kept ${i}`)}`);
  const counted = columns.map((_, i) => sql`${countsOf(name(`kept ${i}`))} AS ${name(`counts ${i}`)}`);
  const limit = all ? sql`` : sql`LIMIT ${SAMPLE}`;
  const query = sql`SELECT ${commas(counted)} FROM (SELECT ${commas(aliased)}
    FROM ${table.from} WHERE ${table.isRow} ${limit})`;
  const [row] = await store.rows<Readonly<Record<string, readonly unknown[]>>>(query, {
    ...table.settings,
    // No more of the file is read than the sample needs.
    ...(all ? {} : { input_format_parallel_parsing: 0, max_threads: 1 }),
  });
  return columns.map((column, i) => asProfile(column.name, row?.[`counts ${i}`] ?? []));
}

function countsOf(column: Sql | ReturnType<typeof name>): Sql {
  const like = (shape: string) => sql`match(${column}, ${text(shape)})`;
  const times = sql`(${like(SHAPES.iso)} OR ${like(SHAPES.named)} OR ${like(SHAPES.compact)})`;
  return sql`tuple(countIf(${column} != ''), uniqExactIf(${column}, ${column} != ''), countIf(${times}),
    countIf(${like(SHAPES.number)}), countIf(${like(SHAPES.dayFirst)}), countIf(${like(SHAPES.monthFirst)}),
    countIf(${like(SHAPES.dayFirst)} OR ${like(SHAPES.monthFirst)}),
    maxIf(length(extract(${column}, '[0-9]+')), ${like(SHAPES.number)}), anyIf(${column}, ${column} != ''))`;
}

function asProfile(column: string, counts: readonly unknown[]): Profile {
  const [filled, distinct, times, numbers, dayFirst, monthFirst, slashed, digits] = counts.map(Number);
  return {
    column,
    filled: filled ?? 0,
    distinct: distinct ?? 0,
    times: times ?? 0,
    numbers: numbers ?? 0,
    dayFirst: dayFirst ?? 0,
    monthFirst: monthFirst ?? 0,
    slashed: slashed ?? 0,
    digits: digits ?? 0,
    example: String(counts[8] ?? ""),
  };
}
