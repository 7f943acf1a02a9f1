import { setTimeout as sleep } from "node:timers/promises";
import { KeptError } from "../../kept-error.ts";
import type { Experience } from "../../language/experience.ts";
import { fingerprint } from "../../promises/fingerprint.ts";
import { readJudged } from "../../promises/judged.ts";
import type { Shelf } from "../../published/shelf.ts";
import type { Store } from "../../storage/store.ts";

/** What an answer is worked out from: the last judgement, and the experience by which it was. */
export interface Judgement {
  readonly experience: Experience;
  /** Grows with each judgement. */
  readonly number: number;
  /** Ms since 1970 UTC. */
  readonly asOf: number;
}

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
  give(key: string, work: (judgement: Judgement) => Promise<unknown>, newest?: boolean): Promise<Answer>;
  /** The last judgement by the experience that holds; throws KeptError "not-judged" until there is one. */
  judgement(): Promise<Judgement>;
  close(): Promise<void>;
}

interface Entry {
  answer: Answer | undefined;
  working: Promise<Answer> | undefined;
  work: (judgement: Judgement) => Promise<unknown>;
  /** By the clock that never jumps, in ms. */
  done: number;
  took: number;
  asked: number;
}

/** So many answers are kept, the last asked for. */
const MOST = 256;
/** For so many times as long as an answer took, it is not worked out again: the rest is for events and judging. */
const REST = 5;
/** What was asked for in the last quarter of an hour is kept ready unasked. In ms. */
const WARM = 900_000;
const BEAT = 1000;
/** A judgement that is known counts as the last one for so long. In ms. */
const KNOWN = 200;

export function openPrepared(store: Store, shelf: Shelf): Prepared {
  const entries = new Map<string, Entry>();
  const end = new AbortController();
  let known: { readonly read: number; readonly judgement: Promise<Judgement> } | undefined;
  let turn: Promise<unknown> = Promise.resolve();

  function judgement(): Promise<Judgement> {
    const now = performance.now();
    if (known === undefined || now - known.read > KNOWN) known = { read: now, judgement: lastJudgement(store, shelf) };
    return known.judgement;
  }
  function start(entry: Entry): Promise<Answer> {
    // One after the other: each may need much of the engine's memory.
    const answer = turn.then(() => workOut(entry, judgement));
    turn = answer.catch(() => {});
    entry.working = answer.finally(() => {
      entry.working = undefined;
    });
    return entry.working;
  }
  function renew(entry: Entry, { experience, number }: Judgement): void {
    const { answer, working, done, took } = entry;
    if (working !== undefined || answer === undefined) return;
    if (answer.judgement.number === number && answer.judgement.experience === experience) return;
    if (answer.judgement.experience === experience && performance.now() - done < REST * took) return;
    start(entry).catch(() => {});
  }
  async function beat(): Promise<void> {
    while (!end.signal.aborted) {
      await sleep(BEAT, undefined, { signal: end.signal, ref: false }).catch(() => {});
      const last = await judgement().catch(() => undefined);
      if (last === undefined || end.signal.aborted) continue;
      for (const entry of entries.values()) if (performance.now() - entry.asked < WARM) renew(entry, last);
    }
  }
  const beating = beat();
  return {
    judgement,
    async give(key, work, newest = false) {
      const entry = entries.get(key) ?? newEntry(work);
      entries.delete(key);
      entries.set(key, Object.assign(entry, { asked: performance.now(), work }));
      if (entries.size > MOST) entries.delete(entries.keys().next().value ?? key);
      if (newest || entry.answer === undefined) return newestOf(entry);
      const last = await judgement().catch(() => undefined);
      if (last !== undefined) renew(entry, last);
      return entry.answer;
    },
    async close() {
      end.abort();
      await beating;
      await turn;
    },
  };

  async function newestOf(entry: Entry): Promise<Answer> {
    known = undefined;
    const last = await judgement();
    const begun = entry.working ?? start(entry);
    const answer = await begun;
    // What was under way may have begun before the last judgement.
    return answer.judgement.number < last.number ? (entry.working ?? start(entry)) : answer;
  }
}

const newEntry = (work: Entry["work"]): Entry => ({
  answer: undefined,
  working: undefined,
  work,
  done: 0,
  took: 0,
  asked: 0,
});

async function workOut(entry: Entry, judgement: () => Promise<Judgement>): Promise<Answer> {
  const begun = performance.now();
  const last = await judgement();
  const answer = { json: JSON.stringify(await entry.work(last)), judgement: last };
  Object.assign(entry, { answer, done: performance.now(), took: performance.now() - begun });
  return answer;
}

/** The verdicts as they stand are by another file while everybody is judged anew. */
async function lastJudgement(store: Store, shelf: Shelf): Promise<Judgement> {
  const experience = experienceOf(shelf);
  const judged = await readJudged(store);
  if (judged?.experience !== fingerprint(experience))
    throw new KeptError("not-judged", "Nothing has been judged by this experience file yet; ask again soon.", {
      status: 503,
    });
  return { experience, number: judged.number, asOf: judged.asOf };
}

/** The experience that holds; throws KeptError "no-experience" where there is none. */
export function experienceOf(shelf: Shelf): Experience {
  const experience = shelf.current()?.experience;
  if (experience !== undefined) return experience;
  const words = "There is no experience file without faults yet: publish one, or put one beside the server.";
  throw new KeptError("no-experience", words, { status: 409 });
}
