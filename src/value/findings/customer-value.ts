import type { Experience } from "../../language/experience.ts";
import type { Store } from "../../storage/store.ts";
import type { Deficit } from "../deficit/deficit.ts";
import type { Price } from "../deficit/price.ts";
import { type Answered, readAnswered } from "../equity/answered.ts";
import type { Outlook } from "../equity/outlook.ts";
import type { Refusal } from "../estimate.ts";
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

/** What one customer was given and gave, and what they say of it. Reads the table `verdicts`. */
export async function customerValue(
  store: Store,
  experience: Experience,
  customer: string,
  asOf: number,
  prices: readonly Price[],
): Promise<Pick<CustomerValue, "exchange" | "stated">> {
  const [exchange, stated] = await Promise.all([
    exchangeWith(store, experience, customer, asOf, prices),
    readAnswered(store, experience, customer, asOf),
  ]);
  return { exchange, stated };
}
