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

/** One shortfall, with the keys of the verdict that it is of. */
export interface NamedShortfall {
  readonly customerKey: string;
  /** Of an open one the chance that was given. */
  readonly forecast: OpenChance | undefined;
  readonly customer: string;
  readonly shortfall: Shortfall;
}

/** Everything that customers (keys) are short of. Reads the table `verdicts`. */
export async function shortfallsOf(
  store: Store,
  experience: Experience,
  prices: readonly Price[],
  chances: readonly OpenChance[],
  customers: readonly string[],
  asOf: number,
): Promise<readonly NamedShortfall[]> {
  if (customers.length === 0) return [];
  const rows = await store.rows<VerdictRow>(sql`select * from verdicts where customer_key in ${naturals(customers)}
    and (${BROKEN} or verdict = 'open') and promise in ${texts(prices.map(({ promise }) => promise))}
    order by customer_key, subject_key, promise, asked_at, asked_key`);
  const named = await nameEach(store, experience, rows);
  const given = new Map(
    chances.map((one) => [`${one.promise} ${one.customerKey} ${one.subjectKey} ${one.askedKey}`, one]),
  );
  return rows.flatMap((row, i) => {
    const verdict = named[i];
    const forecast = given.get(`${row.promise} ${row.customer_key} ${row.subject_key} ${row.asked_key}`);
    const shortfall = verdict && shortfallOf(experience, prices, verdict, forecast, asOf);
    return verdict === undefined || !shortfall
      ? []
      : { customerKey: row.customer_key, forecast, customer: verdict.customer, shortfall };
  });
}

/** The customers with the reasons in full, in the order of `customers` (keys); nothing of who is short of nothing. */
export async function deficitsOf(...asked: Parameters<typeof shortfallsOf>): Promise<readonly Deficit[]> {
  const all = new Map<string, NamedShortfall[]>();
  for (const one of await shortfallsOf(...asked)) all.set(one.customerKey, [...(all.get(one.customerKey) ?? []), one]);
  const [, , , , customers] = asked;
  return customers.flatMap((key) => {
    const own = all.get(key) ?? [];
    const customer = own[0]?.customer;
    if (customer === undefined) return [];
    return sumUp(
      customer,
      own.map(({ shortfall }) => shortfall),
    );
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
