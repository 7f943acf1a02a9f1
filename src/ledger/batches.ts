import { moment, natural, type Sql, sql, text } from "../sql/sql.ts";
import { everywhere } from "../storage/shards.ts";
import type { Store } from "../storage/store.ts";

/** The source of batches that came in by the door of a server: one a second. */
export const DOOR = "door";

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

/**
 * Who opens batches, by the last digit of their numbers: each is at it alone on a ledger, but beside the others. Two that took
 * the same number would be one batch, judged when the first of them has finished, and never again.
 */
const OPENERS = { door: 0n, links: 1n, import: 2n, demo: 3n } as const;

/**
 * A number for the next batch: the time in microseconds, or a little more than the last batch's, so that a clock that was set
 * back does not put new events among those that count as judged long ago.
 */
export async function nextBatch(store: Store, now: number, opener: keyof typeof OPENERS): Promise<bigint> {
  const [row] = await store.rows<{ readonly last: string }>(sql`SELECT toString(max(batch)) AS last FROM batches`);
  const after = BigInt(row?.last ?? 0) + 1n;
  const timed = BigInt(Math.round(now)) * 1000n;
  const least = timed > after ? timed : after;
  return least + ((OPENERS[opener] + 10n - (least % 10n)) % 10n);
}

/**
 * Of the door's batches up to a number, all of them judged, only the last of each day stays: 172,800 rows a day would
 * be looked through for nothing. Ids that come again are known by the events themselves.
 */
export async function trimBatches(store: Store, upTo: bigint): Promise<void> {
  const old = sql`source = ${text(DOOR)} AND batch <= ${natural(upTo)}`;
  await everywhere(
    store,
    sql`DELETE FROM batches WHERE ${old} AND batch NOT IN (
      SELECT max(batch) FROM batches WHERE ${old} GROUP BY intDiv(batch, 86400000000))`,
  );
}

/** Written before the events move and again, with `finished`, after. */
export async function noteBatch(store: Store, batch: Batch): Promise<void> {
  const finished = batch.finished === undefined ? sql`NULL` : moment(batch.finished);
  await store.run(sql`INSERT INTO batches SELECT ${natural(batch.batch)}, ${text(batch.source)}, ${moment(batch.begun)},
    ${finished}, ${natural(batch.rows)}, ${natural(batch.duplicates)}, ${natural(batch.rejected)}`);
}

/** All batches in their order. */
export async function readBatches(store: Store): Promise<readonly Batch[]> {
  const rows = await store.rows<Row>(sql`SELECT toString(batch) AS number, any(source) AS from_where,
      ${ms(sql`min(begun)`)} AS begun_ms, ${ms(sql`max(finished)`)} AS finished_ms,
      toString(max(rows)) AS row_count, toString(max(duplicates)) AS duplicate_count,
      toString(max(rejected)) AS rejected_count
    FROM batches GROUP BY batch ORDER BY batch`);
  return rows.map((row) => ({
    batch: BigInt(row.number),
    source: row.from_where,
    begun: Number(row.begun_ms),
    finished: row.finished_ms === "" ? undefined : Number(row.finished_ms),
    rows: Number(row.row_count),
    duplicates: Number(row.duplicate_count),
    rejected: Number(row.rejected_count),
  }));
}

type Row = Readonly<
  Record<
    "number" | "from_where" | "begun_ms" | "finished_ms" | "row_count" | "duplicate_count" | "rejected_count",
    string
  >
>;

const ms = (value: Sql): Sql => sql`ifNull(toString(toUnixTimestamp64Milli(${value})), '')`;
