import type { Experience } from "../language/experience.ts";
import { propertyColumn } from "../ledger/columns.ts";
import { isOfTerm } from "../promises/pass.ts";
import { join, moment, type Sql, sql, text } from "../sql/sql.ts";

/**
 * What customers bought and what was received, as a SELECT with one row a customer: customer_key, bought_at (moments,
 * ascending) and amounts (a moment and what was received then). An amount that nobody wrote down is not in
 * it; one below 0 was given back. Undefined where no event of the experience is a purchase.
 */
export function boughtRows(experience: Experience, asOf: number, among: Sql = sql`true`): Sql | undefined {
  const { bought } = experience.value;
  if (bought.length === 0) return undefined;
  return sql`select customer_key, arraySort(groupArrayIf(at, is_bought)) as bought_at,
      arraySort(groupArrayIf((at, assumeNotNull(amount)), isNotNull(amount))) as amounts
    from (select customer_key, at, ${isOfTerm(bought)} as is_bought, ${paidOf(experience)} as amount
      from events where at <= ${moment(asOf)} and ${among})
    where is_bought or isNotNull(amount) group by customer_key`;
}

/** What the company received by an event; null where it is not known. */
export function paidOf({ events }: Experience): Sql {
  const paid = events.flatMap(({ name, received }) =>
    received === undefined ? [] : [sql`name = ${text(name)}, toFloat64(${propertyColumn(received)}), `],
  );
  return paid.length === 0 ? sql`cast(null, 'Nullable(Float64)')` : sql`multiIf(${join(paid, sql``)}null)`;
}
