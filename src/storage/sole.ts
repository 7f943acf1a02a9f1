import { createHash, randomUUID } from "node:crypto";
import { literal } from "../sql/literal.ts";
import { name, sql, text } from "../sql/sql.ts";
import { enrol, isOfThisMachine, mayRun, strikeOff } from "./owner.ts";
import { firstShard } from "./shards.ts";
import type { Store } from "./store.ts";
import { isTableThere } from "./trouble.ts";

/**
 * Does some work that only one program may do to a ledger at a time; undefined: another one is at it. The making of a
 * table is the lock, and its comment tells whose it is, so that a lock of a program that was killed can be taken away;
 * of a program on another machine when it has not been renewed for so many seconds.
 */
export async function solely<T>(
  ledger: Store,
  lock: string,
  work: () => Promise<T>,
  longest = Number.POSITIVE_INFINITY,
): Promise<T | undefined> {
  const store = firstShard(ledger);
  const owner = enrol();
  try {
    return await holding(store, lock, { owner, longest }, work);
  } finally {
    strikeOff(owner);
  }
}

interface Taker {
  readonly owner: string;
  readonly longest: number;
}

async function holding<T>(store: Store, lock: string, taker: Taker, work: () => Promise<T>): Promise<T | undefined> {
  const held = await holdOf(store, lock);
  if (held !== undefined && !(isOver(held, taker) && (await takeAway(store, lock, held, taker)))) return undefined;
  try {
    await store.run(sql`CREATE TABLE ${name(lock)} (held UInt8) ENGINE = Memory COMMENT ${literal(taker.owner)}`);
  } catch (thrown) {
    // Whoever was quicker may be done by now, and the table gone again.
    if (isTableThere(thrown)) return undefined;
    throw thrown;
  }
  const renewing = setInterval(() => void renew(store, lock), Math.min((taker.longest * 1000) / 4, 2 ** 31 - 1));
  try {
    return await work();
  } finally {
    clearInterval(renewing);
    // Where the engine is gone the next one takes it away.
    await dropOf(store, lock, taker.owner).catch(() => {});
  }
}

/** Whatever changes about a table makes it young again. Where that fails, the lock may be taken away. */
const renew = (store: Store, lock: string): Promise<unknown> =>
  store.run(sql`ALTER TABLE ${name(lock)} COMMENT COLUMN held ${literal(randomUUID())}`).catch(() => {});

interface Hold {
  readonly owner: string;
  /** Seconds since it was taken or renewed, by the engine's clock. */
  readonly age: number;
}

const isOver = ({ owner, age }: Hold, { longest }: Taker): boolean =>
  isOfThisMachine(owner) ? !mayRun(owner) : age > longest;

/**
 * Takes a lock away that nobody holds any more. The right to do so is a lock of its own, named after the one that is
 * gone: else, of several who saw that, a slow one would take away what a quick one has made meanwhile.
 */
async function takeAway(store: Store, lock: string, { owner }: Hold, taker: Taker): Promise<boolean> {
  const right = `${lock}_${createHash("sha256").update(owner).digest("hex").slice(0, 16)}`;
  return (await holding(store, right, taker, () => dropOf(store, lock, owner))) ?? false;
}

/** Whether the lock was that owner's; to be called by that one alone, or by who may do it in their place. */
async function dropOf(store: Store, lock: string, owner: string): Promise<boolean> {
  if ((await holdOf(store, lock))?.owner !== owner) return false;
  await store.run(sql`DROP TABLE IF EXISTS ${name(lock)} SYNC`);
  return true;
}

async function holdOf(store: Store, lock: string): Promise<Hold | undefined> {
  const [row] = await store.rows<{ readonly comment: string; readonly age: number }>(
    sql`SELECT comment, toFloat64(dateDiff('second', metadata_modification_time, now())) AS age FROM system.tables
      WHERE database = currentDatabase() AND name = ${text(lock)}`,
  );
  return row && { owner: row.comment, age: row.age };
}
