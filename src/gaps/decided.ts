import { commas, moment, type Sql, sql, texts } from "../sql/sql.ts";
import type { Store } from "../storage/store.ts";
import { type Judged, WINDOWS } from "./burn.ts";
import { ALL, BROKEN, JUDGED } from "./verdict-columns.ts";

/**
 * When it was settled whether a promise was kept. Late: at the due moment, it broke then and the answer only came too
 * late. Else at the answer or whatever decided it, or at the end of the time. What `before` or the end of a journey
 * broke counts at the asking: when that was does not stand in the verdict, and it was not sooner.
 */
const decidedAt = (asOf: number): Sql =>
  sql`greatest(asked_at, coalesce(if(verdict = 'late', due_at, answered_at), if(due_at <= ${moment(asOf)}, due_at, null), asked_at))`;

interface WindowRow {
  readonly promise: string;
  readonly judged: readonly string[];
  readonly broken: readonly string[];
}

/** What was judged and broken in each of WINDOWS, by promise; a promise of which nothing was is not in it. */
export async function readWindows(
  store: Store,
  promises: readonly string[],
  asOf: number,
  among = ALL,
): Promise<ReadonlyMap<string, readonly Judged[]>> {
  if (promises.length === 0) return new Map();
  const longest = Math.max(...WINDOWS.map(({ ms }) => ms));
  const since = WINDOWS.map(({ ms }) => sql`decided > ${moment(asOf - ms)}`);
  const listed = (counted: readonly Sql[]): Sql => sql`[${commas(counted)}]`;
  const rows = await store.rows<WindowRow>(sql`with ${decidedAt(asOf)} as decided
select promise, ${listed(since.map((recent) => sql`countIf(${recent})`))} as judged,
  ${listed(since.map((recent) => sql`countIf(${recent} and ${BROKEN})`))} as broken
from ${among} where promise in ${texts(promises)} and ${JUDGED} and decided > ${moment(asOf - longest)}
group by promise`);
  return new Map(
    rows.map((row) => [
      row.promise,
      WINDOWS.map((_, i) => ({ judged: Number(row.judged[i] ?? 0), broken: Number(row.broken[i] ?? 0) })),
    ]),
  );
}
