import type { CustomerPromise, Experience } from "../../language/experience.ts";
import { fingerprint } from "../../promises/fingerprint.ts";
import { number, type Sql, sql, text } from "../../sql/sql.ts";
import type { Store } from "../../storage/store.ts";
import { type Refusal, refusal } from "../estimate.ts";
import { askedBefore, drawn, endedAt, LOOKS, lookedAt, MOST_ASKINGS, openNow } from "./asked-before.ts";
import { settingOf } from "./features.ts";
import { type Cause, forecast, forecasterOf, type Learned } from "./forecast.ts";
import type { Judged } from "./judged.ts";
import { knownOf, readSnapshots } from "./read-snapshots.ts";
import { type Past, type Schooled, school } from "./schooling.ts";
import type { Lesson } from "./snapshot.ts";

/** What is likely to break of one promise. */
export interface PromiseBreaking {
  readonly promise: string;
  readonly says: string;
  /** Open askings. */
  readonly open: number;
  /** How well the chances did on a later period than they were learned on; a refusal where none are given. */
  readonly judged: Judged | Refusal;
  /** One for each open asking, where chances are given. */
  readonly chances: readonly OpenChance[];
}

/** The chance that one open asking will be broken. Times are milliseconds since 1970 UTC. */
export interface OpenChance {
  readonly promise: string;
  readonly customerKey: string;
  readonly subjectKey: string;
  readonly askedKey: string;
  readonly occasion: string;
  readonly askedAt: number;
  readonly dueAt: number | undefined;
  readonly chance: number;
  /** What speaks most for it. */
  readonly causes: readonly Cause[];
}

export interface BreakingOptions {
  readonly seed?: number;
  /** Only these promises. */
  readonly promises?: readonly string[];
  /** Leaves out promises of which nothing is open. */
  readonly onlyOpen?: boolean;
}

/** What was learned of one promise, by which its open askings are given their chances until more is learned. */
export interface LearnedBreaking {
  readonly promise: string;
  /** Of all in the experience file that chances rest on. */
  readonly print: string;
  readonly schooled: Schooled | Refusal;
}

/**
 * For each open asking the chance that it will be broken, learned from askings whose time was over before `asOf` (ms since
 * 1970 UTC), and from nothing that came later than the moment of looking. Reads the table `verdicts`, judged as of then.
 */
export async function measureBreaking(
  store: Store,
  experience: Experience,
  asOf: number,
  options: BreakingOptions = {},
): Promise<readonly PromiseBreaking[]> {
  return forecastOpen(store, experience, asOf, await learnBreaking(store, experience, asOf, options));
}

/** Learns from the past of each promise that can be open. */
export async function learnBreaking(
  store: Store,
  experience: Experience,
  asOf: number,
  { seed = 1, promises, onlyOpen = false }: BreakingOptions = {},
): Promise<readonly LearnedBreaking[]> {
  const counts = await openCounts(store);
  const found: LearnedBreaking[] = [];
  for (const promise of experience.promises) {
    const open = counts.get(promise.name) ?? 0;
    if (!canBeOpen(promise) || promises?.includes(promise.name) === false || (onlyOpen && open === 0)) continue;
    const past = await readPast(store, experience, promise, asOf, seed);
    const schooled = school(settingOf(experience, promise, knownOf(experience)), past, asOf);
    found.push({ promise: promise.name, print: printOf(experience), schooled });
  }
  return found;
}

/**
 * What is open as of a moment, by what was learned before. Promises that the experience does not know are left out; where
 * what was learned is of another file, no chances are given.
 */
export async function forecastOpen(
  store: Store,
  experience: Experience,
  asOf: number,
  learned: readonly LearnedBreaking[],
): Promise<readonly PromiseBreaking[]> {
  const counts = await openCounts(store);
  const found: PromiseBreaking[] = [];
  for (const { promise: name, print, schooled: before } of learned) {
    const promise = experience.promises.find((one) => one.name === name);
    if (promise === undefined) continue;
    const open = counts.get(name) ?? 0;
    const about = { promise: name, says: promise.says, open };
    const schooled = print === printOf(experience) ? before : CHANGED;
    if (schooled.kind === "refusal") found.push({ ...about, judged: schooled, chances: [] });
    else {
      const chances = open === 0 ? [] : await chancesOf(store, experience, promise, { asOf, open }, schooled.learned);
      found.push({ ...about, judged: schooled.judged, chances });
    }
  }
  return found;
}

