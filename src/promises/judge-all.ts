import { name, sql } from "../sql/sql.ts";
import type { Store } from "../storage/store.ts";
import { awaitEvents, awaitWindows } from "./awaited.ts";
import type { JudgingQuery } from "./compile.ts";
import { forgetJudged, type Hold, type Judged, writeJudged } from "./judged.ts";
import { COLUMNS, JUDGING, slicesOf } from "./judging.ts";

/** Events read so far, of how many. */
export type Progress = (done: number, total: number) => void;

export interface JudgeOptions {
  readonly progress?: Progress | undefined;
  /** Said by a server that goes on judging, so that nobody else does. */
  readonly server?: boolean;
}

/** Seconds for which a judge is left alone; whoever takes longer says so again. */
const PATIENCE = 120;

/** While it is at work, and for a server also until the next time. */
export const working = ({ server = false }: JudgeOptions): Hold => ({ seconds: PATIENCE, server });
export const done = ({ server = false }: JudgeOptions): Hold => ({ seconds: server ? PATIENCE : 0, server });

const MAKING = { verdicts: name("verdicts_making"), awaited: name("awaited_making") } as const;

/** Judges every customer beside the verdicts that are there, and then takes their place at once. Gives its number. */
export async function judgeAll(
  store: Store,
  queries: readonly JudgingQuery[],
  next: Judged,
  options: JudgeOptions,
): Promise<number> {
  const [row] = await store.rows<{ readonly events: string }>(sql`select count() as events from events`);
  const events = Number(row?.events ?? 0);
  let number = await forgetJudged(store, working(options));
  await store.run(sql`create or replace table ${MAKING.verdicts} as verdicts`);
  await store.run(sql`create or replace table ${MAKING.awaited} as awaited`);
  const slices = slicesOf(events);
  let read = 0;
  for (const query of queries)
    for (const slice of slices) {
      await store.run(sql`insert into ${MAKING.verdicts} (${COLUMNS}) ${query.rows(slice)}`, JUDGING);
      read += events / slices.length;
      options.progress?.(Math.round(read), events * queries.length);
      number = await forgetJudged(store, working(options));
    }
  await awaitWindows(store, MAKING.verdicts, MAKING.awaited);
  const foreseen = await awaitEvents(store, next.asOf, sql`true`, MAKING.awaited);
  await store.run(sql`exchange tables verdicts and ${MAKING.verdicts}`);
  await store.run(sql`exchange tables awaited and ${MAKING.awaited}`);
  await store.run(sql`truncate table touched`);
  number += 1;
  await writeJudged(store, { ...next, number, foreseen }, done(options));
  await store.run(sql`drop table ${MAKING.verdicts} sync`);
  await store.run(sql`drop table ${MAKING.awaited} sync`);
  return number;
}
