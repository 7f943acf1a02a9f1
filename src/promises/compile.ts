import type { CustomerPromise, Experience, Term } from "../language/experience.ts";
import { commas, digits, join, type Name, name, number, type Sql, sql, text, texts } from "../sql/sql.ts";
import { repeated } from "./branches.ts";
import { compileCount } from "./count.ts";
import type { Clock } from "./due.ts";
import { keyOf, ROW_ELEMENT, timeOf, turnKey, UNPROMISED_MOMENT } from "./element.ts";
import { compileFirst } from "./first.ts";
import type { Judgement } from "./judgement.ts";
import { OCCASION } from "./limit.ts";
import { compileMeasure } from "./measure.ts";
import { isOfTerm, ofRow, type Pass, SUBJECT, startPass } from "./pass.ts";
import type { Setting } from "./setting.ts";
import { compileThen } from "./then.ts";
import { VERDICT_WORDS } from "./verdict.ts";

/*
 *   promises of one journey ──▶ pass: what each needs of the events ──▶ subjects: one GROUP BY, events as arrays
 *                                                                          │
 *                    verdict rows ◀── unfolded once, for all promises ◀── judgements: arrays beside the askings
 */

/** Several promises judged in one reading of their journey's events. */
export interface JudgingQuery {
  readonly journey: string | undefined;
  readonly promises: readonly CustomerPromise[];
  /** One verdict row for each asking. `where` narrows the events by customer_key. */
  readonly rows: (where: Sql) => Sql;
  /** One row: for each promise an array of counts, by the place of the word in VERDICT_WORDS. */
  readonly counts: (where: Sql) => Sql;
}

/** Everything an experience promises, as few queries as the bits of an element allow. `asOf` in ms since 1970 UTC. */
export function compileJudging(
  experience: Experience,
  promises: readonly CustomerPromise[],
  clock: Clock,
  asOf: number,
): readonly JudgingQuery[] {
  const journeys = [...new Set(promises.map((promise) => promise.journey))];
  return journeys.flatMap((journey) => {
    const own = promises.filter((promise) => promise.journey === journey);
    return inPasses(experience, journey, own, clock, asOf);
  });
}

function inPasses(
  experience: Experience,
  journey: string | undefined,
  promises: readonly CustomerPromise[],
  clock: Clock,
  asOf: number,
): readonly JudgingQuery[] {
  const queries: JudgingQuery[] = [];
  for (let done = 0; done < promises.length; ) {
    const fitting = mostThatFit(
      promises.slice(done),
      (some) => compilePass(experience, journey, some, clock, asOf).fits,
    );
    const some = promises.slice(done, done + fitting);
    queries.push(compilePass(experience, journey, some, clock, asOf).query);
    done += fitting;
  }
  return queries;
}

/** The greatest number from the front that fits; one promise always does, however many terms it has, or is refused. */
function mostThatFit<T>(list: readonly T[], fits: (some: readonly T[]) => boolean): number {
  if (fits(list)) return list.length;
  let count = 1;
  while (count < list.length && fits(list.slice(0, count + 1))) count += 1;
  return count;
}

function compilePass(
  experience: Experience,
  journeyName: string | undefined,
  promises: readonly CustomerPromise[],
  clock: Clock,
  asOf: number,
) {
  const journey = experience.journeys.find((j) => j.name === journeyName);
  const pass = startPass(journey?.follows);
  const ends: Term = (journey?.ends ?? []).map((event) => ({ event, if: undefined }));
  describeSubject(pass, experience);
  const judgements = promises.map((promise, i) =>
    compilePromise(promise, { pass, scope: `p${i + 1}`, occasions: experience.occasions, clock, ends, asOf }),
  );
  const before = (where: Sql): Sql => sql`at <= fromUnixTimestamp64Milli(toInt64(${digits(asOf)}), 'UTC') and ${where}`;
  const query: JudgingQuery = {
    journey: journeyName,
    promises,
    rows: (where) => unfold(experience, promises, judgements, (wanted) => pass.subjects(before(where), wanted)),
    counts: (where) => countUp(judgements, (wanted) => pass.subjects(before(where), wanted)),
  };
  return { query, fits: pass.freeBits() >= 0 };
}

function compilePromise(promise: CustomerPromise, setting: Setting): Judgement {
  switch (promise.kind) {
    case "then":
      return compileThen(promise, setting);
    case "count":
    case "never":
      return compileCount(promise, setting);
    case "measure":
      return compileMeasure(promise, setting);
    case "first":
      return compileFirst(promise, setting);
  }
}

const FELT: Name = name("felt");

