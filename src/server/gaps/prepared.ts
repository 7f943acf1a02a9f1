import { setTimeout as sleep } from "node:timers/promises";
import type { Shelf } from "../../published/shelf.ts";
import type { Store } from "../../storage/store.ts";
import { ahead, behind } from "../../storage/turns.ts";
import { type Judgement, lastJudgement } from "./judgement.ts";
import { knownFor } from "./known-for.ts";
import { type Lanes, openLanes } from "./lanes.ts";
import type { ReadyAnswers } from "./ready-answers.ts";

export { experienceOf, type Judgement } from "./judgement.ts";

/** An answer as it goes out. */
export interface Answer {
  readonly json: string;
  readonly judgement: Judgement;
}

/**
 * Answers that take long are kept ready: whoever asks gets the last one at once, with its moment in it, and meanwhile it
 * is worked out anew where judging has gone on. Only who asks first, or wants nothing but the newest, waits.
 */
export interface Prepared {
  /** With `kept`, the answer is there again after a restart; it must tell of no customer. */
  give(key: string, work: Work, newest?: boolean, kept?: boolean): Promise<Answer>;
  /** The answer that is there, if any, without asking for it. */
  peek(key: string): Answer | undefined;
  /** The last judgement by the experience that holds; throws KeptError "not-judged" until there is one. */
  judgement(): Promise<Judgement>;
  /** There is a new judgement. */
  judged(): void;
  close(): Promise<void>;
}

/** The store lets others go first where nobody waits for the answer. */
type Work = (judgement: Judgement, store: Store) => Promise<unknown>;

interface Entry {
  readonly key: string;
  answer: Answer | undefined;
  working: Promise<Answer> | undefined;
  /** Waits for its turn to be made anew. */
  queued: boolean;
  work: Work;
  kept: boolean;
  /** By the clock that never jumps, in ms. */
  done: number;
  took: number;
  asked: number;
  times: number;
  written: number;
}

/** Of which judgement answers are; where somebody wants the newest, it may take a while. */
export type JudgementOf = (newest: boolean) => Promise<Judgement>;

/** So many answers are kept, the last asked for. */
const MOST = 256;
/** For so many times as long as an answer took, it is not worked out again: the rest is for events and judging. */
const REST = 5;
/**
 * What was asked for again n times is kept ready unasked for n minutes, and a quarter of an hour at most: a page that is
 * open asks again by itself. In ms.
 */
const WARM = { each: 60_000, most: 900_000 } as const;
const BEAT = 1000;
/** A judgement that is known counts as the last one for so long where nobody says that there is another. In ms. */
const KNOWN = 1000;
/** While no verdict changes, only what counts back from now does: often enough so many ms apart. */
const STILL = 60_000;
/** So often at most an answer is written down. In ms. */
const WRITTEN = 60_000;

export function openPrepared(store: Store, shelf: Shelf): Prepared {
  return openPreparedOn(store, shelf, () => lastJudgement(store, shelf));
}

