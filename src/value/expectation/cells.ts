import type { CustomerPromise, Experience } from "../../language/experience.ts";
import { followsColumn } from "../../ledger/columns.ts";
import { isOfTerm } from "../../promises/pass.ts";
import { digits, moment, number, type Sql, sql, text } from "../../sql/sql.ts";
import type { Store } from "../../storage/store.ts";
import { isScored } from "../said.ts";
import type { Cell } from "./bins.ts";
import { stepOf } from "./step.ts";

/** What one promise is asked about, in cells. */
export interface Cells {
  readonly step: number;
  readonly cells: readonly Cell[];
}

/** The outcome that people's turning is read from. */
export type Outcome = { readonly kind: "felt" } | { readonly kind: "repurchase"; readonly days: number };

interface CellRow {
  readonly occasion: string;
  readonly bin: string;
  readonly y: number;
  readonly x: number;
  readonly n: string;
}

/** A score that is no whole number is told by so many steps of the scale. */
const SCORE_STEPS = 40;
/** What lies further out counts as lying there. */
const EDGES = [0.005, 0.995] as const;

/** Whether too much or too little is what breaks the promise. */
export function worseOf(promise: CustomerPromise): 1 | -1 {
  if (promise.kind === "then" || promise.kind === "first") return 1;
  return promise.expected.usual.most === undefined ? -1 : 1;
}

/**
 * The cells of a promise: each customer once, at the first asking whose outcome is known. Felt: the last score in the
 * subject, if it was given after they were answered. Repurchase: whether they bought again within so many days of it,
 * where so many days have passed. Reads the table `verdicts`, judged as of the same moment (ms since 1970 UTC).
 */
export async function readCells(
  store: Store,
  experience: Experience,
  promise: CustomerPromise,
  outcome: Outcome,
  asOf: number,
): Promise<Cells> {
  const known =
    outcome.kind === "felt" ? feltRows(experience, promise, asOf) : boughtRows(experience, promise, outcome.days, asOf);
  if (known === null) return { step: 1, cells: [] };
  const customers = firstOf(known);
  const [edges] = await store.rows<{ edges: readonly number[]; n: string }>(
    sql`select quantilesExact(${number(EDGES[0])}, ${number(EDGES[1])})(x) as edges, count() as n from (${customers})`,
  );
  if (edges === undefined || Number(edges.n) === 0) return { step: 1, cells: [] };
  const [low = 0, high = 0] = edges.edges;
  const step = stepOf(promise, high - low);
  const rows = await store.rows<CellRow>(sql`select occasion, bin, y, avg(kept) as x, count() as n
from (
  select occasion, greatest(${number(low)}, least(${number(high)}, x)) as kept,
    toInt64(ceil(kept / ${number(step)} - 1e-9)) as bin, ${scoreOf(experience, outcome)} as y
  from (${customers}))
group by occasion, bin, y order by occasion, bin, y`);
  return {
    step,
    cells: rows.map(({ occasion, bin, y, x, n }) => ({ occasion, bin: Number(bin), x, y, n: Number(n) })),
  };
}

function scoreOf({ events }: Experience, outcome: Outcome): Sql {
  const felt = events.find((event) => event.felt !== undefined)?.felt;
  if (outcome.kind === "repurchase" || felt === undefined) return sql`toFloat64(outcome)`;
  const width = Math.abs(felt.to - felt.from);
  const whole = Number.isInteger(felt.from) && Number.isInteger(felt.to) && width <= SCORE_STEPS;
  const grain = number(whole ? 0.25 : width / SCORE_STEPS);
  return sql`round(outcome / ${grain}) * ${grain}`;
}

const firstOf = (rows: Sql): Sql => sql`select first.1 as occasion, first.2 as x, first.3 as outcome
  from (select argMin((occasion, x, outcome), (asked_at, asked_key)) as first from (${rows}) group by customer_key)`;

/** Judged and answered, so that there is a delivered and it was had by a known time. */
const answered = (promise: CustomerPromise): Sql => sql`from verdicts
    where promise = ${text(promise.name)} and verdict in ('kept', 'late', 'missed') and isFinite(delivered) and isFinite(expected)`;
const shortBy = (promise: CustomerPromise): Sql =>
  sql`assumeNotNull(${digits(worseOf(promise))} * (delivered - expected))`;
/** Until then they could not know. */
const KNOWN_AT = sql`coalesce(answered_at, due_at, asked_at)`;

function feltRows(experience: Experience, promise: CustomerPromise, asOf: number): Sql | null {
  const scored = isScored(experience);
  if (scored === undefined) return null;
  const journey = experience.journeys.find(({ name }) => name === promise.journey);
  const subject = journey === undefined ? sql`toUInt64(0)` : sql`${followsColumn(journey.follows)}`;
  const within = journey === undefined ? sql`true` : sql`${subject} != 0`;
  return sql`select customer_key, judged.1 as occasion, judged.2 as x, judged.3 as outcome, judged.4 as asked_at, judged.5 as asked_key
  from (
    select customer_key, groupArrayIf(row, row.6) as askings, max(said_at) as felt_at
    from (
    select customer_key, subject_key, (toString(occasion), ${shortBy(promise)}, assumeNotNull(felt), asked_at, asked_key, true, ${KNOWN_AT}) as row,
      toDateTime64(0, 3, 'UTC') as said_at
    ${answered(promise)} and isNotNull(felt)
    union all
    select customer_key, ${subject}, ('', 0., 0., at, toUInt64(0), false, at), at
    from events where at <= ${moment(asOf)} and ${within} and ${scored})
    group by customer_key, subject_key
    having notEmpty(askings))
  array join askings as judged
  where judged.7 <= felt_at`;
}

function boughtRows({ value }: Experience, promise: CustomerPromise, days: number, asOf: number): Sql | null {
  if (value.bought.length === 0) return null;
  const window = digits(Math.round(days * 86_400_000));
  const ms = (time: Sql): Sql => sql`toUnixTimestamp64Milli(${time})`;
  return sql`select customer_key, judged.1 as occasion, judged.2 as x,
    toFloat64(arrayExists(t -> t > judged.6 and t <= judged.6 + ${window}, bought)) as outcome, judged.4 as asked_at, judged.5 as asked_key
  from (
    select customer_key, groupArrayIf(row, row.3) as askings, groupArrayIf(row.6, not row.3) as bought
    from (
    select customer_key, (toString(occasion), ${shortBy(promise)}, true, asked_at, asked_key, ${ms(KNOWN_AT)}) as row
    ${answered(promise)} and ${ms(KNOWN_AT)} + ${window} <= ${digits(asOf)}
    union all
    select customer_key, ('', 0., false, at, toUInt64(0), ${ms(sql`at`)})
    from events where at <= ${moment(asOf)} and ${isOfTerm(value.bought)})
    group by customer_key
    having notEmpty(askings))
  array join askings as judged`;
}
