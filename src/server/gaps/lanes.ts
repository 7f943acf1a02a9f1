import { setTimeout as sleep } from "node:timers/promises";
import { closing } from "../closing.ts";

/** Does work in turn, so that answers for which somebody waits come before those that are only kept ready. */
export interface Lanes {
  /** Soon, beside at most one other for which somebody waits. */
  now<T>(work: () => Promise<T>): Promise<T>;
  /** What is wanted most of all that is only kept ready, one after the other, with a rest after each. */
  later<T>(work: () => Promise<T>, wanted?: () => number): Promise<T>;
  /** Ends when nothing is under way any more; what has not begun is left. */
  close(): Promise<void>;
}

/** Each may need much of the engine's memory. */
const AT_ONCE = 2;
/** For so many times as long as the work took, and no longer than the most (ms), the engine is left to events and judging. */
const REST = 2;
const LONGEST_REST = 10_000;

/** Work that nobody waits for, and how much it is wanted by now. */
interface Turn {
  readonly wanted: () => number;
  readonly take: () => Promise<void>;
}

export function openLanes(): Lanes {
  const end = new AbortController();
  const waiting: (() => void)[] = [];
  const under = new Set<Promise<unknown>>();
  let busy = 0;
  const turns: Turn[] = [];
  let inTurn = false;

  async function now<T>(work: () => Promise<T>): Promise<T> {
    if (busy < AT_ONCE) busy += 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await watched(work);
    } finally {
      // Whoever waits takes over the place: nobody who comes just now gets it first.
      const next = waiting.shift();
      if (next === undefined) busy -= 1;
      else next();
    }
  }
  function later<T>(work: () => Promise<T>, wanted = () => 0): Promise<T> {
    return new Promise((resolve, reject) => {
      turns.push({ wanted, take: () => watched(work).then(resolve, reject) });
      if (!inTurn) void takeTurns();
    });
  }
  async function takeTurns(): Promise<void> {
    inTurn = true;
    for (let turn = nextTurn(); turn !== undefined; turn = nextTurn()) {
      const begun = performance.now();
      await turn.take();
      await rest(performance.now() - begun);
    }
    inTurn = false;
  }
  /** Of what is wanted as much, what has waited longest. */
  function nextTurn(): Turn | undefined {
    const wishes = turns.map(({ wanted }) => wanted());
    const most = wishes.indexOf(Math.max(...wishes));
    return most === -1 ? undefined : turns.splice(most, 1)[0];
  }
  async function rest(took: number): Promise<void> {
    await sleep(Math.min(REST * took, LONGEST_REST), undefined, { signal: end.signal, ref: false }).catch(() => {});
  }
  function watched<T>(work: () => Promise<T>): Promise<T> {
    const done = end.signal.aborted ? Promise.reject(closing()) : work();
    const ended: Promise<unknown> = done.then(
      () => under.delete(ended),
      () => under.delete(ended),
    );
    under.add(ended);
    return done;
  }
  return {
    now,
    later,
    async close() {
      end.abort();
      for (const resolve of waiting.splice(0)) resolve();
      await Promise.all(under);
    },
  };
}
