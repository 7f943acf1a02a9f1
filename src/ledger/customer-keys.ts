import { natural, type Sql, sql, text, texts } from "../sql/sql.ts";
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

/** The keys of so many customers at once can be held in a set, in about 0.5 GB. */
const HELD = 8_000_000;

/** Conditions on `customer_key`: the customers of a shard in slices of about so many. */
export async function customerSlices(shard: Store, each = HELD): Promise<readonly Sql[]> {
  const [row] = await shard.rows<{ readonly customers: string }>(
    sql`select toString(uniq(customer_key)) as customers from events`,
  );
  return rangesOf(Math.ceil(Number(row?.customers ?? 0) / each));
}

/** So many conditions on `customer_key`, at least one: customers by the range of their key, which the hash spreads evenly. */
export function rangesOf(wanted: number): readonly Sql[] {
  const count = Math.max(1, wanted);
  const border = (i: number): bigint => (BigInt(i) << 64n) / BigInt(count);
  return Array.from({ length: count }, (_, i) =>
    i === count - 1
      ? sql`customer_key >= ${natural(border(i))}`
      : sql`customer_key >= ${natural(border(i))} and customer_key < ${natural(border(i + 1))}`,
  );
}
