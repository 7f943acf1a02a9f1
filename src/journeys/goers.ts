import type { Journey } from "../language/experience.ts";
import { followsColumn, propertyColumn } from "../ledger/columns.ts";
import { commas, digits, join, natural, naturals, nothing, type Sql, sql, text, texts, whole } from "../sql/sql.ts";
import type { Store } from "../storage/store.ts";
import { eventsOf, type Goings, GROUPING, isEvery, packedPaths, placeIn, timeIn } from "./subject-paths.ts";

/** A stretch of a journey: a step; from a step straight on to another; or a step after which nothing came. */
export type Stretch =
  | { readonly kind: "step"; readonly step: string }
  | { readonly kind: "move"; readonly step: string; readonly next: string }
  | { readonly kind: "last"; readonly step: string };

/** Somebody who went there. */
export interface Goer {
  readonly customer: string;
  /** What the journey follows, such as the number of the order. */
  readonly subject: string;
  /** When they came there, or to the later of two steps; ms since 1970 UTC. */
  readonly at: number;
  /** Seconds since the event before, in the same subject; null where there was none. */
  readonly waited: number | null;
  readonly kept: number;
  readonly broken: number;
  readonly open: number;
  readonly place: GoerPlace;
}

/** In the list of all. Keys are decimal texts. */
export interface GoerPlace {
  /** Ms since 1970 UTC. */
  readonly at: number;
  readonly customerKey: string;
  readonly subjectKey: string;
  /** Of the event in its subject, from 1. */
  readonly nth: number;
}

interface Row {
  readonly customer_key: string;
  readonly subject_key: string;
  readonly nth: number;
  readonly at: string;
  readonly waited: number | null;
}

export interface GoersQuery extends Goings {
  readonly stretch: Stretch;
  readonly after: GoerPlace | undefined;
  readonly limit: number;
}

/** First only the subjects of so many of the latest such events are looked at: mostly there are enough among them. */
const LATEST = 4000;
/** Whoever came to a step is among those who came there last, unless somebody is left out. */
const latestOf = ({ stretch, begun, limit }: GoersQuery): number =>
  stretch.kind === "step" && isEvery(begun) ? 2 * limit : LATEST;

/** Who went a stretch of a journey, the latest first; at most `limit`. */
export async function readGoers(store: Store, query: GoersQuery): Promise<readonly Goer[]> {
  const rows = await findGoers(store, query);
  return rows.length === 0 ? [] : nameGoers(store, query.journey, rows);
}

async function findGoers(store: Store, query: GoersQuery): Promise<readonly Row[]> {
  // All stored ways are far more than the latest events, but for those that end there.
  const isLittle = !isEvery(query.begun) || query.stretch.kind === "last";
  if (query.stored && isLittle) return store.rows<Row>(goersQuery(query), GROUPING);
  const found = await store.rows<Row>(goersQuery({ ...query, stored: false }, latestOf(query)), GROUPING);
  return found.length < query.limit ? store.rows<Row>(goersQuery(query), GROUPING) : found;
}

const arrivalOf = (stretch: Stretch): string => (stretch.kind === "move" ? stretch.next : stretch.step);

function goersQuery(query: GoersQuery, latest?: number): Sql {
  const { stretch, after, limit } = query;
  const place = sql`multiIf(name = ${text(arrivalOf(stretch))}, toUInt32(2), name = ${text(stretch.step)}, toUInt32(1), toUInt32(0))`;
  const paths = packedPaths(query, place, sql` and ${query.stored ? holds(stretch) : cameThere(query, latest)}`);
  return sql`select customer_key, subject_key, nth, ${timeIn(sql`now`)} as at_ms, toString(at_ms) as at,
  if(before = 0, null, (${timeIn(sql`now`)} - ${timeIn(sql`before`)}) / 1000) as waited
from (select *, packed[-1] as last from (${paths}))
array join packed as now, arrayPushFront(arrayPopBack(packed), 0) as before, arrayEnumerate(packed) as nth
where ${wentThere(stretch)} and ${comesAfter(after)}
order by at_ms desc, customer_key desc, subject_key desc, nth desc
limit ${digits(limit)}`;
}

