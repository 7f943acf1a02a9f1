import { keysOfCustomers } from "../ledger/customer-keys.ts";
import { follow } from "../ledger/links/link.ts";
import { linksFrom } from "../ledger/links/read.ts";
import type { Store } from "../storage/store.ts";
import type { Case } from "./case.ts";

/** The same, each with the key by which the ledger holds their customer now: ids may have been linked since it was written down. */
export async function atHome<C extends Pick<Case, "customer" | "key">>(
  store: Store,
  cases: readonly C[],
): Promise<readonly C[]> {
  const home = follow(await linksFrom(store, [...new Set(cases.map(({ customer }) => customer))]));
  const moved = cases.filter(({ customer }) => home(customer) !== customer);
  if (moved.length === 0) return cases;
  const keys = await keysOfCustomers(
    store,
    moved.map(({ customer }) => home(customer)),
  );
  const keyOf = new Map(moved.map((one, i) => [one, keys[i] ?? one.key]));
  return cases.map((one) => ({ ...one, key: keyOf.get(one) ?? one.key }));
}
