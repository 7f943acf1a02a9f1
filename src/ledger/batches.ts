import { moment, natural, type Sql, sql, text } from "../sql/sql.ts";
import type { Store } from "../storage/store.ts";

/** A set of events that came into the ledger at once. Times are milliseconds since 1970 UTC. */
export interface Batch {
  /** Unique, and greater than that of every earlier batch. */
  readonly batch: bigint;
  readonly source: string;
  readonly begun: number;
  /** undefined: it is under way or was cut off, and any part of its events may be in the ledger. */
  readonly finished: number | undefined;
  readonly rows: number;
  readonly duplicates: number;
  readonly rejected: number;
}

/** A number for the next batch: the time in microseconds, or one more than the last batch's. */
export async function nextBatch(store: Store, now: number): Promise<bigint> {
  const [row] = await store.rows<{ readonly last: string }>(sql`SELECT toString(max(batch)) AS last FROM batches`);
  const last = BigInt(row?.last ?? 0);
  const timed = BigInt(now) * 1000n;
  return timed > last ? timed : last + 1n;
}

/** Written before the events move and again, with `finished`, after. */
export async function noteBatch(store: Store, batch: Batch): Promise<void> {
  const finished = batch.finished === undefined ? sql`NULL` : moment(batch.finished);
  await store.run(sql`INSERT INTO batches SELECT ${natural(batch.batch)}, ${text(batch.source)}, ${moment(batch.begun)},
    ${finished}, ${natural(batch.rows)}, ${natural(batch.duplicates)}, ${natural(batch.rejected)}`);
}

/** All batches in their order. */
export async function readBatches(store: Store): Promise<readonly Batch[]> {
  const rows = await store.rows<Readonly<Record<keyof Batch, string>>>(sql`SELECT toString(batch) AS batch,
      any(source) AS source, ${ms(sql`min(begun)`)} AS begun, ${ms(sql`max(finished)`)} AS finished,
      toString(any(rows)) AS rows, toString(any(duplicates)) AS duplicates, toString(any(rejected)) AS rejected
    FROM batches GROUP BY batches.batch ORDER BY batches.batch`);
  return rows.map((row) => ({
    batch: BigInt(row.batch),
    source: row.source,
    begun: Number(row.begun),
    finished: row.finished === "" ? undefined : Number(row.finished),
    rows: Number(row.rows),
    duplicates: Number(row.duplicates),
    rejected: Number(row.rejected),
  }));
}

const ms = (value: Sql): Sql => sql`ifNull(toString(toUnixTimestamp64Milli(${value})), '')`;
