import type { CustomerPromise, Experience } from "../language/experience.ts";
import { commas, digits, number, numbers, type Sql, sql, texts } from "../sql/sql.ts";
import { repeated } from "./branches.ts";
import { keyOf, NO_ELEMENT, NO_MOMENT, threadOf, timeOf, UNPROMISED_MOMENT } from "./element.ts";
import { EMPTY, type Judgement } from "./judgement.ts";
import { CUSTOMER } from "./pass.ts";

/** One row for each asking of each promise, with the stored columns of the table `verdicts`. */
export function unfold(
  { occasions }: Experience,
  promises: readonly CustomerPromise[],
  judgements: readonly Judgement[],
  customers: (wanted: readonly Sql[]) => Sql,
): Sql {
  const { arrays, column } = columnsOf(judgements);
  const asked = column("a", (j) => j.askings, "no element");
  const subject = promises[0]?.journey === undefined ? sql`toUInt64(0)` : threadOf(asked);
  const due = column("d", (j) => j.due, "no moment");
  const answer = column("n", (j) => j.answer, "no element");
  const verdict = column("v", (j) => j.verdict, 0);
  const onTarget = column("o", (j) => j.onTarget, "empty");
  const target = column("h", ({ axis }) => (axis.kind === "time" ? axis.target : undefined), "no moment");
  const ofTime = Number.POSITIVE_INFINITY;
  const delivered = column("x", ({ axis }) => (axis.kind === "time" ? ofTime : axis.delivered), "nan");
  const expected = column("e", ({ axis }) => (axis.kind === "time" ? ofTime : axis.expected), "nan");
  const aimed = column("g", ({ axis }) => (axis.kind === "time" ? undefined : axis.target), "nan");
  const occasion = column("w", (j) => j.subject.occasion && sql`${j.subject.occasion}`, 0);
  const felt = column("f", (j) => j.subject.felt && sql`${j.subject.felt}`, "nan");
  const none = sql`toInt64(${NO_MOMENT})`;
  const noMoment = (ms: Sql): Sql => sql`${ms} <= ${UNPROMISED_MOMENT}`;
  return sql`with ${timeOf(asked)} as asked_ms
select ${texts(promises.map((p) => p.name))}[p]::LowCardinality(String) as promise, ${CUSTOMER}, ${subject} as subject_key,
  ${texts(["", ...occasions.map((o) => o.name)])}[${occasion} + 1]::LowCardinality(String) as occasion,
  fromUnixTimestamp64Milli(asked_ms, 'UTC') as asked_at, ${keyOf(asked)} as asked_key,
  if(${noMoment(due)}, ${none}, ${due} - asked_ms) as due_in,
  if(${answer} = 0, ${none}, ${timeOf(answer)} - asked_ms) as answered_in, ${keyOf(answer)} as answer_key,
  ${delivered} as delivered_number, ${expected} as expected_number,
  if(${noMoment(target)}, ${aimed}, (${target} - asked_ms) / 1000) as target_number,
  ${verdict}::Enum8('kept' = 1, 'late' = 2, 'missed' = 3, 'open' = 4, 'excused' = 5, 'unpromised' = 6, 'unmeasured' = 7) as verdict,
  ${onTarget} as met_target, ${felt} as felt_score
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
      return part === undefined
        ? repeated(absent, j.verdict)
        : sql`arrayResize(emptyArrayFloat64(), length(${j.verdict}), ${number(part)})`;
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
      return sql`toInt64(${NO_MOMENT})`;
    case "no element":
      return NO_ELEMENT;
    case "empty":
      return EMPTY;
    default:
      return digits(absent);
  }
}
