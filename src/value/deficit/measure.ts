import type { Experience } from "../../language/experience.ts";
import { keysOfCustomers } from "../../ledger/customer-keys.ts";
import type { Store } from "../../storage/store.ts";
import type { Deficit, Deficits, Ground } from "./deficit.ts";
import { knownTotal } from "./known-total.ts";
import { pricesOf } from "./price.ts";
import { byBroken, mostUrgent, rankDeficits } from "./rank.ts";
import { deficitsOf } from "./shortfalls.ts";

const LISTED = 20;

/**
 * Whom to help first: what each customer is short of, the sum over broken and likely-to-break promises of what a broken
 * one costs × chance × stakes of the occasion. Reads the table `verdicts`, judged as of the same moment (ms since 1970 UTC); amounts are in the experience's currency.
 */
export async function measureDeficits(
  store: Store,
  experience: Experience,
  asOf: number,
  { costs, breaking }: Ground,
  limit = LISTED,
): Promise<Deficits> {
  const found = await rankDeficits(store, experience, { costs, breaking }, limit);
  const { prices, chances } = found;
  const detailed = async (keys: readonly string[]): Promise<readonly Deficit[]> => [
    ...(await deficitsOf(store, experience, found, keys, asOf)).values(),
  ];
  const urgent = await detailed(mostUrgent(experience, prices, chances, limit));
  const broken = found.ranked.filter(({ brokenWeight }) => brokenWeight > 0).sort(byBroken);
  return {
    currency: experience.currency ?? null,
    as_of: new Date(asOf).toISOString(),
    customers: found.customers,
    total: found.total,
    to_save: found.to_save,
    total_known: await knownTotal(
      store,
      experience,
      prices,
      breaking.flatMap((one) => one.chances),
    ),
    // In the order of the amounts that are shown: those hold also what is too unlikely to be a reason to act.
    still_to_save: urgent.toSorted((a, b) => (b.to_save ?? 0) - (a.to_save ?? 0)),
    let_down: await detailed(broken.slice(0, limit).map(({ customerKey }) => customerKey)),
    costs: prices,
    forecasts: found.forecasts,
  };
}

/** What one customer is short of, or is likely to be; null where that is nothing that anybody knows of. */
export async function deficitOfCustomer(
  store: Store,
  experience: Experience,
  customer: string,
  asOf: number,
  { costs, breaking }: Ground,
): Promise<Deficit | null> {
  const [key = ""] = await keysOfCustomers(store, [customer]);
  const known = { prices: pricesOf(experience, costs), chances: breaking.flatMap((one) => one.chances) };
  return (await deficitsOf(store, experience, known, [key], asOf)).get(key) ?? null;
}
