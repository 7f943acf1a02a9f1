import type { CustomerPromise, Experience, PropertyType } from "../../language/experience.ts";
import { followsColumn, propertyColumn } from "../../ledger/columns.ts";
import { rangesOf } from "../../ledger/customer-keys.ts";
import { commas, digits, moment, type Sql, sql, text, texts } from "../../sql/sql.ts";
import type { Store } from "../../storage/store.ts";
import { tellingProperties } from "../telling-properties.ts";
import { shutters } from "./asked-before.ts";
import type { Known, Lesson } from "./snapshot.ts";

interface Row {
  readonly customer_key: string;
  readonly subject_key: string;
  readonly asked_key: string;
  readonly occasion: string;
  readonly asked_ms: string;
  readonly due_ms: string;
  readonly snap_ms: string;
  readonly broken: boolean | number;
  readonly answered_ms: string;
  readonly last: Readonly<Record<string, string>>;
  readonly since: Readonly<Record<string, string>>;
  readonly texts: readonly (string | null)[];
  readonly numbers: readonly (number | null)[];
  readonly moments: readonly (number | null)[];
}

/** What can be known of a promise's askings while they are open. */
export function knownOf(experience: Experience): Known {
  const properties = tellingProperties(experience);
  const of = (...types: readonly PropertyType[]): readonly string[] =>
    properties.filter(({ type }) => types.includes(type)).map(({ name }) => name);
  return {
    events: experience.events.map(({ name }) => name),
    texts: of("text", "yes-no"),
    numbers: of("number", "whole", "duration"),
    moments: of("moment", "date"),
  };
}

/** About so many are read at once. */
const AT_ONCE = 20_000;

/**
 * What was known at each snapshot: of the subject's events only those up to that moment. `snapshots` is a SELECT as
 * `lookedAt` or `openNow` make it, of about so `many`; a snapshot at which the asking was already excused, broken early or
 * ended is left out. They are read customers by customers: a result in pieces could not let others go first.
 */
export async function* readSnapshots(
  store: Store,
  experience: Experience,
  promise: CustomerPromise,
  { snapshots, many }: { readonly snapshots: Sql; readonly many: number },
  asOf: number,
): AsyncGenerator<readonly Lesson[]> {
  for (const among of rangesOf(Math.ceil(many / AT_ONCE))) {
    const rows = await store.rows<Row>(query(experience, promise, snapshots, asOf, among));
    yield rows.map(lessonOf);
  }
}

const ASKING = sql`customer_key, subject_key, asked_key, occasion, asked_ms, due_ms, snap_ms, look, word, broken, answered_ms`;

function query(experience: Experience, promise: CustomerPromise, snapshots: Sql, asOf: number, among: Sql): Sql {
  const known = knownOf(experience);
  const journey = experience.journeys.find(({ name }) => name === promise.journey);
  const subject = journey === undefined ? sql`toUInt64(0)` : sql`${followsColumn(journey.follows)}`;
  const within = journey === undefined ? sql`true` : sql`${subject} != 0`;
  const latest = (value: Sql): Sql => sql`argMaxOrNullIf(${value}, (ms, id_key), isNotNull(${value}))`;
  const listed = (values: readonly Sql[], type: Sql): Sql => sql`cast([${commas(values)}], ${type})`;
  const columns = [...known.texts, ...known.numbers, ...known.moments].map((property) => propertyColumn(property));
  const read = columns.length === 0 ? sql`` : sql`, ${commas(columns)}`;
  return sql`select * except (shut) from (
  select ${ASKING}, maxMap(map(place, ms)) as last, sumMap(map(place, toUInt64(ms > asked_ms))) as since, max(shuts) as shut,
    ${listed(
      known.texts.map((property) => latest(sql`toString(${propertyColumn(property)})`)),
      sql`'Array(Nullable(String))'`,
    )} as texts,
    ${listed(
      known.numbers.map((property) => latest(sql`toFloat64(${propertyColumn(property)})`)),
      sql`'Array(Nullable(Float64))'`,
    )} as numbers,
    ${listed(
      known.moments.map((property) => latest(momentOf(experience, property))),
      sql`'Array(Nullable(Float64))'`,
    )} as moments
  from (
    select *, ms > asked_ms and ${shuts(experience, promise)} as shuts
    from (select customer_key, ${subject} as subject_key, id_key, name, toUnixTimestamp64Milli(at) as ms,
        toUInt16(transform(name, ${texts(known.events)}, range(1, ${digits(known.events.length + 1)}), 0)) as place${read}
      from events where ${among} and at <= ${moment(asOf)} and ${within} and name in ${texts(known.events)}) as event
    inner join (select * from (${snapshots}) where ${among}) as asking using (customer_key, subject_key)
    where ms <= snap_ms)
  group by ${ASKING})
where not shut`;
}

/** A date means until the end of that day, where the customer is. */
function momentOf({ events, timezone }: Experience, property: string): Sql {
  const column = propertyColumn(property);
  const type = events.flatMap(({ has }) => has).find(({ name }) => name === property)?.type;
  if (type === "date") return sql`toFloat64(toUnixTimestamp(toDateTime(${column} + 1, ${text(timezone)}))) * 1000`;
  return sql`toFloat64(toUnixTimestamp64Milli(${column}))`;
}

function shuts({ journeys }: Experience, promise: CustomerPromise): Sql {
  const ends = journeys.find(({ name }) => name === promise.journey)?.ends ?? [];
  const { excusing, breaking } = shutters(promise, ends);
  const excuses = sql`word = 'excused' and name in ${texts(excusing.map(({ event }) => event))}`;
  return sql`(${excuses} or word = 'missed' and (due_ms = 0 or name not in ${texts(ends)}) and name in ${texts(breaking)})`;
}

function lessonOf(row: Row): Lesson {
  const times = (map: Row["last"]): ReadonlyMap<number, number> =>
    new Map(Object.entries(map).map(([place, value]) => [Number(place) - 1, Number(value)]));
  const due = Number(row.due_ms);
  return {
    customerKey: row.customer_key,
    subjectKey: row.subject_key,
    askedKey: row.asked_key,
    occasion: row.occasion,
    askedAt: Number(row.asked_ms),
    dueAt: due === 0 ? undefined : due,
    at: Number(row.snap_ms),
    broken: Boolean(row.broken),
    answeredAt: Number(row.answered_ms),
    last: times(row.last),
    since: times(row.since),
    texts: row.texts,
    numbers: row.numbers,
    moments: row.moments,
  };
}
