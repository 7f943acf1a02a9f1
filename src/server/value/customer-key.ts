import { sql, text } from "../../sql/sql.ts";
import type { Store } from "../../storage/store.ts";

/** The key of a customer of whom the ledger knows anything; undefined where it knows nothing. */
export async function keyOfCustomer(store: Store, customer: string): Promise<string | undefined> {
  const [row] = await store.rows<{ readonly key: string }>(
    sql`select toString(customer_key) as key from events where customer_key = cityHash64(${text(customer)})
      and customer = ${text(customer)} limit 1`,
  );
  return row?.key;
}
