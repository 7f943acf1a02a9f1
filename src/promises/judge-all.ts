import { name, sql } from "../sql/sql.ts";
import { makeBeside, takePlace } from "../storage/beside.ts";
import { everywhere, onAll, onEachShard } from "../storage/shards.ts";
import type { Store } from "../storage/store.ts";
import { awaitEvents, awaitWindows } from "./awaited.ts";
import type { JudgingQuery } from "./compile.ts";
import { forgetJudged, type Hold, type Judged, writeJudged } from "./judged.ts";
import { forEverybody, STORED } from "./judging.ts";
import { noteRejudged } from "./rejudged.ts";

/** Events read so far, of how many. */
export type Progress = (done: number, total: number) => void;

export interface JudgeOptions {
  readonly progress?: Progress | undefined;
  /** Said by a server that goes on judging, so that nobody else does. */
  readonly server?: boolean;
  /** It may let answers go first that take long. */
  readonly yielding?: boolean;
}

/** Seconds for which a judge is left alone. */
export const PATIENCE = 120;

export const working = ({ server = false }: JudgeOptions): Hold => ({ seconds: PATIENCE, server });

const [VERDICTS, AWAITED] = [name("verdicts_making"), name("awaited_making")];
/** What is made, each beside what it takes the place of. */
const MAKING = [
  { made: VERDICTS, table: name("verdicts") },
  { made: AWAITED, table: name("awaited") },
] as const;

/** Judges every customer beside the verdicts that are there, and then takes their place at once. Gives its number. */
export async function judgeAll(
  store: Store,
  queries: readonly JudgingQuery[],
  next: Judged,
  options: JudgeOptions,
): Promise<number> {
  const number = (await forgetJudged(store, working(options))) + 1;
  const events = await onEachShard(store, countEvents);
  const total = events.reduce((sum, some) => sum + some, 0) * queries.length;
  let read = 0;
  const tell = (more: number): void => {
    read += more;
    options.progress?.(Math.round(read), total);
  };
  const noted = await onEachShard(store, (shard) => judgeShard(shard, queries, next, tell));
  await onEachShard(store, (shard) =>
    Promise.all([
      ...MAKING.map(({ made, table }) => takePlace(shard, made, table)),
      shard.run(sql`truncate table touched`),
      noteRejudged(shard, number, "everybody"),
    ]),
  );
  await writeJudged(store, { ...next, number, foreseen: noted.every(Boolean) }, working(options));
  await onAll(MAKING, ({ made }) => everywhere(store, sql`drop table ${made} sync`));
  return number;
}

/** Says whether everything that lies ahead could be noted. */
async function judgeShard(
  shard: Store,
  queries: readonly JudgingQuery[],
  next: Judged,
  tell: (events: number) => void,
): Promise<boolean> {
  await onAll(MAKING, ({ made, table }) => makeBeside(shard, table, made));
  await forEverybody(shard, async (slice, settings, events) => {
    for (const query of queries) {
      await shard.run(sql`insert into ${VERDICTS} (${STORED}) ${query.rows(slice)}`, settings);
      tell(events);
    }
  });
  const [, noted] = await Promise.all([
    awaitWindows(shard, VERDICTS, AWAITED),
    awaitEvents(shard, next.asOf, sql`true`, AWAITED),
  ]);
  return noted;
}

async function countEvents(shard: Store): Promise<number> {
  const [row] = await shard.rows<{ readonly events: string }>(sql`select count() as events from events`);
  return Number(row?.events ?? 0);
}
