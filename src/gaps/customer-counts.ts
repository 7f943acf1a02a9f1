import type { Experience } from "../language/experience.ts";
import { naturals, sql, texts } from "../sql/sql.ts";
import type { Store } from "../storage/store.ts";
import { BROKEN } from "./verdict-columns.ts";

/** How the promises to some customers stand. */
export interface CustomerCounts {
  readonly kept: number;
  readonly broken: number;
  readonly open: number;
}

/** By the hashes of their ids, as decimal texts; who was never promised anything is not in it. */
export async function countByCustomer(
  store: Store,
  { promises }: Experience,
  customers: readonly string[],
): Promise<ReadonlyMap<string, CustomerCounts>> {
  if (customers.length === 0) return new Map();
  const rows = await store.rows<{ key: string; kept: string; broken: string; open: string }>(
    sql`select customer_key as key, countIf(verdict = 'kept') as kept, countIf(${BROKEN}) as broken,
      countIf(verdict = 'open') as open
    from verdicts where customer_key in ${naturals(customers)} and promise in ${texts(promises.map(({ name }) => name))}
    group by customer_key`,
  );
  return new Map(
    rows.map(({ key, kept, broken, open }) => [
      key,
      { kept: Number(kept), broken: Number(broken), open: Number(open) },
    ]),
  );
}
