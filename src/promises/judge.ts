import type { Experience } from "../language/experience.ts";
import { syncColumns } from "../ledger/columns.ts";
import { commas, moment, name, natural, naturals, type Sql, sql, text } from "../sql/sql.ts";
import type { Store } from "../storage/store.ts";
import { readClock } from "./clock.ts";
import { compileJudging, type JudgingQuery } from "./compile.ts";
import { fingerprint } from "./fingerprint.ts";
import { nameRows, type VerdictRow } from "./read.ts";
import type { Verdict } from "./verdict.ts";

/** What `judge` had to do: `all` customers, only those `touched` since the last judgement, or `nothing`. */
export interface Judged {
  readonly judged: "all" | "touched" | "nothing";
}

/** Events read so far, of how many. */
export type Progress = (done: number, total: number) => void;

/** How the engine reads arrays of packed events fastest (measured). */
export const JUDGING = { max_block_size: 16_384, compile_expressions: 0, max_insert_block_size: 1_048_576 } as const;

/** Events held in memory at once: a slice of the customers has about as many. */
const SLICE = 5_000_000;

const COLUMNS = commas(
  [
    "promise",
    "customer_key",
    "subject_key",
    "occasion",
    "asked_at",
    "asked_key",
    "due_at",
    "answered_at",
    "answer_key",
    "delivered",
    "expected",
    "target",
    "verdict",
    "on_target",
    "felt",
  ].map((column) => name(column)),
);

/**
 * Brings the table `verdicts` to what the experience promises, as of a moment (ms since 1970 UTC): for everybody, or,
 * where the last judgement was of the same promises, for those customers whom anything has touched since.
 */
export async function judge(
  store: Store,
  experience: Experience,
  asOf: number,
  progress: Progress = () => {},
): Promise<Judged> {
  await syncColumns(store, experience);
  const print = fingerprint(experience);
  const known = await lastJudgement(store);
  const state = await ledgerState(store);
  const queries = compileJudging(experience, experience.promises, await readClock(store, experience), asOf);
  const judgement = { experience: print, asOf, ...state };
  if (
    known === undefined ||
    known.experience !== print ||
    known.asOf > asOf ||
    (asOf > known.asOf && known.lastEvent > known.asOf)
  ) {
    await judgeAll(store, queries, judgement, progress);
    return { judged: "all" };
  }
  const fresh = state.batches.filter((batch) => !known.batches.has(batch));
  if (fresh.length === 0 && known.asOf === asOf) return { judged: "nothing" };
  await judgeTouched(store, queries, judgement, fresh, asOf > known.asOf);
  return { judged: "touched" };
}

/** All verdict rows of a ledger, straight from the engine and with the texts of their keys. For small ledgers. */
export async function judgedRows(store: Store, experience: Experience, asOf: number): Promise<readonly Verdict[]> {
  const queries = compileJudging(experience, experience.promises, await readClock(store, experience), asOf);
  const rows: VerdictRow[] = [];
  for (const query of queries) rows.push(...(await store.rows<VerdictRow>(query.rows(sql`true`), JUDGING)));
  return nameRows(store, experience, rows);
}

interface Judgement {
  readonly experience: string;
  readonly asOf: number;
  readonly lastEvent: number;
  readonly batches: readonly string[];
  readonly events: number;
}

async function judgeAll(
  store: Store,
  queries: readonly JudgingQuery[],
  judgement: Judgement,
  progress: Progress,
): Promise<void> {
  const making = name("verdicts_making");
  await store.run(sql`truncate table judgements`);
  await store.run(sql`drop table if exists ${making} sync`);
  await store.run(sql`create table ${making} as verdicts`);
  const total = judgement.events * queries.length;
  const slices = slicesOf(judgement.events);
  let done = 0;
  for (const query of queries)
    for (const slice of slices) {
      await store.run(sql`insert into ${making} (${COLUMNS}) ${query.rows(slice)}`, JUDGING);
      done += judgement.events / slices.length;
      progress(Math.round(done), total);
    }
  await store.run(sql`exchange tables verdicts and ${making}`);
  await store.run(sql`drop table ${making} sync`);
  await remember(store, judgement);
}

/** Customers by the range of their key: the hash spreads them evenly. */
export function slicesOf(events: number): readonly Sql[] {
  const count = Math.max(1, Math.ceil(events / SLICE));
  const border = (i: number): bigint => (BigInt(i) << 64n) / BigInt(count);
  return Array.from({ length: count }, (_, i) =>
    i === count - 1
      ? sql`customer_key >= ${natural(border(i))}`
      : sql`customer_key >= ${natural(border(i))} and customer_key < ${natural(border(i + 1))}`,
  );
}

/** Those with new events and, where it has become later, those for whom a moment that was awaited has passed. */
async function judgeTouched(
  store: Store,
  queries: readonly JudgingQuery[],
  judgement: Judgement,
  batches: readonly string[],
  later: boolean,
): Promise<void> {
  const touched = name("touched");
  const asOf = moment(judgement.asOf);
  const targetMoment = sql`asked_at + toIntervalMillisecond(toInt64(target * 1000))`;
  const awaited = sql`verdict = 'open' and due_at < ${asOf} or on_target is null and target is not null and verdict not in ('excused', 'unpromised', 'unmeasured')
      and (due_at < ${asOf} or ${targetMoment} < ${asOf})`;
  await store.run(
    sql`create or replace table ${touched} (customer_key UInt64) engine = MergeTree order by customer_key`,
  );
  await store.run(
    sql`insert into ${touched} select distinct customer_key from events where batch in ${naturals(batches.map((state) => BigInt(state) / 2n))}`,
  );
  if (later) await store.run(sql`insert into ${touched} select distinct customer_key from verdicts where ${awaited}`);
  const among = sql`customer_key in (select customer_key from ${touched})`;
  await store.run(sql`truncate table judgements`);
  await store.run(sql`delete from verdicts where ${among}`);
  for (const query of queries) await store.run(sql`insert into verdicts (${COLUMNS}) ${query.rows(among)}`, JUDGING);
  await store.run(sql`drop table ${touched} sync`);
  await remember(store, judgement);
}

async function lastJudgement(store: Store) {
  const [row] = await store.rows<{ experience: string; as_of: number; last_event: number; batches: readonly string[] }>(
    sql`select experience, toFloat64(toUnixTimestamp64Milli(as_of)) as as_of, toFloat64(toUnixTimestamp64Milli(last_event)) as last_event, batches from judgements limit 1`,
  );
  return (
    row && { experience: row.experience, asOf: row.as_of, lastEvent: row.last_event, batches: new Set(row.batches) }
  );
}

async function remember(store: Store, { experience, asOf, lastEvent, batches }: Judgement): Promise<void> {
  await store.run(
    sql`insert into judgements (experience, as_of, last_event, batches) select ${text(experience)}, ${moment(asOf)}, ${moment(lastEvent)}, ${naturals(batches)}`,
  );
}

/**
 * Which batches the ledger knows, its size, and the time of its latest event (0 if there is none). A batch stands as twice
 * its number, and one more once it has finished: one that was under way when it was judged is looked at again.
 */
async function ledgerState(store: Store) {
  const [row] = await store.rows<{ events: string; last: number }>(
    sql`select count() as events, toFloat64(toUnixTimestamp64Milli(max(at))) as last from events`,
  );
  const batches = await store.rows<{ state: string }>(
    sql`select toUInt64(batch * 2 + max(finished is not null)) as state from batches group by batch order by batch`,
  );
  return { events: Number(row?.events ?? 0), lastEvent: row?.last ?? 0, batches: batches.map(({ state }) => state) };
}
