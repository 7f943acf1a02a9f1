import type { Experience } from "../language/experience.ts";
import { commas, sql, text, texts } from "../sql/sql.ts";
import type { Store } from "../storage/store.ts";
import { BROKEN } from "./verdict-columns.ts";

/** How the promises to some customers stand. */
export interface CustomerCounts {
  readonly kept: number;
  readonly broken: number;
  readonly open: number;
}

/** By customer; who was never promised anything is not in it. */
export async function countByCustomer(
  store: Store,
  { promises }: Experience,
  customers: readonly string[],
): Promise<ReadonlyMap<string, CustomerCounts>> {
  if (customers.length === 0) return new Map();
  const keys = commas(customers.map((customer) => sql`cityHash64(${text(customer)})`));
  const rows = await store.rows<{ place: string; kept: string; broken: string; open: string }>(
    sql`select indexOf([${keys}], customer_key) as place, countIf(verdict = 'kept') as kept, countIf(${BROKEN}) as broken,
      countIf(verdict = 'open') as open
    from verdicts where customer_key in (${keys}) and promise in ${texts(promises.map(({ name }) => name))}
    group by customer_key`,
  );
  return new Map(
    rows.flatMap((row) => {
      const customer = customers[Number(row.place) - 1];
      const counts = { kept: Number(row.kept), broken: Number(row.broken), open: Number(row.open) };
      return customer === undefined ? [] : [[customer, counts] as const];
    }),
  );
}
