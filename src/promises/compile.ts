import type { CustomerPromise, Experience, Term } from "../language/experience.ts";
import { digits, type Sql, sql } from "../sql/sql.ts";
import { compileCount } from "./count.ts";
import type { Clock } from "./due.ts";
import { compileFirst } from "./first.ts";
import type { Judgement } from "./judgement.ts";
import { compileMeasure } from "./measure.ts";
import { startPass } from "./pass.ts";
import type { Setting } from "./setting.ts";
import { tally } from "./tally.ts";
import { compileThen } from "./then.ts";
import { unfold } from "./unfold.ts";

/*
 *   promises of one journey ──▶ pass: what each needs of the events ──▶ customers: one GROUP BY, events as arrays
 *                                                                          │
 *                    verdict rows ◀── unfolded once, for all promises ◀── judgements: arrays beside the askings
 */

/** Several promises judged in one reading of their journey's events. */
export interface JudgingQuery {
  readonly journey: string | undefined;
  readonly promises: readonly CustomerPromise[];
  /** One verdict row for each asking. `where` narrows the events by customer_key. */
  readonly rows: (where: Sql) => Sql;
  /** One row: for each promise an array of counts, by the place of the word in VERDICT_WORDS. */
  readonly counts: (where: Sql) => Sql;
}

/** Everything an experience promises, as few queries as their events allow. `asOf` in ms since 1970 UTC. */
export function compileJudging(
  experience: Experience,
  promises: readonly CustomerPromise[],
  clock: Clock,
  asOf: number,
): readonly JudgingQuery[] {
  const journeys = [...new Set(promises.map((promise) => promise.journey))];
  return journeys.flatMap((journey) => {
    const compile = (some: readonly CustomerPromise[]) => compilePass(experience, journey, some, clock, asOf);
    const own = promises.filter((promise) => promise.journey === journey);
    const pairs = own.filter((promise) => compile([promise]).pairsUp);
    const sorted = own.filter((promise) => !pairs.includes(promise));
    return [sorted, pairs].flatMap((some) => inPasses(some, compile));
  });
}

type Compile = (promises: readonly CustomerPromise[]) => { readonly query: JudgingQuery; readonly fits: boolean };

function inPasses(promises: readonly CustomerPromise[], compile: Compile): readonly JudgingQuery[] {
  const queries: JudgingQuery[] = [];
  for (let done = 0; done < promises.length; ) {
    const fitting = mostThatFit(promises.slice(done), (some) => compile(some).fits);
    queries.push(compile(promises.slice(done, done + fitting)).query);
    done += fitting;
  }
  return queries;
}

/** The greatest number from the front that fits; one promise always does, however many terms it has, or is refused. */
function mostThatFit<T>(list: readonly T[], fits: (some: readonly T[]) => boolean): number {
  if (fits(list)) return list.length;
  let count = 1;
  while (count < list.length && fits(list.slice(0, count + 1))) count += 1;
  return count;
}

function compilePass(
  experience: Experience,
  journeyName: string | undefined,
  promises: readonly CustomerPromise[],
  clock: Clock,
  asOf: number,
) {
  const journey = experience.journeys.find((j) => j.name === journeyName);
  const { occasions, events } = experience;
  const pass = startPass(journey?.follows);
  const ends: Term = (journey?.ends ?? []).map((event) => ({ event, if: undefined }));
  const judgements = promises.map((promise, i) =>
    compilePromise(promise, { pass, scope: `p${i + 1}`, occasions, events, clock, ends, asOf }),
  );
  const before = (where: Sql): Sql => sql`at <= fromUnixTimestamp64Milli(toInt64(${digits(asOf)}), 'UTC') and ${where}`;
  const query: JudgingQuery = {
    journey: journeyName,
    promises,
    rows: (where) => unfold(experience, promises, judgements, (wanted) => pass.customers(before(where), wanted)),
    counts: (where) => tally(judgements, (wanted) => pass.customers(before(where), wanted)),
  };
  return { query, fits: pass.fits(), pairsUp: pass.pairsUp() };
}

function compilePromise(promise: CustomerPromise, setting: Setting): Judgement {
  switch (promise.kind) {
    case "then":
      return compileThen(promise, setting);
    case "count":
    case "never":
      return compileCount(promise, setting);
    case "measure":
      return compileMeasure(promise, setting);
    case "first":
      return compileFirst(promise, setting);
  }
}
