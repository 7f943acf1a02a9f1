import { BROKEN } from "../../gaps/verdict-columns.ts";
import type { Experience } from "../../language/experience.ts";
import { nameEach, type VerdictRow } from "../../promises/read.ts";
import type { Verdict } from "../../promises/verdict.ts";
import { naturals, sql, texts } from "../../sql/sql.ts";
import type { Store } from "../../storage/store.ts";
import type { OpenChance } from "../breaking/measure.ts";
import type { Deficit, Shortfall } from "./deficit.ts";
import { stakesOf } from "./owed.ts";
import type { Price } from "./price.ts";

/** A chance below this is no reason to act. */
export const LEAST_CHANCE = 0.05;

/** The customers with the reasons in full, in the order of `customers` (keys). Reads the table `verdicts`. */
export async function deficitsOf(
  store: Store,
  experience: Experience,
  prices: readonly Price[],
  chances: readonly OpenChance[],
  customers: readonly string[],
  asOf: number,
): Promise<readonly Deficit[]> {
  if (customers.length === 0) return [];
  const rows = await store.rows<VerdictRow>(sql`select * from verdicts where customer_key in ${naturals(customers)}
    and (${BROKEN} or verdict = 'open') and promise in ${texts(prices.map(({ promise }) => promise))}
    order by customer_key, subject_key, promise, asked_at, asked_key`);
  const named = await nameEach(store, experience, rows);
  const given = new Map(
    chances.map((one) => [`${one.promise} ${one.customerKey} ${one.subjectKey} ${one.askedKey}`, one]),
  );
  return customers.flatMap((key) => {
    const own = rows.flatMap((row, i) => {
      const verdict = named[i];
      if (verdict === undefined || row.customer_key !== key) return [];
      const chance = given.get(`${row.promise} ${key} ${row.subject_key} ${row.asked_key}`);
      return [{ verdict, shortfall: shortfallOf(experience, prices, verdict, chance, asOf) }];
    });
    const customer = own[0]?.verdict.customer;
    if (customer === undefined) return [];
    return [
      sumUp(
        customer,
        own.flatMap(({ shortfall }) => shortfall ?? []),
      ),
    ];
  });
}

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