export function openPreparedOn(store: Store, shelf: Shelf, judgementOf: JudgementOf, ready?: ReadyAnswers): Prepared {
  const entries = new Map<string, Entry>();
  const end = new AbortController();
  const lanes = openLanes();
  const [loud, quiet] = [ahead(store), behind(store)];
  const known = knownFor(KNOWN, () => judgementOf(false));
  /** Of the experience that holds: that it was replaced is no judgement. */
  async function judgement(): Promise<Judgement> {
    const last = await known.get();
    if (last.experience === shelf.current()?.experience) return last;
    known.forget();
    return known.get();
  }

  function begin(entry: Entry, lane: Lanes["now"], from: Store, newest = false): Promise<Answer> {
    const answer = lane(() => workOut(entry, newest ? judgementOf(true) : judgement(), from, ready));
    const working = answer.finally(() => {
      if (entry.working === working) entry.working = undefined;
    });
    entry.working = working;
    return working;
  }
  const now = (entry: Entry, newest = false): Promise<Answer> => begin(entry, lanes.now, loud, newest);
  function renew(entry: Entry, last: Judgement): void {
    if (entry.queued || entry.working !== undefined || !isOutdated(entry, last)) return;
    entry.queued = true;
    const turn = async (): Promise<void> => {
      entry.queued = false;
      const now = await judgement();
      // Who wants the newest has not waited for this turn.
      if (entry.working === undefined && isOutdated(entry, now)) await begin(entry, (work) => work(), quiet);
    };
    lanes.later(turn, () => (performance.now() - entry.done) * entry.times).catch(() => {});
  }
  async function beat(): Promise<void> {
    while (!end.signal.aborted) {
      await sleep(BEAT, undefined, { signal: end.signal, ref: false }).catch(() => {});
      const warm = [...entries.values()].filter(({ asked, times }) => staysReady(times, performance.now() - asked));
      if (warm.length === 0 || end.signal.aborted) continue;
      const last = await judgement().catch(() => undefined);
      if (last === undefined || end.signal.aborted) continue;
      for (const entry of warm) renew(entry, last);
    }
  }
  async function newestOf(entry: Entry): Promise<Answer> {
    const last = await judgementOf(true);
    const answer = await (entry.working ?? now(entry, true));
    // What was under way may have begun before the last judgement.
    return answer.judgement.number >= last.number ? answer : now(entry, true);
  }
  const beating = beat();
  return {
    judgement,
    judged: known.forget,
    peek: (key) => entries.get(key)?.answer,
    async give(key, work, newest = false, kept = false) {
      const entry = entries.get(key) ?? newEntry(key, work);
      entries.delete(key);
      entries.set(key, Object.assign(entry, { asked: performance.now(), times: entry.times + 1, work, kept }));
      if (entries.size > MOST) entries.delete(entries.keys().next().value ?? key);
      if (newest) return newestOf(entry);
      if (entry.answer === undefined && kept) await bringBack(entry, judgement, ready);
      if (entry.answer === undefined) return entry.working ?? now(entry);
      judgement()
        .then((last) => renew(entry, last))
        .catch(() => {});
      return entry.answer;
    },
    async close() {
      end.abort();
      await beating;
      await lanes.close();
    },
  };
}

const newEntry = (key: string, work: Work): Entry => ({
  key,
  answer: undefined,
  working: undefined,
  queued: false,
  work,
  kept: false,
  done: 0,
  took: 0,
  asked: 0,
  times: 0,
  written: 0,
});

/** `ago`: ms since it was last asked for. */
export const staysReady = (times: number, ago: number): boolean => ago < Math.min(WARM.most, (times - 1) * WARM.each);

function isOutdated({ answer, done, took }: Entry, { experience, number, asOf }: Judgement): boolean {
  if (answer === undefined) return false;
  const { judgement } = answer;
  if (judgement.experience !== experience) return true;
  if (judgement.number === number && Math.abs(asOf - judgement.asOf) < STILL) return false;
  return performance.now() - done > REST * took;
}

async function workOut(
  entry: Entry,
  of: Promise<Judgement>,
  store: Store,
  ready: ReadyAnswers | undefined,
): Promise<Answer> {
  const begun = performance.now();
  const judgement = await of;
  const answer = { json: JSON.stringify(await entry.work(judgement, store)), judgement };
  const done = performance.now();
  Object.assign(entry, { answer, done, took: done - begun });
  if (entry.kept && ready !== undefined && (entry.written === 0 || done - entry.written > WRITTEN)) {
    entry.written = done;
    await ready.write(entry.key, answer);
  }
  return answer;
}

/** The answer that was there before the server started. */
async function bringBack(entry: Entry, of: () => Promise<Judgement>, ready: ReadyAnswers | undefined): Promise<void> {
  if (ready === undefined || entry.working !== undefined) return;
  const answer = await ready.read(
    entry.key,
    of().catch(() => undefined),
  );
  entry.answer ??= answer;
}
