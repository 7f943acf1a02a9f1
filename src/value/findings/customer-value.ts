import type { Experience } from "../../language/experience.ts";
import { sql, text } from "../../sql/sql.ts";
import type { Store } from "../../storage/store.ts";
import type { Deficit } from "../deficit/deficit.ts";
import type { Price } from "../deficit/price.ts";
import { type Answered, readAnswered } from "../equity/answered.ts";
import type { Measured } from "../equity/measure.ts";
import { type Outlook, outlookOn } from "../equity/outlook.ts";
import { isRefusal, type Refusal, refusal } from "../estimate.ts";
import type { Exchange } from "../exchange/exchange.ts";
import { exchangeWith } from "../exchange/measure.ts";

/** What goes beyond counting, of one customer. */
export interface CustomerValue {
  /** What they were given, beside what was received from them. */
  readonly exchange: Exchange;
  /** Would they buy again now, and what are they worth? */
  readonly outlook: Outlook | Refusal;
  /** What they said themselves when they were asked. */
  readonly stated: Answered | Refusal;
  /** What they are short of; null where that is nothing that anybody knows of. */
  readonly deficit: Deficit | null;
}

/** What one customer was given and gave, and what they say beside what they do. Reads the table `verdicts`. */
export async function customerValue(
  store: Store,
  experience: Experience,
  customer: string,
  asOf: number,
  { prices, outlook }: { readonly prices: readonly Price[]; readonly outlook: Outlook | Refusal },
): Promise<Omit<CustomerValue, "deficit">> {
  const exchange = await exchangeWith(store, experience, customer, asOf, prices);
  return { exchange, outlook, stated: await readAnswered(store, experience, customer, asOf) };
}

/** What to expect of one customer by models that were fitted before. */
export async function outlookBy(
  store: Store,
  experience: Experience,
  customer: string,
  measured: Measured | Refusal,
): Promise<Outlook | Refusal> {
  if (isRefusal(measured)) return measured;
  const [row] = await store.rows<{ key: string }>(sql`select toString(cityHash64(${text(customer)})) as key`);
  const [found] = await outlookOn(store, experience, measured, [row?.key ?? ""]);
  return found ?? refusal("They have not bought anything by then.", "A first purchase.");
}