const printOf = (experience: Experience): string =>
  JSON.stringify([fingerprint(experience), experience.journeys.map(({ path }) => path)]);

const CHANGED = refusal(
  "The experience file has changed since it was learned what breaks.",
  "A few minutes, in which it is learned anew.",
);

/** What is judged at the asking itself is never open. */
const canBeOpen = (promise: CustomerPromise): boolean =>
  promise.kind !== "first" && !(promise.kind === "measure" && promise.then.length === 0);

async function openCounts(store: Store): Promise<ReadonlyMap<string, number>> {
  const rows = await store.rows<{ promise: string; open: string }>(
    sql`select promise, count() as open from verdicts where verdict = 'open' group by promise`,
  );
  return new Map(rows.map(({ promise, open }) => [promise, Number(open)]));
}

async function readPast(
  store: Store,
  experience: Experience,
  promise: CustomerPromise,
  asOf: number,
  seed: number,
): Promise<Past> {
  const horizon = await horizonOf(store, promise);
  const all = askedBefore(promise, horizon, asOf);
  const [row] = await store.rows<{ askings: string }>(sql`select count() as askings from (${all})`);
  const share = Math.min(1, MOST_ASKINGS / Math.max(1, Number(row?.askings ?? 0)));
  const askings = drawn(all, share, seed);
  const read = async (snapshots: Sql): Promise<readonly Lesson[]> => {
    const lessons: Lesson[] = [];
    const many = LOOKS * MOST_ASKINGS;
    for await (const some of readSnapshots(store, experience, promise, { snapshots, many }, asOf))
      lessons.push(...some);
    // The engine gives them in any order, and sums of fractions depend on it.
    return lessons.sort((a, b) => a.at - b.at || (keyOf(a) < keyOf(b) ? -1 : 1));
  };
  return { lessons: await read(lookedAt(askings, seed)), ended: await read(endedAt(askings, asOf)), horizon };
}

const keyOf = ({ customerKey, subjectKey, askedKey }: Lesson): string => `${customerKey} ${subjectKey} ${askedKey}`;

/** Within it nine in ten are answered; at least an hour. In ms. */
async function horizonOf(store: Store, { name }: CustomerPromise): Promise<number> {
  const waited = sql`dateDiff('millisecond', asked_at, answered_at)`;
  const [row] = await store.rows<{ horizon: number | null }>(
    sql`select toFloat64(quantileExactOrNull(${number(0.9)})(${waited})) as horizon from verdicts
    where promise = ${text(name)} and verdict in ('kept', 'late', 'missed') and isNotNull(answered_at)`,
  );
  return Math.max(3_600_000, Math.round(row?.horizon ?? 0));
}

async function chancesOf(
  store: Store,
  experience: Experience,
  promise: CustomerPromise,
  { asOf, open }: { readonly asOf: number; readonly open: number },
  learned: Learned,
): Promise<readonly OpenChance[]> {
  const forecaster = forecasterOf(settingOf(experience, promise, knownOf(experience)), learned);
  const chances: OpenChance[] = [];
  const now = { snapshots: openNow(promise, asOf), many: open };
  for await (const some of readSnapshots(store, experience, promise, now, asOf))
    for (const snapshot of some) {
      const { customerKey, subjectKey, askedKey, occasion, askedAt, dueAt } = snapshot;
      const about = { promise: promise.name, customerKey, subjectKey, askedKey, occasion, askedAt, dueAt };
      chances.push({ ...about, ...forecast(forecaster, snapshot) });
    }
  return chances.sort((a, b) => b.chance - a.chance || (a.customerKey < b.customerKey ? -1 : 1));
}
