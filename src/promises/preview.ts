import type { CustomerPromise, Experience } from "../language/experience.ts";
import { planColumns, wantedColumns } from "../ledger/columns.ts";
import { commas, join, moment, name, natural, type Sql, sql, texts } from "../sql/sql.ts";
import type { Store } from "../storage/store.ts";
import { readClock } from "./clock.ts";
import { compileJudging, type JudgingQuery } from "./compile.ts";
import { fingerprint } from "./fingerprint.ts";
import { ASKING, JUDGING } from "./judging.ts";
import { VERDICT_WORDS, type VerdictWord } from "./verdict.ts";

/** What a change of the experience file would do to verdicts of the past. */
export interface Preview {
  /** Of all customers, the share that was looked at; counts are of these. */
  readonly share: number;
  /** Promises that are judged otherwise, new, or gone; those that nothing changes are not in it. */
  readonly promises: readonly PromisePreview[];
}

export interface PromisePreview {
  readonly promise: string;
  readonly change: "changed" | "new" | "gone";
  /** How many verdicts stay as they are. */
  readonly same: number;
  /** From which verdict to which, the most frequent first. */
  readonly moves: readonly Move[];
}

export interface Move {
  readonly from: VerdictWord | "none";
  readonly to: VerdictWord | "none";
  readonly count: number;
}

export interface PreviewSpan {
  /** When the clocks started, and as of when both are judged; ms since 1970 UTC. */
  readonly from: number;
  readonly to: number;
  readonly asOf: number;
}

/** Events that are judged for a preview; of a larger ledger, some customers stand for all. */
const MOST_EVENTS = 2_000_000;
/** Seconds. */
const PATIENCE = 60;

interface Row {
  readonly promise: string;
  readonly old: number;
  readonly new: number;
  readonly count: string;
}

/** Judges by the changed file beside the verdicts that are there, which must be by `before` as of the same moment. */
export async function previewChange(
  store: Store,
  before: Experience,
  after: Experience,
  span: PreviewSpan,
): Promise<Preview> {
  const [row] = await store.rows<{ events: string }>(sql`select count() as events from events`);
  const share = Math.min(1, MOST_EVENTS / Math.max(1, Number(row?.events ?? 0)));
  const slice = share === 1 ? sql`true` : sql`customer_key < ${natural(borderOf(share))}`;
  const changed = after.promises.filter((promise) => isChanged(promise, before, after));
  const gone = before.promises.filter(({ name }) => !after.promises.some((promise) => promise.name === name));
  const rows: Row[] = [];
  const events = await eventsAs(store, after, slice, span.asOf);
  const queries = compileJudging(after, changed, await readClock(store, after), span.asOf);
  const settings = { ...JUDGING, max_execution_time: PATIENCE };
  for (const query of queries) rows.push(...(await store.rows<Row>(compare(query, events, slice, span), settings)));
  if (gone.length > 0) rows.push(...(await store.rows<Row>(countGone(gone, slice, span))));
  const promises = [...changed, ...gone].map(({ name }) => previewOf(name, before, after, rows));
  return { share, promises };
}

const borderOf = (share: number): bigint => BigInt(Math.floor(share * 2 ** 53)) << 11n;

function isChanged(promise: CustomerPromise, before: Experience, after: Experience): boolean {
  const known = before.promises.find(({ name }) => name === promise.name);
  if (known === undefined) return true;
  return fingerprint({ ...before, promises: [known] }) !== fingerprint({ ...after, promises: [promise] });
}

/** The events as the changed file reads them, under the name of their table, which stays as it is. */
async function eventsAs(store: Store, after: Experience, slice: Sql, asOf: number): Promise<Sql> {
  const missing = new Set((await planColumns(store, after)).map(({ column }) => column));
  const columns = wantedColumns(after).map(({ column, value }) =>
    missing.has(column) ? sql`${value} as ${name(column)}` : name(column),
  );
  const own = ["customer", "customer_key", "name", "at", "received", "source", "id", "id_key", "batch", "properties"];
  return sql`events as (select ${commas([...own.map((column) => name(column)), ...columns])}
    from kept.events where ${slice} and at <= ${moment(asOf)})`;
}

const within = ({ from, to }: PreviewSpan): Sql => sql`asked_at >= ${moment(from)} and asked_at <= ${moment(to)}`;

function compare(query: JudgingQuery, events: Sql, slice: Sql, span: PreviewSpan): Sql {
  const names = texts(query.promises.map(({ name }) => name));
  return sql`with ${events}
select promise, old, new, count() as count from (
  select ${ASKING}, maxIf(word, not made) as old, maxIf(word, made) as new from (
    select ${ASKING}, toInt8(verdict) as word, false as made from verdicts
      where promise in ${names} and ${slice} and ${within(span)}
    union all
    select ${ASKING}, toInt8(verdict) as word, true as made from (${query.rows(slice)})
      where ${within(span)})
  group by ${ASKING})
group by promise, old, new`;
}

const countGone = (gone: readonly CustomerPromise[], slice: Sql, span: PreviewSpan): Sql =>
  sql`select promise, toInt8(verdict) as old, toInt8(0) as new, count() as count from verdicts
  where ${join([sql`promise in ${texts(gone.map(({ name }) => name))}`, slice, within(span)], sql` and `)}
  group by promise, old`;

function previewOf(promise: string, before: Experience, after: Experience, rows: readonly Row[]): PromisePreview {
  const isIn = ({ promises }: Experience): boolean => promises.some(({ name }) => name === promise);
  const own = rows.filter((row) => row.promise === promise);
  const word = (code: number): Move["from"] => VERDICT_WORDS[code - 1] ?? "none";
  const stays = own.filter((row) => row.old === row.new);
  return {
    promise,
    change: !isIn(before) ? "new" : isIn(after) ? "changed" : "gone",
    same: stays.reduce((sum, { count }) => sum + Number(count), 0),
    moves: own
      .filter((row) => row.old !== row.new)
      .map((row) => ({ from: word(row.old), to: word(row.new), count: Number(row.count) }))
      .sort((a, b) => b.count - a.count),
  };
}
