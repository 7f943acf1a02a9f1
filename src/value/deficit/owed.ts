import { BROKEN } from "../../gaps/verdict-columns.ts";
import type { Experience } from "../../language/experience.ts";
import { digits, naturals, number, numbers, type Sql, sql, texts } from "../../sql/sql.ts";
import type { Store } from "../../storage/store.ts";
import type { OpenChance } from "../breaking/measure.ts";
import type { Price } from "./price.ts";

/** What a customer is short of, in sums: of what is broken, and of what is likely to break. */
export interface Owed {
  readonly customerKey: string;
  /** price × stakes, summed. */
  readonly broken: number;
  /** stakes, summed. */
  readonly brokenWeight: number;
  readonly likely: number;
  readonly likelyWeight: number;
}

interface Row {
  readonly customer_key: string;
  readonly broken: number;
  readonly weight: number;
}

export const stakesOf = ({ occasions }: Experience, occasion: string): number =>
  occasions.find(({ name }) => name === occasion)?.stakes ?? 1;

const stakesSql = ({ occasions }: Experience): Sql =>
  sql`transform(toString(occasion), ${texts(["", ...occasions.map(({ name }) => name)])}, ${numbers([1, ...occasions.map((one) => one.stakes)])}, ${number(1)})`;

/** By customer: what is broken, each with its price and its stakes. `among` holds the rows by customer_key. */
function brokenRows(experience: Experience, prices: readonly Price[], among: Sql): Sql {
  const stakes = stakesSql(experience);
  const amounts = prices.map(({ amount }) => amount ?? 0);
  const price = sql`transform(toString(promise), ${texts(prices.map(({ promise }) => promise))}, ${numbers(amounts)}, ${number(0)})`;
  return sql`select customer_key, sum(${price} * ${stakes}) as broken, sum(${stakes}) as weight
  from verdicts where ${BROKEN} and promise in ${texts(prices.map(({ promise }) => promise))} and ${among}
  group by customer_key`;
}

/** Customers with anything broken, or open in a promise of `forecast`; sums over everybody; and those who are short of most. */
export interface BrokenTotals {
  readonly customers: number;
  readonly broken: number;
  readonly first: readonly Owed[];
}

export async function readBroken(
  store: Store,
  experience: Experience,
  prices: readonly Price[],
  forecast: readonly string[],
  most: number,
): Promise<BrokenTotals> {
  const rows = brokenRows(experience, prices, sql`true`);
  const [totals] = await store.rows<{ customers: string; broken: number }>(
    sql`select (select uniqExact(customer_key) from verdicts where promise in ${texts(prices.map(({ promise }) => promise))}
      and (${BROKEN} or verdict = 'open' and promise in ${texts(forecast)})) as customers, (select sum(broken) from (${rows})) as broken`,
  );
  const first = await store.rows<Row>(
    sql`select toString(customer_key) as customer_key, broken, weight from (${rows})
    order by broken desc, weight desc, customer_key limit ${digits(most)}`,
  );
  return {
    customers: Number(totals?.customers ?? 0),
    broken: totals?.broken ?? 0,
    first: first.map(owedOf),
  };
}

/** By promise: how many are broken, and their stakes together. */
export async function brokenByPromise(
  store: Store,
  experience: Experience,
): Promise<ReadonlyMap<string, { readonly n: number; readonly weight: number }>> {
  const rows = await store.rows<{ readonly promise: string; readonly n: string; readonly weight: number }>(
    sql`select toString(promise) as promise, toString(count()) as n, sum(${stakesSql(experience)}) as weight
    from verdicts where ${BROKEN} and promise in ${texts(experience.promises.map(({ name }) => name))} group by promise`,
  );
  return new Map(rows.map(({ promise, n, weight }) => [promise, { n: Number(n), weight }]));
}

/** What is broken to some customers (keys), in no order. */
export async function brokenOf(
  store: Store,
  experience: Experience,
  prices: readonly Price[],
  customers: readonly string[],
): Promise<readonly Owed[]> {
  if (customers.length === 0) return [];
  const rows = brokenRows(experience, prices, sql`customer_key in ${naturals(customers)}`);
  const found = await store.rows<Row>(
    sql`select toString(customer_key) as customer_key, broken, weight from (${rows})`,
  );
  return found.map(owedOf);
}

const owedOf = ({ customer_key, broken, weight }: Row): Owed => {
  return { customerKey: customer_key, broken, brokenWeight: weight, likely: 0, likelyWeight: 0 };
};

/** By customer: what is likely to break, each chance with its price and its stakes. */
export function likelyOf(
  experience: Experience,
  prices: readonly Price[],
  chances: readonly OpenChance[],
): ReadonlyMap<string, { readonly likely: number; readonly weight: number }> {
  const amounts = new Map(prices.map(({ promise, amount }) => [promise, amount ?? 0]));
  const found = new Map<string, { likely: number; weight: number }>();
  for (const { customerKey, promise, occasion, chance } of chances) {
    const own = found.get(customerKey) ?? { likely: 0, weight: 0 };
    const stakes = stakesOf(experience, occasion) * chance;
    found.set(customerKey, { likely: own.likely + stakes * (amounts.get(promise) ?? 0), weight: own.weight + stakes });
  }
  return found;
}
