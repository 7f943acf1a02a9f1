import type { Experience } from "../../language/experience.ts";
import { sql, text } from "../../sql/sql.ts";
import type { Store } from "../../storage/store.ts";
import type { Refusal } from "../estimate.ts";
import { bgNbd, mbgNbd } from "./bg-nbd.ts";
import { oneIn } from "./buyers.ts";
import { measureEquity } from "./measure.ts";
import { type Outlook, outlookOnKey } from "./outlook.ts";

/** Customers from whom is learned what to expect of one: enough for one figure, and quick among millions. */
const LEARNED_FROM = 20_000;

/** Would this customer buy again now, and what are they worth? Or why that cannot be said. */
export async function outlookOnOne(
  store: Store,
  experience: Experience,
  customer: string,
  asOf: number,
): Promise<Outlook | Refusal> {
  const [row] = await store.rows<{ readonly key: string; readonly customers: string }>(
    sql`select toString(cityHash64(${text(customer)})) as key, toString(uniq(customer_key)) as customers from events`,
  );
  const among = oneIn(Number(row?.customers ?? 0) / LEARNED_FROM);
  const measured = await measureEquity(store, experience, asOf, { among, models: [bgNbd, mbgNbd] });
  return outlookOnKey(store, experience, measured, row?.key ?? "");
}
