import { KeptError } from "../kept-error.ts";
import { type Name, name, type Sql, sql, texts } from "../sql/sql.ts";
import { onEachShard } from "../storage/shards.ts";
import type { Store } from "../storage/store.ts";
import { isUnknownTable } from "../storage/trouble.ts";
import { isAnyOf, readPerson } from "./links/read.ts";

export interface Forgotten {
  readonly events: number;
  /** Rows in other tables: what was computed from the events. */
  readonly derived: number;
}

interface Holder {
  readonly table: string;
  readonly theirs: Sql;
}

/**
 * Erases a person, by all ids that are linked to the one that is given, from every table that holds rows of customers,
 * and the links with them. When this returns, no query finds them any more; the engine takes the files that held them
 * off the disk within ten minutes of running.
 */
export async function forgetCustomer(store: Store, customer: string): Promise<Forgotten> {
  const { ids } = await readPerson(store, customer);
  const erased = await onEachShard(store, (shard) => forgetOn(shard, customer, ids));
  const sum = (what: keyof Forgotten) => erased.reduce((all, one) => all + one[what], 0);
  return { events: sum("events"), derived: sum("derived") };
}

/** Of a person known by several ids, rows may lie on several shards. */
async function forgetOn(store: Store, customer: string, ids: readonly string[]): Promise<Forgotten> {
  const holders = await holdersOf(store, ids);
  let events = 0;
  let derived = 0;
  for (const { table, theirs } of holders) {
    const before = await eraseFrom(store, name(table), theirs);
    if (table === "events") events += before;
    else derived += before;
  }
  await takeAway(store);
  for (const { table, theirs } of holders) {
    if ((await countOf(store, name(table), theirs).catch(zeroIfGone)) === 0) continue;
    const words = `Events of ${customer} came in while they were being erased; stop their source and run the command again.`;
    throw new KeptError("not-forgotten", words);
  }
  return { events, derived };
}

/** How many rows went. */
async function eraseFrom(store: Store, table: Name, theirs: Sql): Promise<number> {
  try {
    const before = await countOf(store, table, theirs);
    if (before > 0) await store.run(sql`ALTER TABLE ${table} DELETE WHERE ${theirs}`, { mutations_sync: 2 });
    return before;
  } catch (thrown) {
    return zeroIfGone(thrown);
  }
}

/** What is made beside a table is dropped when it has taken its place. */
function zeroIfGone(thrown: unknown): number {
  if (isUnknownTable(thrown)) return 0;
  throw thrown;
}

/** `incoming` belongs to an import that is under way. */
async function holdersOf(store: Store, ids: readonly string[]): Promise<readonly Holder[]> {
  const tables = await store.rows<{ readonly table: string; readonly named: number }>(sql`SELECT table,
      max(name = 'customer') AS named
    FROM system.columns
    WHERE database = currentDatabase() AND name IN ('customer', 'customer_key') AND NOT startsWith(table, 'incoming')
      AND table IN (SELECT name FROM system.tables WHERE database = currentDatabase() AND engine LIKE '%MergeTree')
    GROUP BY table HAVING max(name = 'customer_key') ORDER BY table`);
  return tables.map(({ table, named }) => ({
    table,
    theirs: theirsIn(table, named === 1, ids),
  }));
}

/** What was moved to another id or sent again is hidden at first, and would stay in the files until they are merged. */
async function takeAway(store: Store): Promise<void> {
  const hiding = await store.rows<{ readonly table: string }>(sql`SELECT DISTINCT table FROM system.parts
    WHERE database = currentDatabase() AND active AND has_lightweight_delete AND table IN ('events', 'dead_letters')`);
  for (const { table } of hiding) {
    await store.run(sql`ALTER TABLE ${name(table)} APPLY DELETED MASK`, { mutations_sync: 2 });
  }
}

function theirsIn(table: string, named: boolean, ids: readonly string[]): Sql {
  if (table === "links") return sql`(customer IN ${texts(ids)} OR known_as IN ${texts(ids)})`;
  return named ? isAnyOf(ids) : sql`customer_key IN (SELECT cityHash64(arrayJoin(${texts(ids)})))`;
}

async function countOf(store: Store, table: Name, theirs: Sql): Promise<number> {
  const [row] = await store.rows<{ readonly n: string }>(
    sql`SELECT toString(count()) AS n FROM ${table} WHERE ${theirs}`,
  );
  return Number(row?.n ?? 0);
}
