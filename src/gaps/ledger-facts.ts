import { moment, sql } from "../sql/sql.ts";
import type { Store } from "../storage/store.ts";

/** What the ledger holds up to a moment. */
export interface LedgerFacts {
  readonly events: number;
  readonly customers: number;
  /** ISO 8601; null in an empty ledger. */
  readonly first: string | null;
  readonly last: string | null;
  /** Most frequent first. */
  readonly names: readonly { readonly name: string; readonly count: number }[];
}

/** Counts the events up to `asOf` (ms since 1970 UTC), their customers and their names. */
export async function readLedgerFacts(store: Store, asOf: number): Promise<LedgerFacts> {
  const past = sql`events where at <= ${moment(asOf)}`;
  const rows = await store.rows<{ name: string; count: string; first: number; last: number }>(
    sql`select name, count() as count, toFloat64(toUnixTimestamp64Milli(min(at))) as first,
  toFloat64(toUnixTimestamp64Milli(max(at))) as last from ${past} group by name order by count desc, name`,
  );
  // A customer's events lie together, so that counting in that order takes no memory.
  const [counted] = await store.rows<{ customers: string }>(
    sql`select count() as customers from (select customer_key from ${past} group by customer_key)`,
    { optimize_aggregation_in_order: 1 },
  );
  const iso = (ms: number): string => new Date(ms).toISOString();
  return {
    events: rows.reduce((sum, { count }) => sum + Number(count), 0),
    customers: Number(counted?.customers ?? 0),
    first: rows.length === 0 ? null : iso(Math.min(...rows.map(({ first }) => first))),
    last: rows.length === 0 ? null : iso(Math.max(...rows.map(({ last }) => last))),
    names: rows.map(({ name, count }) => ({ name, count: Number(count) })),
  };
}
