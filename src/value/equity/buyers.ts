import type { Experience } from "../../language/experience.ts";
import { propertyColumn } from "../../ledger/columns.ts";
import { isOfTerm } from "../../promises/pass.ts";
import { commas, digits, join, moment, type Sql, sql, text, texts } from "../../sql/sql.ts";

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
 * Those who bought, as a SELECT with one row a customer: customer_key, days (on which they bought, each once,
 * ascending), paid (day and amount of each purchase whose amount is known) and occasion (its place in the file from 1;
 * 0 where there is none). An event whose amount is below 0 gave something back and is no purchase.
 */
export function buyerRows(experience: Experience, { asOf, among = sql`true` }: Asked): Sql {
  const { occasions, timezone, value } = experience;
  const ranks = occasions.map(({ when }, i) => sql`${isOfTerm(when)}, ${digits(i + 1)}`);
  const rank = ranks.length === 0 ? sql`255` : sql`multiIf(${commas(ranks)}, 255)`;
  const amount = amountOf(experience);
  return sql`select customer_key, arrayCompact(arraySort(groupArrayIf(day, bought))) as days,
    arraySort(groupArrayIf((day, assumeNotNull(amount)), bought and isNotNull(amount))) as paid,
    if(min(rank) = 255, 0, min(rank)) as occasion
  from (select customer_key, toInt32(toDate32(at, ${text(timezone)})) as day, ${amount} as amount,
      ${isOfTerm(value.bought)} and ifNull(amount >= 0, true) as bought, toUInt8(${rank}) as rank
    from events where at <= ${moment(asOf)} and ${among} and name in ${texts(namesOf(experience))})
  group by customer_key having length(days) > 0`;
}

/** What the company received by an event; null where it is not known. */
export function amountOf({ events }: Experience): Sql {
  const paid = events.flatMap(({ name, received }) =>
    received === undefined ? [] : [sql`name = ${text(name)}, toFloat64(${propertyColumn(received)})`],
  );
  return paid.length === 0 ? sql`cast(null, 'Nullable(Float64)')` : sql`multiIf(${join(paid, sql`, `)}, null)`;
}

const namesOf = ({ value, occasions }: Experience): readonly string[] => [
  ...new Set([...value.bought, ...occasions.flatMap(({ when }) => when)].map(({ event }) => event)),
];

/** Grouping by the front of the table's order needs no room for all groups at once. */
export const BUYERS = { optimize_aggregation_in_order: 1, max_block_size: 16_384 } as const;
