import { type Sql, sql } from "../sql/sql.ts";
import type { Store } from "../storage/store.ts";
import type { JourneyPath } from "./journey-path.ts";
import { quantiles } from "./quantiles.ts";
import { type Goings, GROUPING, subjectPaths } from "./subject-paths.ts";

/** What follows directly on what, how often and in how many subjects each event happens, and how long the whole takes. */
export interface Following {
  readonly follows: JourneyPath["follows"];
  readonly throughput: JourneyPath["throughput"];
  readonly countOf: ReadonlyMap<string, number>;
  readonly subjectsOf: ReadonlyMap<string, number>;
  readonly subjects: number;
}

interface Row {
  readonly last: number;
  readonly next: number;
  readonly count: string;
  /** In how many of them `next` happened for the first time in its subject. */
  readonly firsts: string;
  readonly mean: number;
  readonly waits: readonly number[];
}

const LEVELS = [0.1, 0.5, 0.9, 0.99] as const;

/** `names` are all names of the journey's events, `events` how many there are. */
export async function readFollowing(
  store: Store,
  goings: Goings,
  names: readonly string[],
  events: number,
): Promise<Following> {
  const rows = await store.rows<Row>(followingQuery(subjectPaths(goings, names), events), GROUPING);
  const nameOf = (place: number): string => names[place - 1] ?? "";
  const whole = rows.find(({ last, next }) => last === 0 && next === 0);
  const countOf = new Map<string, number>();
  const subjectsOf = new Map<string, number>();
  for (const { next, count, firsts } of rows) {
    countOf.set(nameOf(next), (countOf.get(nameOf(next)) ?? 0) + Number(count));
    subjectsOf.set(nameOf(next), (subjectsOf.get(nameOf(next)) ?? 0) + Number(firsts));
  }
  const follows = rows
    .filter(({ last }) => last !== 0)
    .map(({ last, next, count, waits: [, p50 = 0, p90 = 0] }) => ({
      from: nameOf(last),
      to: nameOf(next),
      count: Number(count),
      p50: p50 / 1000,
      p90: p90 / 1000,
    }));
  return { follows, throughput: throughputOf(whole), countOf, subjectsOf, subjects: Number(whole?.count ?? 0) };
}

function throughputOf(whole: Row | undefined): JourneyPath["throughput"] {
  if (whole === undefined) return null;
  const [p10 = 0, p50 = 0, p90 = 0, p99 = 0] = whole.waits.map((ms) => ms / 1000);
  return { unit: "seconds", n: Number(whole.count), mean: whole.mean / 1000, p10, p50, p90, p99 };
}

/** One row for each pair of neighbours; `last` is 0 before the first event, and one row of 0 and 0 is of the whole. */
function followingQuery(paths: Sql, events: number): Sql {
  return sql`select last, next, count() as count, countIf(first) as firsts, avg(wait) as mean,
  ${quantiles(LEVELS, sql`wait`, sql`last != 0 or next = 0`, events)} as waits
from (
${paths})
array join
  arrayPushFront(arrayPushFront(arrayPopBack(names), 0), 0) as last,
  arrayPushFront(names, 0) as next,
  arrayPushFront(arrayDifference(times), times[-1] - times[1]) as wait,
  arrayPushFront(arrayMap(n -> n = 1, arrayEnumerateUniq(names)), false) as first
group by last, next
order by count desc, last, next`;
}
