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
import type { Ranking } from "./rank.ts";

/** One shortfall, with the keys of the verdict that it is of. */
export interface NamedShortfall {
  readonly customerKey: string;
  /** Of an open one the chance that was given. */
  readonly forecast: OpenChance | undefined;
  readonly customer: string;
  readonly shortfall: Shortfall;
}

/** What it takes to say of customers what they are short of. */
export type Known = Pick<Ranking, "prices" | "chances">;

/** Everything that customers (keys) are short of. Reads the table `verdicts`. */
export async function shortfallsOf(
  store: Store,
  experience: Experience,
  { prices, chances }: Known,
  customers: readonly string[],
  asOf: number,
): Promise<readonly NamedShortfall[]> {
  if (customers.length === 0) return [];
  const rows = await store.rows<VerdictRow>(sql`select * from verdicts where customer_key in ${naturals(customers)}
    and (${BROKEN} or verdict = 'open') and promise in ${texts(prices.map(({ promise }) => promise))}
    order by customer_key, subject_key, promise, asked_at, asked_key`);
  const named = await nameEach(store, experience, rows);
  const wanted = new Set(customers);
  const given = new Map(
    chances.flatMap((one) =>
      wanted.has(one.customerKey)
        ? [[`${one.promise} ${one.customerKey} ${one.subjectKey} ${one.askedKey}`, one] as const]
        : [],
    ),
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

/** By customer (key), in the order of `customers`, with the reasons in full; who is short of nothing is not among them. */
export async function deficitsOf(
  store: Store,
  experience: Experience,
  known: Known,
  customers: readonly string[],
  asOf: number,
): Promise<ReadonlyMap<string, Deficit>> {
  const all = new Map<string, NamedShortfall[]>();
  for (const one of await shortfallsOf(store, experience, known, customers, asOf))
    all.set(one.customerKey, [...(all.get(one.customerKey) ?? []), one]);
  return new Map(
    customers.flatMap((key) => {
      const own = all.get(key);
      return own === undefined ? [] : [[key, sumUp(own)] as const];
    }),
  );
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

/** The shortfalls of one customer as one deficit. */
function sumUp(own: readonly NamedShortfall[]): Deficit {
  const shortfalls = own.map(({ shortfall }) => shortfall);
  const priced = shortfalls.filter(({ part }) => part !== null);
  const sum = (some: readonly Shortfall[]): number => some.reduce((total, { part }) => total + (part ?? 0), 0);
  return {
    customer: own[0]?.customer ?? "",
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
