import type { Experience } from "../language/experience.ts";
import { commas, digits, numbers, type Sql, sql, texts } from "../sql/sql.ts";
import type { Store } from "../storage/store.ts";
import type { Legs, LegUse } from "./journey-path.ts";
import { type Span, spanOf, whoAnswers } from "./leg-plan.ts";
import { legTimes } from "./leg-times.ts";
import { MOST_EXACT, quantiles } from "./quantiles.ts";
import { GROUPING } from "./subject-paths.ts";

interface Usual {
  readonly leg: string;
  readonly kept_p50: number | null;
  readonly late_p50: number | null;
  readonly n_kept: string;
  readonly n_late: string;
}

interface Excess {
  readonly leg: string;
  readonly mean: number | null;
  readonly share: number | null;
}

// Stands for "no usual time": the numbers of a leg are never negative.
const UNKNOWN = -1;

/** The verdicts that are looked at. */
export interface Judged {
  readonly rows: Sql;
  /** Whether their column `legs` holds the seconds of each leg. */
  readonly legs: boolean;
  /** How many there are at most, where that is known. */
  readonly most?: number;
}

/**
 * Where late promises lost their time: for each promise the legs of the path between its asking and its answer, or null
 * where it spans none. Reads the table `verdicts`, judged as of the same moment (milliseconds since 1970 UTC).
 */
export async function readLegs(
  store: Store,
  experience: Experience,
  asOf: number,
  judged: Judged = { rows: sql`verdicts`, legs: false },
): Promise<Legs> {
  const legs = new Map<string, readonly LegUse[] | null>(experience.promises.map(({ name }) => [name, null]));
  const spans = experience.promises.flatMap((promise) => spanOf(promise, experience) ?? []);
  if (spans.length === 0) return legs;
  const counts = await countAnswered(store, spans, judged);
  if (judged.legs && [...counts.values()].every((count) => count <= MOST_EXACT))
    return new Map([...legs, ...(await readLegsBeside(store, experience, spans, judged.rows))]);
  // One after the other: each may need most of the engine's memory.
  for (const span of spans) {
    const { name } = span.promise;
    legs.set(name, await readSpan(store, experience, span, counts.get(name) ?? 0, asOf, judged));
  }
  return legs;
}

/** By promise, how many were answered, or may have been at most. */
async function countAnswered(
  store: Store,
  spans: readonly Span[],
  { rows, most = Number.POSITIVE_INFINITY }: Judged,
): Promise<ReadonlyMap<string, number>> {
  const names = namesOf(spans);
  if (most <= MOST_EXACT) return new Map(names.map((name) => [name, most]));
  const answered = await store.rows<{ readonly promise: string; readonly count: string }>(
    sql`select promise, count() as count from ${rows}
where promise in ${texts(names)} and verdict in ('kept', 'late') and isNotNull(answered_at) group by promise`,
  );
  return new Map(answered.map(({ promise, count }) => [promise, Number(count)]));
}

const namesOf = (spans: readonly Span[]): readonly string[] => spans.map(({ promise }) => promise.name);

/** All promises at once, where the seconds stand beside the verdicts. */
async function readLegsBeside(
  store: Store,
  experience: Experience,
  spans: readonly Span[],
  rows: Sql,
): Promise<ReadonlyMap<string, readonly LegUse[]>> {
  const names = namesOf(spans);
  const times = timesOf(names, rows);
  type Of<T> = T & { readonly promise: string };
  const own = <T>(list: readonly Of<T>[], name: string) => list.filter(({ promise }) => promise === name);
  const usual = await store.rows<Of<Usual>>(usualQuery(times, 0), GROUPING);
  const medians = spans.map((span) => mediansOf(span, own(usual, span.promise.name)));
  const isLate = usual.some(({ n_late }) => n_late !== "0");
  const place = sql`transform(promise, ${texts(names)}, range(1, ${digits(names.length + 1)}), 1)`;
  const byPromise = sql`[${commas(medians.map((own) => numbers(own)))}][${place}]`;
  const excess = isLate ? await store.rows<Of<Excess>>(excessQuery(times, byPromise), GROUPING) : [];
  return new Map(
    spans.map((span) => {
      const { name } = span.promise;
      return [name, legsOf(experience, span, own(usual, name), own(excess, name))];
    }),
  );
}

