import { BROKEN, JUDGED } from "../gaps/verdict-columns.ts";
import type { CustomerPromise, Experience, Journey } from "../language/experience.ts";
import { everyValue } from "../language/parts.ts";
import { followsColumn } from "../ledger/columns.ts";
import { digits, join, moment, nothing, type Sql, sql, texts } from "../sql/sql.ts";

/**
 * Judged verdicts with the moment at which each was settled, as a SELECT: promise, customer_key, subject_key, occasion,
 * asked_at, asked_key, due_at, answered_at, expected, felt, broken (1 or 0) and settled_at. A late one broke when it was due; what was
 * kept was kept when it was answered or its time was over; what a journey's end broke, broke then. settled_at is null
 * where the verdicts do not tell (broken by `before` without a moment). `among` holds rows by their customer_key.
 */
export function settledRows(
  experience: Experience,
  promises: readonly CustomerPromise[],
  asOf: number,
  among: Sql = sql`true`,
): Sql {
  const past = moment(asOf);
  const due = sql`if(due_at <= ${past}, due_at, null)`;
  const undated = promises.filter(isUndated);
  const ended = endings(experience, undated, asOf, among);
  const end = ended === undefined ? sql`null` : sql`arrayFirstOrNull(t -> t >= asked_at, ends)`;
  const names = texts(promises.map(({ name }) => name));
  const judged = sql`select * from verdicts where promise in ${names} and ${JUDGED} and ${among}`;
  const joined =
    ended === undefined
      ? nothing
      : sql` any left join (${ended.rows}) as ended on judged.customer_key = ended.customer_key
    and judged.subject_key = ended.subject_key and ${ended.journey} = ended.journey`;
  return sql`select promise, judged.customer_key as customer_key, judged.subject_key as subject_key, occasion, asked_at, asked_key,
    due_at, answered_at, expected, felt, ${BROKEN} as broken,
    greatest(asked_at, multiIf(verdict = 'late', due_at, verdict = 'kept', coalesce(answered_at, ${due}, asked_at),
      coalesce(answered_at, ${due}, ${end}))) as settled_at
  from (${judged}) as judged${joined}`;
}

/** Whether it may be broken without a moment that was due: by the end of its journey. */
function isUndated(promise: CustomerPromise): boolean {
  if (promise.kind !== "then" || promise.journey === undefined) return false;
  return everyValue(promise.expected).some(({ kind }) => kind !== "within");
}

/** When the journeys of these promises ended, as arrays by customer and subject; each journey has a number. */
function endings({ journeys }: Experience, promises: readonly CustomerPromise[], asOf: number, among: Sql) {
  const own = journeys.filter(({ name, ends }) => ends.length > 0 && promises.some(({ journey }) => journey === name));
  if (own.length === 0) return undefined;
  const place = (journey: Journey) => digits(own.indexOf(journey) + 1);
  const each = own.map(
    (
      journey,
    ) => sql`select customer_key, ${followsColumn(journey.follows)} as subject_key, toUInt8(${place(journey)}) as journey, at
      from events where name in ${texts(journey.ends)} and ${followsColumn(journey.follows)} != 0 and at <= ${moment(asOf)} and ${among}`,
  );
  const named = own.map(
    (journey) =>
      sql`promise in ${texts(promises.filter((promise) => promise.journey === journey.name).map(({ name }) => name))}, ${place(journey)}, `,
  );
  return {
    rows: sql`select customer_key, subject_key, journey, arraySort(groupArray(at)) as ends from (${join(each, sql` union all `)})
      group by customer_key, subject_key, journey`,
    journey: sql`toUInt8(multiIf(${join(named, nothing)}0))`,
  };
}
