import { randomUUID } from "node:crypto";
import { KeptError } from "../../kept-error.ts";
import { literal } from "../../sql/literal.ts";
import { name, sql, text } from "../../sql/sql.ts";
import { firstShard } from "../../storage/shards.ts";
import type { Store } from "../../storage/store.ts";
import { isTableThere } from "../../storage/trouble.ts";
import { enrol, mayRun, strikeOff } from "../import/owner.ts";

/**
 * Does some work that only one program may do to a ledger at a time; undefined: another one is at it. The making of a
 * table is the lock, and its comment tells whose it is, so that a lock of a program that was killed can be taken away;
 * of a program on another machine when it is older than so many seconds, where the work never takes that long.
 */
export async function solely<T>(
  ledger: Store,
  lock: string,
  work: () => Promise<T>,
  longest?: number,
): Promise<T | undefined> {
  const store = firstShard(ledger);
  const owner = enrol();
  try {
    if (!(await take(store, lock, owner, longest))) return undefined;
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

async function take(store: Store, lock: string, owner: string, longest: number | undefined): Promise<boolean> {
  const held = await holdOf(store, lock);
  if (held !== undefined && !isOver(held, longest)) return false;
  if (held !== undefined) {
    // Who ends well takes the lock away before the name: a lock that is there after its name went is nobody's.
    const still = await holdOf(store, lock);
    if (still?.owner !== held.owner || !(await takeAway(store, lock, held))) return false;
  }
  try {
    await store.run(sql`CREATE TABLE ${name(lock)} (held UInt8) ENGINE = Memory COMMENT ${literal(owner)}`);
    return true;
  } catch (thrown) {
    // Whoever was quicker may be done by now, and the table gone again.
    if (isTableThere(thrown)) return false;
    throw thrown;
  }
}

interface Hold {
  readonly owner: string;
  /** Seconds, by the engine's clock. */
  readonly age: number;
}

const isOver = ({ owner, age }: Hold, longest = Number.POSITIVE_INFINITY): boolean => !mayRun(owner) || age > longest;

/**
 * Takes a lock away that nobody holds any more. Of several who do so at once, a slow one could meet the lock that a
 * quick one has made meanwhile: it moves it aside first, looks whose it is, and puts it back.
 */
async function takeAway(store: Store, lock: string, held: Hold): Promise<boolean> {
  const aside = `${lock}_${randomUUID().replaceAll("-", "")}`;
  try {
    await store.run(sql`RENAME TABLE ${name(lock)} TO ${name(aside)}`);
  } catch (thrown) {
    if (thrown instanceof KeptError && thrown.code === "query-failed") return false;
    throw thrown;
  }
  const right = (await holdOf(store, aside))?.owner === held.owner;
  await store.run(right ? sql`DROP TABLE ${name(aside)} SYNC` : sql`RENAME TABLE ${name(aside)} TO ${name(lock)}`);
  return right;
}

async function holdOf(store: Store, lock: string): Promise<Hold | undefined> {
  const [row] = await store.rows<{ readonly comment: string; readonly age: number }>(
    sql`SELECT comment, toFloat64(dateDiff('second', metadata_modification_time, now())) AS age FROM system.tables
      WHERE database = currentDatabase() AND name = ${text(lock)}`,
  );
  return row && { owner: row.comment, age: row.age };
}
