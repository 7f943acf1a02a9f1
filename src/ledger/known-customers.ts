import { type Hole, sql } from "../sql/sql.ts";
import { everywhere, onEachShard } from "../storage/shards.ts";
import type { Store } from "../storage/store.ts";
import { customerSlices } from "./customer-keys.ts";

/** Notes who the customers of these batches are; a list of numbers. */
export async function noteCustomers(store: Store, batches: Hole): Promise<void> {
  await everywhere(
    store,
    sql`insert into customers (customer, customer_key) select any(customer), customer_key from events
      where batch in ${batches} group by customer_key`,
    { optimize_aggregation_in_order: 1 },
  );
}

/** Takes off the list who has no event any more: known by another id by now, or erased while they were noted. */
export async function dropStrangers(store: Store, held?: number): Promise<void> {
  await onEachShard(store, async (shard) => {
    for (const slice of await customerSlices(shard, held))
      await shard.run(
        sql`alter table customers delete where ${slice} and customer_key not in (select customer_key from events where ${slice})`,
        { mutations_sync: 2 },
      );
  });
}
