import { moment, type Name, type Sql, sql } from "../sql/sql.ts";
import { everywhere } from "../storage/shards.ts";
import type { Store } from "../storage/store.ts";

/** More events ahead than this are not noted one by one: whoever looks from later judges everybody. */
const AHEAD = 1_000_000;
/** Moments are worked out from seconds as floats: they may be off by so many milliseconds. */
const GIVE = 10;

/** Notes when the verdicts of a table must be looked at again because a window closes. */
export async function awaitWindows(store: Store, verdicts: Name, awaited: Name): Promise<void> {
  const closes = sql`if(verdict = 'open', due_at, null)`;
  const undecided = sql`on_target is null and target is not null and verdict not in ('excused', 'unpromised', 'unmeasured')`;
  const targetCloses = sql`if(${undecided}, asked_at + toIntervalMillisecond(toInt64(target * 1000)), null)`;
  await store.run(sql`insert into ${awaited} select distinct assumeNotNull(m) as at, customer_key
    from (select customer_key, arrayJoin([${closes}, ${targetCloses}]) as m from ${verdicts} where verdict = 'open' or ${undecided})
    where m is not null`);
}

/** Notes the events after a moment, of all customers or of some; says whether all could be noted. */
export async function awaitEvents(store: Store, asOf: number, among: Sql, awaited: Name): Promise<boolean> {
  const ahead = sql`from events where at > ${moment(asOf)} and ${among}`;
  const [row] = await store.rows<{ readonly count: string }>(sql`select count() as count ${ahead}`);
  const count = Number(row?.count ?? 0);
  if (count > 0 && count <= AHEAD)
    await store.run(sql`insert into ${awaited} select distinct at, customer_key ${ahead}`);
  return count <= AHEAD;
}

/** The customers for whom something awaited has come between two moments. */
export const cameBetween = (before: number, now: number): Sql =>
  sql`select distinct customer_key from awaited where at >= ${moment(before - GIVE)} and at <= ${moment(now)}`;

/** Clears away what was awaited before a moment. */
export async function forgetAwaited(store: Store, before: number): Promise<void> {
  await everywhere(store, sql`delete from awaited where at < ${moment(before - GIVE)}`);
}
