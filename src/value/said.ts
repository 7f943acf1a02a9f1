import type { CustomerPromise, Experience } from "../language/experience.ts";
import { followsColumn, propertyColumn } from "../ledger/columns.ts";
import { join, moment, number, type Sql, sql, text } from "../sql/sql.ts";

/** Whether an event says what a customer felt; undefined where no event of the experience does. */
export function isScored({ events }: Experience): Sql | undefined {
  const said = events.flatMap(({ name, felt }) =>
    felt === undefined ? [] : [sql`name = ${text(name)} and isNotNull(${propertyColumn(felt.score)})`],
  );
  return said.length === 0 ? undefined : sql`(${join(said, sql` or `)})`;
}

/** The score of such an event on the scale of the first felt event in the file, to which other scales are stretched. */
export function scoreOf({ events }: Experience): Sql | undefined {
  const felt = events.flatMap(({ name, felt }) => (felt === undefined ? [] : [{ name, ...felt }]));
  const [scale] = felt;
  if (scale === undefined) return undefined;
  const each = felt.map(({ name, score, from, to }) => {
    const said = sql`toFloat64(${propertyColumn(score)})`;
    const factor = (scale.to - scale.from) / (to - from);
    const same = from === scale.from && to === scale.to;
    return sql`name = ${text(name)}, ${same ? said : sql`${number(scale.from)} + (${said} - ${number(from)}) * ${number(factor)}`}, `;
  });
  return sql`multiIf(${join(each, sql``)}null)`;
}

/** When the felt score that a promise's verdicts hold was given: customer_key, subject_key and said_at, as a SELECT. */
export function saidRows(
  experience: Experience,
  { journey }: CustomerPromise,
  asOf: number,
  among: Sql = sql`true`,
): Sql | undefined {
  const scored = isScored(experience);
  if (scored === undefined) return undefined;
  const followed = experience.journeys.find(({ name }) => name === journey);
  const subject = followed === undefined ? sql`toUInt64(0)` : sql`${followsColumn(followed.follows)}`;
  const inJourney = followed === undefined ? sql`true` : sql`${subject} != 0`;
  return sql`select customer_key, ${subject} as subject_key, max(at) as said_at
    from events where ${scored} and ${inJourney} and at <= ${moment(asOf)} and ${among} group by customer_key, subject_key`;
}
