import { moment, type Sql, sql } from "../sql/sql.ts";
import type { Store } from "../storage/store.ts";

/** What the ledger holds, up to a moment. Times are milliseconds since 1970 UTC. */
export interface LedgerFacts {
  readonly events: number;
  readonly customers: number;
  /** undefined: there are no events. */
  readonly first: number | undefined;
  readonly last: number | undefined;
  /** Most frequent first. */
  readonly names: readonly { readonly name: string; readonly count: number }[];
}

export async function ledgerFacts(store: Store, asOf?: number): Promise<LedgerFacts> {
  const until = upTo(asOf);
  const [totals, names] = await Promise.all([
    store.rows<Readonly<Record<"events" | "customers" | "first" | "last", string>>>(
      sql`SELECT toString(count()) AS events, toString(uniqExact(customer_key)) AS customers,
        toString(toUnixTimestamp64Milli(min(at))) AS first, toString(toUnixTimestamp64Milli(max(at))) AS last
      FROM events WHERE ${until}`,
    ),
    store.rows<{ readonly name: string; readonly count: string }>(
      sql`SELECT name, toString(count()) AS count FROM events WHERE ${until} GROUP BY name ORDER BY count() DESC, name`,
    ),
  ]);
  const [total] = totals;
  const events = Number(total?.events ?? 0);
  return {
    events,
    customers: Number(total?.customers ?? 0),
    first: events === 0 ? undefined : Number(total?.first),
    last: events === 0 ? undefined : Number(total?.last),
    names: names.map(({ name, count }) => ({ name, count: Number(count) })),
  };
}

export const upTo = (asOf: number | undefined): Sql => (asOf === undefined ? sql`true` : sql`at <= ${moment(asOf)}`);
