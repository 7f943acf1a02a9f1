import { sql, texts } from "../sql/sql.ts";
import type { Store } from "../storage/store.ts";

/** The ledger's hashes of customers' ids, in their order, as decimal texts. */
export async function keysOfCustomers(store: Store, customers: readonly string[]): Promise<readonly string[]> {
  const [row] = await store.rows<{ readonly keys: readonly string[] }>(
    sql`select arrayMap(id -> toString(cityHash64(id)), ${texts(customers)}) as keys`,
  );
  return row?.keys ?? [];
}
