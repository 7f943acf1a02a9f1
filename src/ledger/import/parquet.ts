import { closeSync, openSync, readSync, statSync } from "node:fs";
import { KeptError } from "../../kept-error.ts";
import { sql, text } from "../../sql/sql.ts";
import type { Store } from "../../storage/store.ts";
import type { EnginePaths } from "./engine-path.ts";
import type { Table } from "./table.ts";
import { typedTable, zoneOf } from "./typed-table.ts";

/** Otherwise times without a zone could not be told from times in UTC. */
const READING = { input_format_parquet_local_time_as_utc: 0 };

/** A Parquet file. Its times without a zone are meant in `zone`. */
export async function parquetTable(
  store: Store,
  path: string,
  { gzipped, zone }: { readonly gzipped: boolean; readonly zone: string },
  paths: EnginePaths,
): Promise<Table> {
  if (!gzipped) refuseOthers(path);
  const from = sql`file(${text(paths.of(path))}, 'Parquet', 'auto', ${text(gzipped ? "gzip" : "none")})`;
  const [columns, counts] = await Promise.all([
    store.rows<{ readonly name: string; readonly type: string }>(sql`DESCRIBE TABLE ${from}`, READING),
    store.rows<{ readonly rows: string }>(sql`SELECT count() AS rows FROM ${from}`, READING),
  ]);
  return typedTable({
    label: path,
    format: "Parquet",
    columns: columns.map(({ name, type }) => ({ name, type })),
    from,
    settings: READING,
    row: sql`toUInt64(assumeNotNull(_row_number))`,
    counted: "record",
    about: Number(counts[0]?.rows ?? 0),
    local: zoneOf(zone),
    days: zoneOf(zone),
  });
}

/** Every Parquet file begins and ends with the same four letters. */
function refuseOthers(path: string): void {
  const { size } = statSync(path);
  const file = openSync(path, "r");
  const letters = (at: number) => {
    const four = Buffer.alloc(4);
    readSync(file, four, 0, 4, Math.max(0, at));
    return four.toString("latin1");
  };
  try {
    if (size >= 12 && letters(0) === "PAR1" && letters(size - 4) === "PAR1") return;
  } finally {
    closeSync(file);
  }
  const words = `${path} is no whole Parquet file; check that it was written to its end and is what its name says.`;
  throw new KeptError("unreadable-parquet", words);
}
