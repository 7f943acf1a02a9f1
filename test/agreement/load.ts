import type { Experience } from "../../src/language/experience.ts";
import { syncColumns } from "../../src/ledger/columns.ts";
import { natural, type Sql, sql, texts } from "../../src/sql/sql.ts";
import type { Store } from "../../src/storage/store.ts";
import type { LedgerEvent } from "../oracle/event.ts";
import type { Happening } from "./world-arbitrary.ts";

/** An empty ledger with the columns that this experience declares. */
export async function prepare(store: Store, experience: Experience): Promise<void> {
  await store.run(sql`truncate table events`);
  await syncColumns(store, experience);
}

/** Makes the ledger hold these events and no others, and gives them back with the keys that the engine gave them. */
export async function load(store: Store, events: readonly Happening[]): Promise<readonly LedgerEvent[]> {
  await store.run(sql`truncate table events`);
  if (events.length === 0) return [];
  // The same events are loaded again while a failure is made smaller.
  await store.run(inserting(events, 1n), { insert_deduplicate: 0 });
  const rows = await store.rows<{ id: string; id_key: string }>(sql`select id, id_key from events`);
  const keys = new Map(rows.map((row) => [row.id, BigInt(row.id_key)]));
  return events.map((event) => {
    const key = keys.get(event.id);
    if (key === undefined) throw new Error(`${event.id} did not reach the ledger`);
    return { ...event, key };
  });
}

/** The statement that adds these events, as one batch. */
export function inserting(events: readonly Happening[], batch: bigint): Sql {
  const column = (value: (event: Happening) => string) => texts(events.map(value));
  const at = column((event) => new Date(event.at).toISOString());
  return sql`insert into events (customer, name, at, received, source, id, batch, properties)
select customer, name, parseDateTime64BestEffort(at, 3, 'UTC'), parseDateTime64BestEffort(at, 3, 'UTC'), 'test', id, ${natural(batch)}, properties
from (select ${column((event) => event.customer)} as customer, ${column((event) => event.name)} as name, ${at} as at,
  ${column((event) => event.id)} as id, ${column((event) => JSON.stringify(event.properties))} as properties)
array join customer, name, at, id, properties`;
}