/** Why the customer bought, and what they said last. */
function describeSubject(pass: Pass, { occasions, events }: Experience): void {
  const named = occasions.map(({ when }, i) => sql`max(${isOfTerm(when)}) = 1, ${digits(i + 1)}, `);
  pass.aggregate(
    OCCASION,
    occasions.length === 0 ? sql`toUInt16(0)` : sql`toUInt16(multiIf(${join(named, sql``)}0))`,
    occasions.flatMap((occasion) => occasion.when),
  );
  const felt = events.flatMap(({ name, has, felt }) => {
    const type = has.find((property) => property.name === felt?.score)?.type;
    return felt === undefined || type === undefined ? [] : [{ event: name, felt, type }];
  });
  const scale = felt[0]?.felt;
  const score = felt.map(({ event, felt, type }) => {
    const said = sql`toFloat64(${ofRow("event", felt.score, type)})`;
    const same = felt.from === scale?.from && felt.to === scale?.to;
    const moved = sql`${number(scale?.from ?? 0)} + (${said} - ${number(felt.from)}) * ${number(((scale?.to ?? 1) - (scale?.from ?? 0)) / (felt.to - felt.from))}`;
    return sql`name = ${text(event)}, ${same ? said : moved}, `;
  });
  pass.aggregate(
    FELT,
    felt.length === 0
      ? sql`cast(null, 'Nullable(Float64)')`
      : sql`argMaxOrNullIf(multiIf(${join(score, sql``)}null) as score, ${turnKey(ROW_ELEMENT)}, isNotNull(score))`,
    felt.map(({ event }) => ({ event, if: undefined })),
  );
}

type Subjects = (wanted: readonly Sql[]) => Sql;

function countUp(judgements: readonly Judgement[], subjects: Subjects): Sql {
  const words = VERDICT_WORDS.length;
  const codes = judgements.map(
    ({ verdict }, i) => sql`arrayMap(v -> toUInt16(v + ${digits(i * words - 1)}), ${verdict})`,
  );
  const code = sql`arrayJoin(arrayConcat(${commas(codes)})) as code`;
  const counts = judgements.map(
    (_, i) => sql`arraySlice(counts, ${digits(i * words + 1)}, ${digits(words)}) as ${name(`counts_${i + 1}`)}`,
  );
  return sql`with groupArrayInsertAt(0, ${digits(judgements.length * words)})(n, code) as counts
select ${commas(counts)}
from (
select code, count() as n
from (
select ${code}
from (
${subjects([code])}))
group by code)`;
}

/** One row for each asking of each promise, with the columns of the table `verdicts`. */
function unfold(
  { occasions }: Experience,
  promises: readonly CustomerPromise[],
  judgements: readonly Judgement[],
  subjects: Subjects,
): Sql {
  const allOf = (part: (judgement: Judgement) => Sql): Sql => sql`arrayConcat(${commas(judgements.map(part))})`;
  const number = (which: "delivered" | "expected" | "target"): Sql =>
    allOf(({ axis, verdict }) => (axis.kind === "number" ? axis[which] : repeated("nan", verdict)));
  const unfolded = sql`arrayConcat(${commas(judgements.map((j, i) => repeated(i + 1, j.verdict)))}) as p,
  ${allOf((j) => j.askings)} as a, ${allOf((j) => j.due)} as d, ${allOf((j) => j.answer)} as n, ${allOf((j) => j.verdict)} as v, ${allOf((j) => j.onTarget)} as o,
  ${allOf(({ axis, verdict }) => (axis.kind === "time" ? axis.target : repeated("no moment", verdict)))} as h,
  ${number("delivered")} as x, ${number("expected")} as e, ${number("target")} as g`;
  const onTime = sql`[${commas(judgements.map(({ axis }) => (axis.kind === "time" ? sql`1` : sql`0`)))}][p]`;
  const moment = (ms: Sql): Sql => sql`fromUnixTimestamp64Milli(${ms}, 'UTC')`;
  const amount = (value: Sql, since: Sql, none: Sql): Sql =>
    sql`multiIf(${onTime}, if(${none}, null, (${since} - asked_ms) / 1000), isNaN(${value}), null, ${value})`;
  const noMoment = (ms: Sql): Sql => sql`${ms} <= ${UNPROMISED_MOMENT}`;
  return sql`with ${timeOf(sql`a`)} as asked_ms, ${timeOf(sql`n`)} as answered_ms
select ${texts(promises.map((p) => p.name))}[p]::LowCardinality(String) as promise, customer_key, subject_key,
  ${texts(["", ...occasions.map((o) => o.name)])}[${OCCASION} + 1]::LowCardinality(String) as occasion,
  ${moment(sql`asked_ms`)} as asked_at, ${keyOf(sql`a`)} as asked_key,
  if(${noMoment(sql`d`)}, null, ${moment(sql`d`)}) as due_at,
  if(n = 0, null, ${moment(sql`answered_ms`)}) as answered_at, ${keyOf(sql`n`)} as answer_key,
  ${amount(sql`x`, sql`answered_ms`, sql`n = 0`)} as delivered,
  ${amount(sql`e`, sql`d`, noMoment(sql`d`))} as expected,
  ${amount(sql`g`, sql`h`, noMoment(sql`h`))} as target,
  v::Enum8('kept' = 1, 'late' = 2, 'missed' = 3, 'open' = 4, 'excused' = 5, 'unpromised' = 6, 'unmeasured' = 7) as verdict,
  cast(nullIf(o, -1), 'Nullable(Bool)') as on_target, felt
from (
${subjects([sql`${SUBJECT.customer}, ${SUBJECT.subject}, ${OCCASION}, ${FELT}`, unfolded])})
array join ${unfolded}`;
}
