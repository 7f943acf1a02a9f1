import type { Experience } from "../../language/experience.ts";
import { sql, text } from "../../sql/sql.ts";
import type { Store } from "../../storage/store.ts";
import type { OpenChance, PromiseBreaking } from "../breaking/measure.ts";
import type { PromiseCost } from "../cost/cost.ts";
import type { Deficit, Deficits } from "./deficit.ts";
import { likelyOf, readBroken } from "./owed.ts";
import { type Price, pricesOf } from "./price.ts";
import { deficitsOf, LEAST_CHANCE } from "./shortfalls.ts";

/** What a deficit is made of, as it was measured as of the same moment. */
export interface Ground {
  /** Nothing: every promise is taken at its declared worth. */
  readonly costs: readonly PromiseCost[];
  readonly breaking: readonly PromiseBreaking[];
}

const LISTED = 20;

/**
 * Whom to help first: what each customer is short of, the sum over broken and likely-to-break promises of what a broken
 * one costs × chance × stakes of the occasion. Nothing is given back yet: remedies are not known. Reads the table
 * `verdicts`, judged as of the same moment (ms since 1970 UTC); amounts are in the experience's currency.
 */
export async function measureDeficits(
  store: Store,
  experience: Experience,
  asOf: number,
  { costs, breaking }: Ground,
  limit = LISTED,
): Promise<Deficits> {
  const prices = pricesOf(experience, costs);
  const known = prices.some(({ amount }) => amount !== null);
  const chances = breaking.flatMap((one) => one.chances);
  const likely = likelyOf(experience, prices, chances);
  const forecast = breaking.flatMap(({ promise, chances: given }) => (given.length > 0 ? promise : []));
  const broken = await readBroken(store, experience, prices, forecast, limit);
  const urgent = urgentOf(experience, prices, chances, limit);
  const detailed = (keys: readonly string[]) => deficitsOf(store, experience, prices, chances, keys, asOf);
  const toSave = [...likely.values()].reduce((sum, one) => sum + one.likely, 0);
  return {
    currency: experience.currency ?? null,
    as_of: new Date(asOf).toISOString(),
    customers: broken.customers,
    total: known ? broken.broken + toSave : null,
    to_save: known ? toSave : null,
    still_to_save: await detailed(urgent),
    let_down: await detailed(broken.first.map(({ customerKey }) => customerKey)),
    costs: prices,
    forecasts: breaking.map(({ chances: _, ...rest }) => rest),
  };
}

/** Those with most to be saved, chances that are no reason to act left out. */
function urgentOf(
  experience: Experience,
  prices: readonly Price[],
  chances: readonly OpenChance[],
  limit: number,
): readonly string[] {
  const worthIt = likelyOf(
    experience,
    prices,
    chances.filter(({ chance }) => chance >= LEAST_CHANCE),
  );
  return [...worthIt]
    .sort(([a, one], [b, other]) => other.likely - one.likely || other.weight - one.weight || (a < b ? -1 : 1))
    .slice(0, limit)
    .map(([key]) => key);
}

/** What one customer is short of; null where the ledger knows nothing that was promised to them and is open or broken. */
export async function deficitOfCustomer(
  store: Store,
  experience: Experience,
  customer: string,
  asOf: number,
  { costs, breaking }: Ground,
): Promise<Deficit | null> {
  const [row] = await store.rows<{ key: string }>(sql`select toString(cityHash64(${text(customer)})) as key`);
  const key = row?.key ?? "";
  const chances = breaking.flatMap((one) => one.chances).filter(({ customerKey }) => customerKey === key);
  const [found] = await deficitsOf(store, experience, pricesOf(experience, costs), chances, [key], asOf);
  return found ?? null;
}
