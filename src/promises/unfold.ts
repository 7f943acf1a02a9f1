import type { CustomerPromise, Experience } from "../language/experience.ts";
import { commas, digits, number, numbers, type Sql, sql, texts } from "../sql/sql.ts";
import { repeated } from "./branches.ts";
import { keyOf, timeOf, UNPROMISED_MOMENT } from "./element.ts";
import type { Judgement } from "./judgement.ts";
import { CUSTOMER } from "./pass.ts";

/** One row for each asking of each promise, with the columns of the table `verdicts`. */
export function unfold(
  { occasions }: Experience,
  promises: readonly CustomerPromise[],
  judgements: readonly Judgement[],
  customers: (wanted: readonly Sql[]) => Sql,
): Sql {
  const { arrays, column } = columnsOf(judgements);
  const asked = column("a", (j) => j.askings, "no element");
  const subject = column("s", (j) => sql`${j.subject.key}`, 0);
  const due = column("d", (j) => j.due, "no moment");
  const answer = column("n", (j) => j.answer, "no element");
  const verdict = column("v", (j) => j.verdict, 0);
  const onTarget = column("o", (j) => j.onTarget, "empty");
  const target = column("h", ({ axis }) => (axis.kind === "time" ? axis.target : undefined), "no moment");
  const figure = (as: string, which: "delivered" | "expected" | "target"): Sql =>
    column(as, ({ axis }) => (axis.kind === "number" ? axis[which] : undefined), "nan");
  const [delivered, expected, aimed] = [figure("x", "delivered"), figure("e", "expected"), figure("g", "target")];
  const occasion = column("w", (j) => j.subject.occasion && sql`${j.subject.occasion}`, 0);
  const felt = column("f", (j) => j.subject.felt && sql`${j.subject.felt}`, "nan");
  const onTime = sql`[${commas(judgements.map(({ axis }) => (axis.kind === "time" ? sql`1` : sql`0`)))}][p]`;
  const moment = (ms: Sql): Sql => sql`fromUnixTimestamp64Milli(${ms}, 'UTC')`;
  const amount = (value: Sql, since: Sql, none: Sql): Sql =>
    sql`multiIf(${onTime}, if(${none}, null, (${since} - asked_ms) / 1000), isNaN(${value}), null, ${value})`;
  const noMoment = (ms: Sql): Sql => sql`${ms} <= ${UNPROMISED_MOMENT}`;
  return sql`with ${timeOf(asked)} as asked_ms, ${timeOf(answer)} as answered_ms
select ${texts(promises.map((p) => p.name))}[p]::LowCardinality(String) as promise, ${CUSTOMER}, ${subject} as subject_key,
  ${texts(["", ...occasions.map((o) => o.name)])}[${occasion} + 1]::LowCardinality(String) as occasion,
  ${moment(sql`asked_ms`)} as asked_at, ${keyOf(asked)} as asked_key,
  if(${noMoment(due)}, null, ${moment(due)}) as due_at,
  if(${answer} = 0, null, ${moment(sql`answered_ms`)}) as answered_at, ${keyOf(answer)} as answer_key,
  ${amount(delivered, sql`answered_ms`, sql`${answer} = 0`)} as delivered,
  ${amount(expected, due, noMoment(due))} as expected,
  ${amount(aimed, target, noMoment(target))} as target,
  ${verdict}::Enum8('kept' = 1, 'late' = 2, 'missed' = 3, 'open' = 4, 'excused' = 5, 'unpromised' = 6, 'unmeasured' = 7) as verdict,
  cast(nullIf(${onTarget}, -1), 'Nullable(Bool)') as on_target, if(isNaN(${felt}), null, ${felt}) as felt
from (
${customers([sql`${CUSTOMER}`, ...arrays()])})
array join ${commas(arrays())}`;
}

type Part = Sql | number | undefined;
type Absent = "nan" | "no moment" | "no element" | "empty" | 0;

/**
 * The arrays of all promises end to end, each column under a letter. What is the same for all askings of a promise, and
 * that for every promise, is no array: it is looked up by the promise's number `p`.
 */
function columnsOf(judgements: readonly Judgement[]) {
  const endToEnd = (arrays: readonly Sql[]): Sql => sql`arrayConcat(${commas(arrays)})`;
  const made: Sql[] = [sql`${endToEnd(judgements.map((j, i) => repeated(i + 1, j.verdict)))} as p`];
  const column = (as: string, partOf: (judgement: Judgement) => Part, absent: Absent): Sql => {
    const parts = judgements.map(partOf);
    const same = parts.flatMap((part) => (typeof part === "object" ? [] : [part]));
    if (same.length === parts.length) return constant(same, absent);
    const arrays = judgements.map((j) => {
      const part = partOf(j);
      if (typeof part === "object") return part;
      return part === undefined ? repeated(absent, j.verdict) : sql`arrayMap(v -> ${number(part)}, ${j.verdict})`;
    });
    const letter: Sql = { piece: "sql", pieces: [as] };
    made.push(sql`${endToEnd(arrays)} as ${letter}`);
    return letter;
  };
  return { column, arrays: (): readonly Sql[] => made };
}

function constant(values: readonly (number | undefined)[], absent: Absent): Sql {
  if (values.some((value) => value !== undefined))
    return sql`${numbers(values.map((value) => value ?? Number.NaN))}[p]`;
  switch (absent) {
    case "nan":
      return sql`nan`;
    case "no moment":
      return sql`toInt64(${digits(-(2n ** 62n))})`;
    case "no element":
      return sql`toUInt128(0)`;
    case "empty":
      return sql`toInt8(-1)`;
    default:
      return digits(absent);
  }
}
