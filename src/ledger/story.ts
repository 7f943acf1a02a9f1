import { type Sql, sql, text } from "../sql/sql.ts";
import type { Store } from "../storage/store.ts";
import { upTo } from "./facts.ts";

/** Something that happened to a customer. Times are milliseconds since 1970 UTC. */
export interface LedgerEvent {
  readonly id: string;
  readonly name: string;
  readonly at: number;
  readonly received: number;
  readonly source: string;
  /** As they came in; long numbers are rounded to what a double holds. */
  readonly properties: Readonly<Record<string, unknown>>;
}

interface Row {
  readonly id: string;
  readonly name: string;
  readonly at_ms: string;
  readonly received_ms: string;
  readonly source: string;
  readonly properties: string;
}

/** All that happened to a customer up to a moment, in order; what happened at the same time, in the order of its keys. */
export async function customerStory(store: Store, customer: string, asOf?: number): Promise<readonly LedgerEvent[]> {
  const rows = await store.rows<Row>(storyOf(customer, upTo(asOf)));
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    at: Number(row.at_ms),
    received: Number(row.received_ms),
    source: row.source,
    properties: JSON.parse(row.properties) as LedgerEvent["properties"],
  }));
}

/** Everything that the ledger knows of a person, a JSON object a line. */
export async function* exportCustomer(store: Store, customer: string): AsyncGenerator<string> {
  for await (const rows of store.stream<Row>(storyOf(customer, sql`true`))) {
    for (const { id, name, at_ms, received_ms, source, properties } of rows) {
      const known = { kind: "event", customer, id, name, at: iso(at_ms), received: iso(received_ms), source };
      // The properties are JSON already; read and written again, their long numbers would lose digits.
      yield `${JSON.stringify(known).slice(0, -1)},"properties":${properties}}`;
    }
  }
}

const iso = (ms: string): string => new Date(Number(ms)).toISOString();

export const isCustomer = (customer: string): Sql =>
  sql`(customer_key = cityHash64(${text(customer)}) AND customer = ${text(customer)})`;

const storyOf = (
  customer: string,
  until: Sql,
): Sql => sql`SELECT id, name, toString(toUnixTimestamp64Milli(at)) AS at_ms,
    toString(toUnixTimestamp64Milli(received)) AS received_ms, source, properties
  FROM events WHERE ${isCustomer(customer)} AND ${until} ORDER BY at, id_key, id`;
