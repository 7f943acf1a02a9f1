import { name, sql } from "../sql/sql.ts";
import type { Store } from "../storage/store.ts";
import { awaitEvents, awaitWindows } from "./awaited.ts";
import type { JudgingQuery } from "./compile.ts";
import { forgetJudged, type Judged, writeJudged } from "./judged.ts";
import { COLUMNS, JUDGING, slicesOf } from "./judging.ts";

/** Events read so far, of how many. */
export type Progress = (done: number, total: number) => void;

const MAKING = { verdicts: name("verdicts_making"), awaited: name("awaited_making") } as const;

/** Judges every customer beside the verdicts that are there, and then takes their place at once. */
export async function judgeAll(
  store: Store,
  queries: readonly JudgingQuery[],
  next: Judged,
  progress: Progress,
): Promise<void> {
  const [row] = await store.rows<{ readonly events: string }>(sql`select count() as events from events`);
  const events = Number(row?.events ?? 0);
  await forgetJudged(store);
  await store.run(sql`create or replace table ${MAKING.verdicts} as verdicts`);
  await store.run(sql`create or replace table ${MAKING.awaited} as awaited`);
  const slices = slicesOf(events);
  let done = 0;
  for (const query of queries)
    for (const slice of slices) {
      await store.run(sql`insert into ${MAKING.verdicts} (${COLUMNS}) ${query.rows(slice)}`, JUDGING);
      done += events / slices.length;
      progress(Math.round(done), events * queries.length);
    }
  await awaitWindows(store, MAKING.verdicts, MAKING.awaited);
  const foreseen = await awaitEvents(store, next.asOf, sql`true`, MAKING.awaited);
  await store.run(sql`exchange tables verdicts and ${MAKING.verdicts}`);
  await store.run(sql`exchange tables awaited and ${MAKING.awaited}`);
  await store.run(sql`truncate table touched`);
  await writeJudged(store, { ...next, foreseen });
  await store.run(sql`drop table ${MAKING.verdicts} sync`);
  await store.run(sql`drop table ${MAKING.awaited} sync`);
}
