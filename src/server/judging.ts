import { setTimeout as sleep } from "node:timers/promises";
import type { House } from "../house.ts";
import type { Experience } from "../language/experience.ts";
import { judge, type Outcome } from "../promises/judge.ts";
import { letGo } from "../promises/judged.ts";

/** One round of judging that is over. Moments in ms since 1970 UTC. */
export interface Round extends Outcome {
  readonly asOf: number;
  readonly took: number;
}

export interface JudgingOptions {
  /** What is promised just now; undefined while there is no file without faults. */
  readonly experience: () => Promise<Experience | undefined>;
  readonly onRound: (round: Round) => void;
  readonly onTrouble: (thrown: unknown) => void;
}

export interface Judging {
  /** Events have come: judge soon. */
  wake(): void;
  /** Whether this server is the one that judges, and when its last round began. */
  readonly standing: { readonly judges: boolean; readonly last: number | undefined };
  /** Ends when the round that is under way has ended. */
  stop(): Promise<void>;
}

/** Between the end of a round and the beginning of the next where events have come, so that some gather. In ms. */
const REST = 250;
/** Where none have come, until time runs out for somebody, which is looked for so often. In ms. */
const OFTEN = 1000;
/** A round lets answers go first only where the last one took no longer: where many ask without a pause, it would never end. In ms. */
const UNHURRIED = 2000;
/** After a round that failed, and before asking again whether another server still judges. */
const PAUSE = 2000;

/** Judges as of now, again and again, for as long as no other server does: what happened, and what did not happen in time. */
export function startJudging(house: House, options: JudgingOptions): Judging {
  const end = new AbortController();
  const standing: { judges: boolean; last: number | undefined } = { judges: false, last: undefined };
  let took = 0;
  let awake = (): void => {};
  let woken = false;
  const pause = async (ms: number): Promise<void> => {
    await sleep(ms, undefined, { signal: end.signal }).catch(() => {});
  };
  const untilWoken = async (): Promise<void> => {
    await pause(REST);
    if (!woken) await Promise.race([new Promise<void>((resolve) => (awake = resolve)), pause(OFTEN - REST)]);
    woken = false;
  };
  const round = async (): Promise<void> => {
    const experience = await options.experience();
    if (experience === undefined) return;
    const asOf = house.now();
    standing.last = asOf;
    const outcome = await judge(house.store, experience, asOf, { server: true, yielding: took <= UNHURRIED });
    took = house.now() - asOf;
    options.onRound({ ...outcome, asOf, took });
  };
  const rounds = async (lost: AbortSignal): Promise<void> => {
    standing.judges = true;
    while (!end.signal.aborted && !lost.aborted) {
      try {
        await round();
        await untilWoken();
      } catch (thrown) {
        options.onTrouble(thrown);
        await pause(PAUSE);
      }
    }
    if (!lost.aborted) await letGo(house.store);
  };
  const work = async (): Promise<void> => {
    while (!end.signal.aborted) {
      try {
        await house.state.withLock("judging", rounds);
      } catch (thrown) {
        options.onTrouble(thrown);
      }
      standing.judges = false;
      await pause(PAUSE);
    }
  };
  const ended = work();
  return {
    standing,
    wake() {
      woken = true;
      awake();
    },
    async stop() {
      end.abort();
      awake();
      await ended;
    },
  };
}
