import type { Store } from "../../storage/store.ts";
import { settleLinks } from "./settle.ts";

/** Moves events to where they belong, as long as a server runs. */
export interface LinkKeeper {
  /** Says that links have changed. */
  poke(): void;
  close(): Promise<void>;
}

export interface KeeperOptions {
  /** Milliseconds since 1970 UTC. */
  readonly now: () => number;
  /** Ms between two looks, when links have changed. */
  readonly every?: number;
  readonly onTrouble?: (thrown: unknown) => void;
  /** Called when events went to other customers. */
  readonly onMoved?: () => void;
}

/** Other programs, such as an import, leave work too. */
const UNASKED = 15_000;

/** Begins with what a server that was killed has left. */
export function keepLinksSettled(
  store: Store,
  { now, every = 1000, onTrouble = () => {}, onMoved = () => {} }: KeeperOptions,
): LinkKeeper {
  let wanted = true;
  let closed = false;
  let timer: NodeJS.Timeout | undefined;
  let looked = Number.NEGATIVE_INFINITY;
  let running: Promise<void> = Promise.resolve();
  const plan = (ms: number) => {
    if (!closed) timer = setTimeout(look, ms).unref();
  };
  function look(): void {
    if (!wanted && performance.now() - looked < UNASKED) {
      plan(every);
      return;
    }
    wanted = false;
    looked = performance.now();
    running = settleLinks(store, now)
      .then(({ moved, busy }) => {
        wanted ||= busy;
        if (moved > 0) onMoved();
      })
      .catch((thrown: unknown) => {
        wanted = true;
        onTrouble(thrown);
      })
      // As long again as the work took: there is other work for the engine.
      .finally(() => plan(Math.max(every, performance.now() - looked)));
  }
  plan(0);
  return {
    poke() {
      wanted = true;
    },
    async close() {
      closed = true;
      clearTimeout(timer);
      await running;
    },
  };
}
