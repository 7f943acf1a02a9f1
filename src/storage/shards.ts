import { name, type Sql, sql } from "../sql/sql.ts";
import type { Settings, Store } from "./store.ts";

/** The database whose tables reach over all shards. Those of the same name in `kept` hold a shard's part. */
export const OVER_SHARDS = "kept_cluster";

/** The stores on which the rows of customers lie: in a cluster one for each shard, else the store itself. */
export const shardsOf = (store: Store): readonly Store[] => store.cluster?.shards ?? [store];

/** Where what there may be only one of lies, such as a lock. */
export const firstShard = (store: Store): Store => store.cluster?.shards[0] ?? store;

/** A table with the rows of all shards, also when it is named on one of them. */
export const overShards = (store: Store, table: string): Sql =>
  store.cluster === undefined ? sql`${name(table)}` : sql`${name(OVER_SHARDS)}.${name(table)}`;

/** Does some work on every shard, where a customer's rows are all at hand. */
export const onEachShard = <T>(store: Store, work: (shard: Store) => Promise<T>): Promise<readonly T[]> =>
  onAll(shardsOf(store), work);

/** Runs a statement on every shard: what changes rows or tables in place does so where they lie. */
export async function everywhere(store: Store, statement: Sql, settings?: Settings): Promise<void> {
  await onEachShard(store, (shard) => shard.run(statement, settings));
}

/** Side by side; returns or throws only when all have ended. */
export async function onAll<A, T>(all: readonly A[], work: (one: A) => Promise<T>): Promise<readonly T[]> {
  const ends = await Promise.allSettled(all.map(work));
  return ends.map((end) => {
    if (end.status === "rejected") throw end.reason;
    return end.value;
  });
}
