import type { Experience } from "../../language/experience.ts";
import { isOfTerm } from "../../promises/pass.ts";
import { digits, moment, natural, type Sql, sql, text, texts } from "../../sql/sql.ts";
import { paidOf } from "../bought.ts";
import { NO_OCCASION, occasionPlace } from "../occasion-place.ts";

/** What is asked of the ledger. Days are days of the calendar in the experience's time zone, counted from 1970. */
export interface Asked {
  /** Milliseconds since 1970 UTC: what happened later does not exist. */
  readonly asOf: number;
  /** The day of `asOf`. */
  readonly today: number;
  /** Customers to look at, by customer_key; everybody where it is left out. */
  readonly among?: Sql;
}

/**
 * Those who bought, as a SELECT with one row a customer: customer_key; days and amounts, which belong together, of each
 * time that they bought, in no order, −1 where an amount is not known; and occasion (its place in the file from 1; 0
 * where there is none). An event whose amount is below 0 gave something back and is no purchase.
 */
export function buyerRows(experience: Experience, { asOf, among = sql`true` }: Asked): Sql {
  const { timezone, value } = experience;
  return sql`select customer_key, groupArrayIf(day, bought) as days, groupArrayIf(ifNull(amount, -1.), bought) as amounts,
    if(min(place) = ${digits(NO_OCCASION)}, 0, min(place)) as occasion
  from (select customer_key, toInt32(toDate32(at, ${text(timezone)})) as day, ${paidOf(experience)} as amount,
      ${isOfTerm(value.bought)} and ifNull(amount >= 0, true) as bought, toUInt8(${occasionPlace(experience)}) as place
    from events where at <= ${moment(asOf)} and ${among} and name in ${texts(namesOf(experience))})
  group by customer_key having length(days) > 0`;
}

/** A row of `buyerRows` as a history, in columns: what is bought on one day is one purchase. */
export const historyColumns = (today: number): Sql => sql`arrayMin(days) as first, arrayUniq(days) - 1 as repeats,
    toUInt32(arrayMax(days) - first) as latest, toUInt32(${digits(today)} - first) as known,
    arrayUniq(arrayFilter((day, amount) -> day > first and amount >= 0, days, amounts)) as paid,
    arraySum((day, amount) -> if(day > first and amount > 0, amount, 0.), days, amounts) / greatest(paid, 1) as spend,
    arraySum(amount -> greatest(amount, 0.), amounts) as received`;

/** About so manieth of the customers, whom their keys choose by chance; reads no more than those. */
export const oneIn = (times: number): Sql =>
  times <= 1 ? sql`true` : sql`customer_key < ${natural(endOfPart(times))}`;

/** The same of a key (decimal text). */
export const isOneIn = (times: number, key: string): boolean => times <= 1 || BigInt(key) < endOfPart(times);

const endOfPart = (times: number): bigint => 2n ** 64n / BigInt(Math.ceil(times));

const namesOf = ({ value, occasions }: Experience): readonly string[] => [
  ...new Set([...value.bought, ...occasions.flatMap(({ when }) => when)].map(({ event }) => event)),
];

/** Grouping by the front of the table's order needs no room for all groups at once. */
export const BUYERS = { optimize_aggregation_in_order: 1, max_block_size: 16_384 } as const;