async function readSpan(
  store: Store,
  experience: Experience,
  span: Span,
  askings: number,
  asOf: number,
  judged: Judged,
): Promise<readonly LegUse[]> {
  const { promise, journey, steps } = span;
  const times = judged.legs
    ? timesOf([promise.name], judged.rows)
    : legTimes({ promise: promise.name, journey, between: steps.slice(1, -1), asOf, among: judged.rows });
  const usual = askings === 0 ? [] : await store.rows<Usual>(usualQuery(times, askings), GROUPING);
  const isLate = usual.some(({ n_late }) => n_late !== "0");
  const medians = sql`${numbers(mediansOf(span, usual))}`;
  const excess = isLate ? await store.rows<Excess>(excessQuery(times, medians), GROUPING) : [];
  return legsOf(experience, span, usual, excess);
}

/** By leg, how long it usually takes. */
function mediansOf({ steps }: Span, usual: readonly Usual[]): readonly number[] {
  const byLeg = new Map(usual.map((row) => [Number(row.leg), row]));
  return steps.slice(1).map((_, i) => byLeg.get(i + 1)?.kept_p50 ?? UNKNOWN);
}

function legsOf(
  experience: Experience,
  { steps }: Span,
  usual: readonly Usual[],
  excess: readonly Excess[],
): readonly LegUse[] {
  const byLeg = new Map(usual.map((row) => [Number(row.leg), row]));
  const excesses = new Map(excess.map((row) => [Number(row.leg), row]));
  return steps.slice(1).map((to, i) => {
    const times = byLeg.get(i + 1);
    const lost = excesses.get(i + 1);
    return {
      from: steps[i] ?? "",
      to,
      ...whoAnswers(to, experience),
      kept_p50: times?.kept_p50 ?? null,
      late_p50: times?.late_p50 ?? null,
      excess_mean: lost?.mean ?? null,
      share_of_late: lost?.share ?? null,
      n_kept: Number(times?.n_kept ?? 0),
      n_late: Number(times?.n_late ?? 0),
    };
  });
}

/** The same that `legTimes` finds, where it stands beside the verdicts. */
const timesOf = (promises: readonly string[], rows: Sql): Sql =>
  sql`select promise, verdict = 'late' as late, legs from ${rows}
where promise in ${texts(promises)} and verdict in ('kept', 'late') and isNotNull(answered_at)`;

const seconds = sql`seconds`;
const unlessNan = (value: Sql): Sql => sql`if(isNaN(${value}), null, ${value})`;

function usualQuery(times: Sql, askings: number): Sql {
  const median = (where: Sql): Sql => unlessNan(sql`${quantiles([0.5], seconds, where, askings)}[1]`);
  return sql`select promise, leg, ${median(sql`not late`)} as kept_p50, ${median(sql`late`)} as late_p50,
  countIf(not late) as n_kept, countIf(late) as n_late
from (
${times})
array join legs as seconds, arrayEnumerate(legs) as leg
where not isNaN(seconds)
group by promise, leg`;
}

/** How much longer each leg took in the late ones than usual, and in which share of all late ones it lost the most. */
function excessQuery(times: Sql, medians: Sql): Sql {
  const usual = sql`arrayResize(${medians}, length(legs))`;
  const most = sql`arrayMax(arrayPushBack(arrayFilter(x -> not isNaN(x), excesses), 0))`;
  return sql`select promise, leg, ${unlessNan(sql`avgIf(excess, not isNaN(excess))`)} as mean,
  if(countIf(not isNaN(excess)) = 0, null, countIf(worst = leg) / count()) as share
from (
  select promise, excesses, ${most} as most, if(most = 0, 0, indexOf(excesses, most)) as worst
  from (
    select promise, arrayMap((s, u) -> if(u = ${digits(UNKNOWN)}, nan, s - u), legs, ${usual}) as excesses
    from (
${times})
    where late))
array join excesses as excess, arrayEnumerate(excesses) as leg
group by promise, leg`;
}
