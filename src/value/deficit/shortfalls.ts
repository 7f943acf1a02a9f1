import { BROKEN } from "../../gaps/verdict-columns.ts";
import type { Experience } from "../../language/experience.ts";
import { nameRows, type VerdictRow } from "../../promises/read.ts";
import type { Verdict } from "../../promises/verdict.ts";
import { naturals, sql, texts } from "../../sql/sql.ts";
import type { Store } from "../../storage/store.ts";
import type { OpenChance } from "../breaking/measure.ts";
import type { Deficit, Shortfall } from "./deficit.ts";
import { stakesOf } from "./owed.ts";
import type { Price } from "./price.ts";

/** A chance below this is no reason to act. */
export const LEAST_CHANCE = 0.05;

/** The customers with the reasons in full, in the order of their keys. Reads the table `verdicts`. */
export async function deficitsOf(
  store: Store,
  experience: Experience,
  prices: readonly Price[],
  chances: readonly OpenChance[],
  customers: readonly string[],
  asOf: number,
): Promise<readonly Deficit[]> {
  if (customers.length === 0) return [];
  const among = sql`customer_key in ${naturals(customers)}`;
  const rows = await store.rows<VerdictRow>(sql`select * from verdicts
    where ${among} and (${BROKEN} or verdict = 'open') and promise in ${texts(prices.map(({ promise }) => promise))}`);
  const verdicts = await nameRows(store, experience, rows);
  const named = await store.rows<{ key: string; customer: string }>(
    sql`select distinct toString(customer_key) as key, customer from events where ${among}`,
  );
  const nameOf = new Map(named.map(({ key, customer }) => [key, customer]));
  const keyOf = new Map(named.map(({ key, customer }) => [customer, key]));
  const given = new Map(chances.map((one) => [askingOf(one.promise, one.customerKey, one.askedAt), one]));
  return customers.flatMap((key) => {
    const customer = nameOf.get(key);
    if (customer === undefined) return [];
    const own = verdicts.filter((verdict) => verdict.customer === customer);
    const shortfalls = own.flatMap((verdict) => {
      const chance = given.get(askingOf(verdict.promise, keyOf.get(customer) ?? "", verdict.askedAt));
      return shortfallOf(experience, prices, verdict, chance, asOf) ?? [];
    });
    return [sumUp(customer, shortfalls)];
  });
}

const askingOf = (promise: string, customerKey: string, askedAt: number): string =>
  `${promise} ${customerKey} ${askedAt}`;

function shortfallOf(
  experience: Experience,
  prices: readonly Price[],
  verdict: Verdict,
  forecast: OpenChance | undefined,
  asOf: number,
): Shortfall | null {
  const open = verdict.verdict === "open";
  if (open && forecast === undefined) return null;
  const chance = open ? (forecast?.chance ?? 0) : 1;
  const price = prices.find(({ promise }) => promise === verdict.promise)?.amount ?? null;
  const stakes = stakesOf(experience, verdict.occasion ?? "");
  const due = verdict.dueAt;
  return {
    promise: verdict.promise,
    says: experience.promises.find(({ name }) => name === verdict.promise)?.says ?? verdict.promise,
    subject: verdict.subject,
    occasion: verdict.occasion ?? null,
    stakes,
    state: open ? "likely" : "broken",
    chance,
    cost: price,
    part: price === null ? null : price * chance * stakes,
    asked_at: new Date(verdict.askedAt).toISOString(),
    due_at: due === undefined ? null : new Date(due).toISOString(),
    hours_left: open && due !== undefined ? Math.max(0, (due - asOf) / 3_600_000) : null,
    causes: open ? (forecast?.causes ?? []).map(({ about }) => about) : [],
  };
}

/** A customer's shortfalls as one deficit. */
export function sumUp(customer: string, shortfalls: readonly Shortfall[]): Deficit {
  const priced = shortfalls.filter(({ part }) => part !== null);
  const sum = (some: readonly Shortfall[]): number => some.reduce((total, { part }) => total + (part ?? 0), 0);
  return {
    customer,
    deficit: priced.length === 0 ? null : sum(priced),
    to_save: priced.length === 0 ? null : sum(priced.filter(({ state }) => state === "likely")),
    weight: shortfalls.reduce((total, { chance, stakes }) => total + chance * stakes, 0),
    shortfalls: shortfalls.toSorted(
      (a, b) =>
        (b.part ?? 0) - (a.part ?? 0) ||
        b.chance * b.stakes - a.chance * a.stakes ||
        (a.asked_at < b.asked_at ? 1 : -1),
    ),
  };
}