/** Rows of `ways` in which somebody may have gone there. */
const holds = (stretch: Stretch): Sql =>
  stretch.kind === "last"
    ? sql`names[-1] = ${text(stretch.step)}`
    : sql`hasAll(names, ${texts([stretch.step, arrivalOf(stretch)])})`;

/** Events of subjects that came there, of so many of the latest events. */
function cameThere({ journey, stretch, asOf, after }: GoersQuery, latest: number | undefined): Sql {
  const follows = followsColumn(journey.follows);
  const part = latest === undefined ? nothing : sql` order by at desc limit ${digits(latest)}`;
  const until = after === undefined ? asOf : Math.min(asOf, after.at);
  return sql`(customer_key, ${follows}) in (
    select customer_key, ${follows} from ${eventsOf(journey, until)} and name = ${text(arrivalOf(stretch))}${part})`;
}

function comesAfter(place: GoerPlace | undefined): Sql {
  if (place === undefined) return sql`true`;
  const { at, customerKey, subjectKey, nth } = place;
  const there = commas([whole(at), natural(BigInt(customerKey)), natural(BigInt(subjectKey)), digits(nth)]);
  return sql`(at_ms, customer_key, subject_key, nth) < (${there})`;
}

function wentThere(stretch: Stretch): Sql {
  const there = sql`${placeIn(sql`now`)} = 2`;
  switch (stretch.kind) {
    case "step":
      return there;
    case "move":
      return sql`${there} and ${placeIn(sql`before`)} = ${stretch.step === stretch.next ? sql`2` : sql`1`}`;
    case "last":
      return sql`${there} and now = last`;
  }
}

interface Named {
  readonly customer_key: string;
  readonly subject_key: string;
  readonly customer: string;
  readonly subject: string;
}
interface Judged {
  readonly customer_key: string;
  readonly subject_key: string;
  readonly kept: string;
  readonly broken: string;
  readonly open: string;
}

const pairOf = ({ customer_key, subject_key }: Pick<Row, "customer_key" | "subject_key">) =>
  `${customer_key} ${subject_key}`;

/** The texts of their keys, and how they fared. */
async function nameGoers(store: Store, journey: Journey, rows: readonly Row[]): Promise<readonly Goer[]> {
  const follows = followsColumn(journey.follows);
  const keys = naturals([...new Set(rows.map(({ customer_key }) => customer_key))]);
  const subjects = naturals([...new Set(rows.map(({ subject_key }) => subject_key))]);
  const conditions = [sql`customer_key in ${keys}`, sql`${follows} in ${subjects}`];
  const [names, verdicts] = await Promise.all([
    store.rows<Named>(sql`select customer_key, ${follows} as subject_key, any(customer) as customer,
      any(toString(${propertyColumn(journey.follows)})) as subject
    from events where ${join(conditions, sql` and `)} group by customer_key, subject_key`),
    store.rows<Judged>(sql`select customer_key, subject_key, countIf(verdict = 'kept') as kept,
      countIf(verdict in ('late', 'missed')) as broken, countIf(verdict = 'open') as open
    from verdicts where customer_key in ${keys} and subject_key in ${subjects} group by customer_key, subject_key`),
  ]);
  const nameOf = new Map(names.map((row) => [pairOf(row), row]));
  const judged = new Map(verdicts.map((row) => [pairOf(row), row]));
  return rows.map((row) => {
    const { kept = 0, broken = 0, open = 0 } = judged.get(pairOf(row)) ?? {};
    const named = nameOf.get(pairOf(row));
    return {
      customer: named?.customer ?? "",
      subject: named?.subject ?? "",
      at: Number(row.at),
      waited: row.waited,
      kept: Number(kept),
      broken: Number(broken),
      open: Number(open),
      place: { at: Number(row.at), customerKey: row.customer_key, subjectKey: row.subject_key, nth: row.nth },
    };
  });
}
