import type { Experience } from "../../language/experience.ts";
import { everyValue, namesAnswer } from "../../language/parts.ts";
import { followsColumn, propertyColumn } from "../../ledger/columns.ts";
import { ROW_KEY } from "../../promises/element.ts";
import { commas, digits, join, moment, nothing, type Sql, sql, text } from "../../sql/sql.ts";
import type { Store } from "../../storage/store.ts";
import { boughtRows } from "../bought.ts";
import { isDrawn } from "../drawn.ts";
import { settledRows } from "../settled.ts";
import { type TellingProperty, tellingProperties } from "../telling-properties.ts";
import { caseRows, type Question } from "./cases.ts";

/** A verdict with what came of it and what was known when its clock started. Numbers and texts in the order of `Known`. */
export interface KnownRow {
  readonly customer: string;
  readonly broken: number;
  readonly felt: number | null;
  readonly bought: number | null;
  readonly received: number | null;
  readonly occasion: string;
  readonly month: number;
  readonly history: readonly number[];
  readonly numbers: readonly (number | null)[];
  readonly texts: readonly (string | null)[];
}

export interface Known {
  readonly rows: readonly KnownRow[];
  /** What each of `history`, `numbers` and `texts` is called. */
  readonly history: readonly string[];
  readonly numbers: readonly string[];
  readonly texts: readonly string[];
}

export const HISTORY = [
  "purchases before",
  "how lately they bought",
  "promises before",
  "how lately they were promised something",
  "promises broken before",
  "how lately a promise was broken",
  "how long they have been customers",
] as const;

/** The customers in a part of the ledger that depends on nothing but the seed. `share` 0…1. */
export const sampled = (share: number, seed: number): Sql => isDrawn(sql`customer_key`, share, seed);

/** Verdicts of the sampled customers, at most `most`, with the last known value of each property at their asking or before. */
export async function readKnown(store: Store, question: Question, among: Sql, most: number): Promise<Known> {
  const { experience, asOf } = question;
  const properties = tellingProperties(experience);
  const texts = properties.filter(({ type }) => type === "text");
  const numbers = properties.filter(({ type }) => type !== "text");
  const bought =
    boughtRows(experience, asOf, among) ??
    sql`select toUInt64(0) as customer_key, []::Array(DateTime64(3, 'UTC')) as bought_at where false`;
  const local = sql`toYYYYMM(asked_at, ${text(experience.timezone)})`;
  const rows =
    await store.rows<KnownRow>(sql`select toString(known.customer_key) as customer, broken, felt, bought, received,
    toString(occasion) as occasion, ${local} as month, ${HISTORY_COLUMN} as history,
    arrayConcat(numbers, [${expectedOf(question)}]) as numbers, texts
  from (${caseRows(question, among)}) as known
  any left join (${promisedRows(experience, asOf, among)}) as promised on known.customer_key = promised.customer_key
  any left join (${bought}) as wallet on known.customer_key = wallet.customer_key
  any left join (select customer_key, min(at) as first_at from events where ${among} group by customer_key) as life
    on known.customer_key = life.customer_key
  any left join (${propertyRows(question, texts, numbers, among)}) as told
    on known.customer_key = told.customer_key and cityHash64(known.subject_key, known.asked_at, known.asked_key) = told.asking
  order by known.customer_key, known.subject_key, asked_at, asked_key limit ${digits(most)}`);
  return {
    rows,
    history: HISTORY,
    numbers: [...numbers.map(({ name }) => name), "expected"],
    texts: texts.map(({ name }) => name),
  };
}

/** What was expected was known at the asking, unless the answer names it. */
function expectedOf({ promise }: Question): Sql {
  if (promise.kind !== "then") return sql`cast(null, 'Nullable(Float64)')`;
  return everyValue(promise.expected).some(namesAnswer)
    ? sql`cast(null, 'Nullable(Float64)')`
    : sql`if(isFinite(expected), expected, null)`;
}

const promisedRows = (experience: Experience, asOf: number, among: Sql): Sql =>
  sql`select customer_key, arraySort(groupArray(asked_at)) as asked, arraySort(groupArrayIf(assumeNotNull(settled_at), broken and isNotNull(settled_at))) as broke
    from (${settledRows(experience, experience.promises, asOf, among)}) group by customer_key`;

/** How many before, on a log scale, and how lately: 1 today, a half a month ago, 0 never. */
function beforeOf(times: Sql): Sql {
  const before = sql`arrayFilter(t -> t < asked_at, ${times})`;
  const lately = sql`if(empty(${before}), 0, 30 / (30 + dateDiff('second', arrayMax(${before}), asked_at) / 86400))`;
  return sql`log1p(length(${before})), ${lately}`;
}

const HISTORY_COLUMN: Sql = sql`[${beforeOf(sql`wallet.bought_at`)}, ${beforeOf(sql`promised.asked`)}, ${beforeOf(sql`promised.broke`)},
      log1p(greatest(0, dateDiff('second', first_at, asked_at) / 86400))]`;

function asNumber({ name, type }: TellingProperty): Sql {
  const column = propertyColumn(name);
  switch (type) {
    case "text":
      throw new Error(`the text ${name} is no number`);
    case "number":
    case "whole":
    case "duration":
      return sql`if(isFinite(toFloat64(${column})), toFloat64(${column}), null)`;
    case "yes-no":
      return sql`toFloat64(${column})`;
    case "moment":
      return sql`dateDiff('second', asked_at, ${column}) / 86400`;
    case "date":
      return sql`toFloat64(dateDiff('day', toDate32(asked_at), ${column}))`;
  }
}

/** Of each property the last value that was known: of the asking itself, or of what came before it in the same subject. */
function propertyRows(
  { experience, promise, asOf }: Question,
  texts: readonly TellingProperty[],
  numbers: readonly TellingProperty[],
  among: Sql,
): Sql {
  const journey = experience.journeys.find(({ name }) => name === promise.journey);
  const own = sql`(at = asked_at and ${ROW_KEY} = asked_key)`;
  const subject = journey === undefined ? sql`toUInt64(0)` : sql`${followsColumn(journey.follows)}`;
  // Without a journey all of a customer's past would have to be held against every asking.
  const known = journey === undefined ? own : sql`at <= asked_at`;
  const order = sql`(at, ${own}, bitNot(id_key))`;
  const last = (value: Sql): Sql => sql`argMaxOrNullIf(${value}, ${order}, isNotNull(${value}))`;
  const list = (values: readonly Sql[], type: Sql): Sql => sql`[${commas(values)}]::Array(${type})`;
  const columns = join(
    [...texts, ...numbers].map(({ name }) => sql`, ${propertyColumn(name)}`),
    nothing,
  );
  const asking = sql`select customer_key, subject_key, asked_at, asked_key from verdicts
      where promise = ${text(promise.name)} and verdict in ('kept', 'late', 'missed') and ${among}`;
  return sql`select asked.customer_key as customer_key, cityHash64(asked.subject_key, asked_at, asked_key) as asking,
      ${list(
        texts.map(({ name }) => last(sql`${propertyColumn(name)}`)),
        sql`Nullable(String)`,
      )} as texts,
      ${list(
        numbers.map((property) => last(asNumber(property))),
        sql`Nullable(Float64)`,
      )} as numbers
    from (${asking}) as asked
    join (select customer_key, at, id_key, ${subject} as subject_key${columns} from events where at <= ${moment(asOf)} and ${among}) as event
      on asked.customer_key = event.customer_key and asked.subject_key = event.subject_key
    where ${known} group by asked.customer_key, asked.subject_key, asked_at, asked_key`;
}
