import { setTimeout as sleep } from "node:timers/promises";
import { bringAskings, readSince } from "../../gaps/askings/bring.ts";
import { printOf, readStanding, type Standing, sourceOf } from "../../gaps/askings/standing.ts";
import type { House } from "../../house.ts";
import { fingerprint } from "../../promises/fingerprint.ts";
import { readJudged } from "../../promises/judged.ts";
import type { Shelf } from "../../published/shelf.ts";
import { behind } from "../../storage/turns.ts";
import { type Judgement, lastJudgement } from "./judgement.ts";

/** The table `askings`, brought after judging again and again by one of all servers; and what it is of. */
export interface Askings {
  /** What answers are worked out from: the askings where there are any, else the verdicts; `newest` waits for them. */
  judgement(newest: boolean): Promise<Judgement>;
  /** From now on, until `stop`. */
  start(onTrouble: (thrown: unknown) => void): void;
  stop(): Promise<void>;
}

/** Between two times, in ms: at least, and so many times as long as it took. */
const LEAST = 1000;
const REST = 3;
const LONGEST = 60_000;
/** Before asking again whether another server still does it. */
const PAUSE = 2000;
/** So long is waited at most for the newest, and for the first, in ms; looking so often. */
const PATIENCE = { newest: 30_000, first: 300_000 } as const;
const LOOK = 100;

export function openAskings(house: House, shelf: Shelf): Askings {
  const { store, state } = house;
  const end = new AbortController();
  let running: Promise<void> | undefined;
  let awake = (): void => {};
  let wanted = false;
  /** What was brought last, and what was last found of two judgements: whether they differ in any verdict. */
  let brought: string | undefined;
  let compared: { readonly after: number; readonly upTo: number; readonly differ: boolean } | undefined;

  async function round(): Promise<void> {
    const experience = shelf.current()?.experience;
    const last = await readJudged(store);
    if (experience === undefined || last === undefined || last.experience !== fingerprint(experience)) return;
    // A path may change without any verdict.
    const print = `${last.number} ${printOf(experience)}`;
    if (print === brought) return;
    await bringAskings(behind(store), experience, last);
    brought = print;
  }
  async function rounds(onTrouble: (thrown: unknown) => void, lost: AbortSignal): Promise<void> {
    while (!end.signal.aborted && !lost.aborted) {
      const begun = performance.now();
      wanted = false;
      await round().catch(onTrouble);
      await pause(Math.min(LONGEST, Math.max(LEAST, REST * (performance.now() - begun))));
    }
  }
  async function pause(ms: number): Promise<void> {
    if (wanted) return;
    const stop = new AbortController();
    awake = () => stop.abort();
    await sleep(ms, undefined, { signal: AbortSignal.any([end.signal, stop.signal]) }).catch(() => {});
  }
  async function work(onTrouble: (thrown: unknown) => void): Promise<void> {
    while (!end.signal.aborted) {
      await state.withLock("askings", (lost) => rounds(onTrouble, lost)).catch(onTrouble);
      await sleep(PAUSE, undefined, { signal: end.signal }).catch(() => {});
    }
  }
  /** Whether any verdict was replaced after one judgement and up to another. */
  async function differ(after: number, upTo: number): Promise<boolean> {
    if (after >= upTo) return false;
    // What has been replaced once has been ever after.
    if (compared?.after === after && (compared.differ ? compared.upTo <= upTo : compared.upTo === upTo))
      return compared.differ;
    compared = { after, upTo, differ: (await readSince(store, after, upTo)).customers > 0 };
    return compared.differ;
  }
  /** Undefined where the askings are of something else, or not there yet. */
  async function standing(
    last: Judgement,
    known: Standing | undefined,
  ): Promise<{ readonly judgement: Judgement; readonly isBehind: boolean } | undefined> {
    if (known === undefined || known.experience !== printOf(last.experience) || known.number > last.number)
      return undefined;
    const [isBehind, source] = [await differ(known.number, last.number), sourceOf(known)];
    return { judgement: { ...last, number: known.number, asOf: isBehind ? known.asOf : last.asOf, source }, isBehind };
  }
  async function judgement(newest: boolean): Promise<Judgement> {
    const begun = performance.now();
    for (;;) {
      const [last, known] = await Promise.all([lastJudgement(store, shelf), readStanding(store)]);
      const found = await standing(last, known);
      if (found !== undefined && !(newest && found.isBehind)) return found.judgement;
      if (running === undefined || end.signal.aborted) return last;
      const waited = performance.now() - begun;
      if (waited > (found === undefined ? PATIENCE.first : PATIENCE.newest)) return found?.judgement ?? last;
      wanted = true;
      awake();
      await sleep(LOOK);
    }
  }
  return {
    judgement,
    start(onTrouble) {
      running ??= work(onTrouble);
    },
    async stop() {
      end.abort();
      await running;
    },
  };
}
