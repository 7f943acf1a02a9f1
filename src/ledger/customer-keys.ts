import { sql, text, texts } from "../sql/sql.ts";
import type { Store } from "../storage/store.ts";

/** The ledger's hashes of customers' ids, in their order, as decimal texts. */
export async function keysOfCustomers(store: Store, customers: readonly string[]): Promise<readonly string[]> {
  const [row] = await store.rows<{ readonly keys: readonly string[] }>(
    sql`select arrayMap(id -> toString(cityHash64(id)), ${texts(customers)}) as keys`,
  );
  return row?.keys ?? [];
}

/** The hash of a customer of whom the ledger knows anything; undefined where it knows nothing. */
export async function keyOfCustomer(store: Store, customer: string): Promise<string | undefined> {
  const [row] = await store.rows<{ readonly key: string }>(
    sql`select toString(customer_key) as key from events where customer_key = cityHash64(${text(customer)})
      and customer = ${text(customer)} limit 1`,
  );
  return row?.key;
}
