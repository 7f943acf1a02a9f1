import { KeptError } from "../../kept-error.ts";
import { literal } from "../../sql/literal.ts";
import { name, sql, text } from "../../sql/sql.ts";
import { firstShard } from "../../storage/shards.ts";
import type { Store } from "../../storage/store.ts";
import { enrol, mayRun, strikeOff } from "../import/owner.ts";

/**
 * Does some work that only one program may do to a ledger at a time; undefined: another one is at it. The making of a
 * table is the lock, and its comment tells whose it is, so that a lock of a program that was killed can be taken away.
 */
export async function solely<T>(ledger: Store, lock: string, work: () => Promise<T>): Promise<T | undefined> {
  const store = firstShard(ledger);
  const owner = enrol();
  try {
    if (!(await take(store, lock, owner))) return undefined;
    try {
      return await work();
    } finally {
      // Where the engine is gone the next one takes it away.
      await store.run(sql`DROP TABLE IF EXISTS ${name(lock)} SYNC`).catch(() => {});
    }
  } finally {
    strikeOff(owner);
  }
}

async function take(store: Store, lock: string, owner: string): Promise<boolean> {
  const holder = await holderOf(store, lock);
  if (holder !== undefined && mayRun(holder)) return false;
  if (holder !== undefined) await store.run(sql`DROP TABLE IF EXISTS ${name(lock)} SYNC`);
  try {
    await store.run(sql`CREATE TABLE ${name(lock)} (held UInt8) ENGINE = Memory COMMENT ${literal(owner)}`);
    return true;
  } catch (thrown) {
    if (thrown instanceof KeptError && (await holderOf(store, lock)) !== undefined) return false;
    throw thrown;
  }
}

async function holderOf(store: Store, lock: string): Promise<string | undefined> {
  const [row] = await store.rows<{ readonly comment: string }>(
    sql`SELECT comment FROM system.tables WHERE database = currentDatabase() AND name = ${text(lock)}`,
  );
  return row?.comment;
}
