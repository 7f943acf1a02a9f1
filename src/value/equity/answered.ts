import type { Experience } from "../../language/experience.ts";
import { propertyColumn } from "../../ledger/columns.ts";
import { join, moment, type Sql, sql, text } from "../../sql/sql.ts";
import type { Store } from "../../storage/store.ts";
import { type Refusal, refusal } from "../estimate.ts";

/** What one customer answered last to "would you buy again today?". */
export interface Answered {
  readonly kind: "answered";
  readonly yes: boolean;
  /** ISO 8601, UTC. */
  readonly at: string;
}

export const NEVER_ASKED = refusal(
  "Customers are not asked whether they would buy again.",
  'An event with the answer: name its yes-no property under "again".',
);

/** Whether an event answers it; null where it does not, undefined where no event of the experience ever does. */
export function answerOf({ events }: Experience): Sql | undefined {
  const answers = events.flatMap(({ name, again }) =>
    again === undefined ? [] : [sql`name = ${text(name)}, ${propertyColumn(again)}`],
  );
  return answers.length === 0 ? undefined : sql`multiIf(${join(answers, sql`, `)}, cast(null, 'Nullable(Bool)'))`;
}

/** The latest answer of one customer up to a moment (ms since 1970 UTC). */
export async function readAnswered(
  store: Store,
  experience: Experience,
  customer: string,
  asOf: number,
): Promise<Answered | Refusal> {
  const answer = answerOf(experience);
  if (answer === undefined) return NEVER_ASKED;
  const [row] = await store.rows<{ readonly yes: boolean; readonly at: number }>(
    sql`select assumeNotNull(${answer}) as yes, toFloat64(toUnixTimestamp64Milli(at)) as at from events
    where customer_key = cityHash64(${text(customer)}) and events.at <= ${moment(asOf)} and isNotNull(${answer})
    order by events.at desc limit 1`,
  );
  return row === undefined
    ? refusal("They have not answered yet whether they would buy again.", "An answer of theirs.")
    : { kind: "answered", yes: row.yes, at: new Date(row.at).toISOString() };
}
