import { dropStrangers } from "../ledger/known-customers.ts";
import { name, sql } from "../sql/sql.ts";
import { makeBeside } from "../storage/beside.ts";
import { everywhere, onEachShard, shardsOf } from "../storage/shards.ts";
import type { Settings, Store } from "../storage/store.ts";
import { YIELDING } from "../storage/turns.ts";
import { awaitEvents, awaitWindows, cameBetween, forgetAwaited } from "./awaited.ts";
import { noteChanges } from "./changes.ts";
import type { JudgingQuery } from "./compile.ts";
import { type JudgeOptions, working } from "./judge-all.ts";
import { type Judged, writeJudged } from "./judged.ts";
import { numbersOf, settleBatches } from "./judged-batches.ts";
import { ASKING, JUDGING, STORED, slicesOf } from "./judging.ts";
import { noteRejudged } from "./rejudged.ts";

/** So many events a customer are reckoned with, until they have been read. */
const EVENTS_EACH = 20;
/** From so many customers on it is asked whether judging everybody is less work. */
const MANY = 10_000;
const DAY = 86_400_000;
/** What was deleted is noted beside the verdicts, and reading them takes twice as long; from so many rows on it is put into them. */
const MANY_PATCHES = 2_000_000;

/** Judged anew of the customers who were touched; what the ledger held of them; what of the new differs from that. */
const TABLES = [name("verdicts_making"), name("verdicts_known"), name("verdicts_fresh")] as const;
/** A verdict with all that is stored of it, as one number. */
const ROW = sql`cityHash64(${STORED})`;

/**
 * Notes whom anything has touched since: new or moved events, a window that closed, an event whose time has come.
 * They stay noted until they have been judged, whatever happens in between. How many; `all` if that is less work, and
 * `nothing` if nothing at all has changed.
 */
export async function touch(
  store: Store,
  known: Judged,
  next: Judged,
  fresh: readonly string[],
): Promise<number | "all" | "nothing"> {
  const batches = numbersOf(fresh);
  if (fresh.length > 0)
    await everywhere(
      store,
      sql`insert into touched select distinct customer_key from (
      select customer_key from events where batch in ${batches} union all select customer_key from moved where batch in ${batches})`,
    );
  const came =
    next.asOf > known.asOf ? cameBetween(known.asOf, next.asOf) : sql`select customer_key from touched where false`;
  const [row] = await store.rows<{ readonly touched: string; readonly came: string; readonly events: string }>(
    sql`select (select uniqExact(customer_key) from (select customer_key from touched union all ${came})) as touched,
      (select count() from (${came})) as came, (select count() from events) as events`,
  );
  if (Number(row?.came ?? 0) > 0) await everywhere(store, sql`insert into touched ${came}`);
  const [touched, events] = [Number(row?.touched ?? 0), Number(row?.events ?? 0)];
  if (touched > MANY && touched * EVENTS_EACH > events) return "all";
  return touched === 0 && fresh.length === 0 ? "nothing" : touched;
}

/** Judges the customers who are noted as touched again. Their old verdicts go when the new ones are ready to come. */
export async function judgeTouched(
  store: Store,
  queries: readonly JudgingQuery[],
  next: Judged,
  touched: number,
  options: JudgeOptions,
): Promise<void> {
  const each = Math.ceil(touched / shardsOf(store).length);
  const noted = await onEachShard(store, (shard) =>
    replaceTheirs(shard, queries, next, each, options.yielding ? YIELDING : {}),
  );
  const judged = await tidied(store, { ...next, foreseen: next.foreseen && noted.every(Boolean) });
  await writeJudged(store, judged, working(options));
  await everywhere(store, sql`truncate table touched`);
}

/** Now and then clears away what nobody needs any more. */
export async function tidied(store: Store, next: Judged): Promise<Judged> {
  if (next.number % 1000 > 1) return next;
  await Promise.all([forgetAwaited(store, next.asOf - DAY), dropStrangers(store)]);
  return { ...next, upTo: await settleBatches(store, next.upTo) };
}

/** Says whether everything that lies ahead of them could be noted. */
async function replaceTheirs(
  shard: Store,
  queries: readonly JudgingQuery[],
  { number, asOf }: Judged,
  touched: number,
  turn: Settings,
): Promise<boolean> {
  const [making, known, fresh] = TABLES;
  const awaited = name("awaited");
  const among = sql`customer_key in (select customer_key from touched)`;
  await makeBeside(shard, name("verdicts"), making);
  // Nothing beside it: whoever waits for an answer needs a processor too.
  for (const query of queries)
    for (const slice of slicesOf(touched * EVENTS_EACH))
      await shard.run(
        sql`insert into ${making} (${STORED}) ${query.rows(sql`customer_key in (select customer_key from touched where ${slice})`)}`,
        { ...JUDGING, ...turn },
      );
  // Most verdicts are as they were, and stay where they are.
  await shard.run(
    sql`create or replace table ${known} engine = MergeTree order by tuple()
      as select ${ASKING}, due_at, verdict, ${ROW} as row from verdicts where ${among}`,
    turn,
  );
  await shard.run(
    sql`create or replace table ${fresh} engine = MergeTree order by tuple()
      as select ${STORED}, due_at from ${making} where ${ROW} not in (select row from ${known})`,
    JUDGING,
  );
  const gone = sql`(select * from ${known} where row not in (select ${ROW} from ${making}))`;
  const [foreseen] = await Promise.all([
    awaitEvents(shard, asOf, among, awaited),
    awaitWindows(shard, making, awaited),
    noteChanges(shard, { number, asOf, gone, fresh }),
    noteRejudged(shard, number, "touched"),
  ]);
  await shard.run(
    sql`delete from verdicts where customer_key in (select customer_key from ${gone}) and (${ASKING}) in (select ${ASKING} from ${gone})`,
    { lightweight_delete_mode: "lightweight_update_force" },
  );
  // Attached, they would cut off the merge that is under way: at every round, so that none of more than a second ever ended.
  await shard.run(sql`insert into verdicts (${STORED}) select ${STORED} from ${fresh}`, JUDGING);
  await Promise.all([...TABLES.map((made) => shard.run(sql`drop table ${made} sync`)), applyPatches(shard)]);
  return foreseen;
}

/** At once, before there are more: where they are many, applying them takes longer than judging does. */
async function applyPatches(shard: Store): Promise<void> {
  const [row] = await shard.rows<{ readonly patches: string }>(sql`select sum(rows) as patches from system.parts
    where database = currentDatabase() and table = 'verdicts' and active and startsWith(name, 'patch-')`);
  if (Number(row?.patches ?? 0) > MANY_PATCHES)
    await shard.run(sql`alter table verdicts apply patches`, { mutations_sync: 1 });
}
