import { digits, moment, natural, type Sql, sql, text } from "../sql/sql.ts";
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

/** All that happened to a customer, as `customerOf` names them, up to a moment, in order; what happened at the same time, in the order of its keys. */
export async function customerStory(store: Store, customer: string, asOf?: number): Promise<readonly LedgerEvent[]> {
  const rows = await store.rows<Row>(storyOf(customer, upTo(asOf)));
  return rows.map(eventOf);
}

const eventOf = (row: Row): LedgerEvent => ({
  id: row.id,
  name: row.name,
  at: Number(row.at_ms),
  received: Number(row.received_ms),
  source: row.source,
  properties: JSON.parse(row.properties) as LedgerEvent["properties"],
});

/** The place of an event in a customer's story; keys as decimal texts. */
export interface StoryPlace {
  readonly at: number;
  readonly key: string;
  readonly id: string;
}

/** A page of a customer's story, the latest first, each event with its place. */
export async function storyPage(
  store: Store,
  customer: string,
  { limit, before, until }: { readonly limit: number; readonly before: StoryPlace | undefined; readonly until: number },
): Promise<readonly { readonly event: LedgerEvent; readonly place: StoryPlace }[]> {
  const earlier =
    before === undefined
      ? sql`true`
      : sql`(at, id_key, id) < (${moment(before.at)}, ${natural(BigInt(before.key))}, ${text(before.id)})`;
  const rows = await store.rows<Row & { readonly key: string }>(
    sql`SELECT ${COLUMNS}, id_key AS key FROM events WHERE ${isCustomer(customer)} AND ${upTo(until)} AND ${earlier}
      ORDER BY at DESC, id_key DESC, id DESC LIMIT ${digits(limit)}`,
  );
  return rows.map((row) => ({ event: eventOf(row), place: { at: Number(row.at_ms), key: row.key, id: row.id } }));
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

const COLUMNS = sql`id, name, toString(toUnixTimestamp64Milli(at)) AS at_ms,
    toString(toUnixTimestamp64Milli(received)) AS received_ms, source, properties`;

const storyOf = (customer: string, until: Sql): Sql => sql`SELECT ${COLUMNS}
  FROM events WHERE ${isCustomer(customer)} AND ${until} ORDER BY at, id_key, id`;
