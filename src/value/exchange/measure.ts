import type { Experience } from "../../language/experience.ts";
import { digits, moment, type Sql, sql, text, texts } from "../../sql/sql.ts";
import type { Store } from "../../storage/store.ts";
import { paidOf } from "../bought.ts";
import { type Price, worstGrade } from "../deficit/price.ts";
import { type Estimate, estimate, type Grade, type Refusal, refusal } from "../estimate.ts";
import { NO_OCCASION, occasionPlace } from "../occasion-place.ts";
import { isScored, scoreOf } from "../said.ts";
import type { Exchange, Exchanges } from "./exchange.ts";

/** Of customers together: promises by name, what was received, and what they said last. */
interface Row {
  /** Its place in the file from 1; 0 where there is none. */
  readonly occasion: number;
  readonly customers: string;
  readonly received: number;
  readonly scored: string;
  readonly score: number;
  readonly kept: Counts;
  readonly broken: Counts;
  readonly open: Counts;
}

/** Promises and how often, side by side. */
type Counts = readonly [names: readonly string[], times: readonly string[]];

/**
 * What customers were given beside what was received from them, of everybody and by occasion. Given is a promise that was
 * kept, at what one that is broken is held to cost: measured, or else declared. Reads the table `verdicts`, judged as of
 * the same moment (ms since 1970 UTC); amounts are in the experience's currency.
 */
export async function measureExchanges(
  store: Store,
  experience: Experience,
  asOf: number,
  prices: readonly Price[],
): Promise<Exchanges> {
  const rows = await read(store, experience, asOf);
  const named = rows.map((row) => ({ row, name: experience.occasions[row.occasion - 1]?.name ?? "" }));
  return {
    whole: exchangeOf("", rows, experience, prices),
    by_occasion:
      experience.occasions.length === 0
        ? []
        : named.map(({ row, name }) => exchangeOf(name, [row], experience, prices)),
    unpriced: prices.filter(({ amount }) => amount === null).map(({ promise }) => promise),
  };
}

/** The same of one customer. */
export async function exchangeWith(
  store: Store,
  experience: Experience,
  customer: string,
  asOf: number,
  prices: readonly Price[],
): Promise<Exchange> {
  const rows = await read(store, experience, asOf, sql`customer_key = cityHash64(${text(customer)})`);
  return exchangeOf(customer, rows, experience, prices);
}

async function read(
  store: Store,
  experience: Experience,
  asOf: number,
  among: Sql = sql`true`,
): Promise<readonly Row[]> {
  const { promises } = experience;
  const nowhere = digits(NO_OCCASION);
  const scored = isScored(experience) ?? sql`false`;
  const score = scoreOf(experience) ?? sql`cast(null, 'Nullable(Float64)')`;
  const none = sql`cast(map(), 'Map(String, UInt64)')`;
  const count = (which: Sql): Sql => sql`sumMap(if(${which}, map(toString(promise), toUInt64(1)), ${none}))`;
  const told = (map: Sql): Sql => sql`(mapKeys(sumMap(${map})), arrayMap(x -> toString(x), mapValues(sumMap(${map}))))`;
  return store.rows<Row>(
    sql`select toUInt32(if(place = ${nowhere}, 0, place)) as occasion, toString(count()) as customers, sum(got) as received,
      toString(countIf(isNotNull(last))) as scored, ifNull(sum(last), 0.) as score,
      ${told(sql`their_kept`)} as kept, ${told(sql`their_broken`)} as broken, ${told(sql`their_open`)} as open
    from (select customer_key, min(their_place) as place, sum(amount) as got, anyLast(said) as last, sumMap(k) as their_kept,
        sumMap(b) as their_broken, sumMap(o) as their_open
      from (select customer_key, toUInt8(min(${occasionPlace(experience)})) as their_place, toFloat64(sum(ifNull(${paidOf(experience)}, 0))) as amount,
          argMaxIf(${score}, at, ${scored}) as said, ${none} as k, ${none} as b, ${none} as o
        from events where at <= ${moment(asOf)} and ${among} group by customer_key
        union all select customer_key, toUInt8(${nowhere}) as their_place, 0. as amount, cast(null, 'Nullable(Float64)') as said,
          ${count(sql`verdict = 'kept'`)} as k, ${count(sql`verdict in ('late', 'missed')`)} as b, ${count(sql`verdict = 'open'`)} as o
        from verdicts where promise in ${texts(promises.map(({ name }) => name))} and ${among} group by customer_key)
      group by customer_key)
    group by place order by place`,
  );
}

function exchangeOf(name: string, rows: readonly Row[], { events }: Experience, prices: readonly Price[]): Exchange {
  const sum = (of: (row: Row) => number): number => rows.reduce((total, row) => total + of(row), 0);
  const times = ([, each]: Counts): number => each.reduce((total, one) => total + Number(one), 0);
  const scored = sum((row) => Number(row.scored));
  return {
    name,
    customers: sum((row) => Number(row.customers)),
    kept: sum((row) => times(row.kept)),
    broken: sum((row) => times(row.broken)),
    open: sum((row) => times(row.open)),
    given: worthOf(
      rows.map(({ kept }) => kept),
      prices,
    ),
    withheld: worthOf(
      rows.map(({ broken }) => broken),
      prices,
    ),
    received: events.some(({ received }) => received !== undefined) ? sum((row) => row.received) : NOTHING_RECEIVED,
    felt: { mean: scored === 0 ? null : sum((row) => row.score) / scored, n: scored },
  };
}

const NOTHING_RECEIVED = refusal(
  "The experience file does not say what the company receives.",
  "An event with the amount that it brings: received: total.",
);

/** Promises at what one of them is held to be worth; a refusal where that is known of none of them. */
function worthOf(counts: readonly Counts[], prices: readonly Price[]): Estimate | Refusal {
  const known = new Map(prices.flatMap((price) => (price.known === null ? [] : [[price.promise, price.known]])));
  if (known.size === 0)
    return refusal(
      "Nobody knows what keeping a promise is worth to a customer: it is neither measured nor declared.",
      'A measured cost that is clear of zero, or "worth" on a promise in the experience file.',
    );
  const total = { value: 0, low: 0, high: 0, n: 0 };
  const grades = new Set<Grade>();
  for (const [names, times] of counts)
    for (const [i, promise] of names.entries()) {
      const own = known.get(promise);
      if (own === undefined) continue;
      const n = Number(times[i] ?? 0);
      grades.add(own.grade);
      total.n += n;
      total.value += n * own.value;
      total.low += n * own.low;
      total.high += n * own.high;
    }
  const grade = worstGrade([...grades]);
  return estimate(total, { n: total.n, grade, method: "promises, each at what a broken one is held to cost" });
}
