import { KeptError } from "../kept-error.ts";
import { openStore, type StoreOptions } from "./open.ts";
import type { Store } from "./store.ts";

/** Ms between attempts to start an engine again. */
const PAUSES = [0, 250, 1000, 2000, 4000];

/**
 * A store for programs that go on for long: when its engine has ended unexpectedly, another one is started. A question
 * is then asked once more; of a statement or an insert nobody knows whether it was done, so those throw "engine-gone".
 */
export async function openSteadyStore(options: StoreOptions): Promise<Store> {
  let current = await openStore(options);
  let opening: Promise<void> | undefined;
  let closed = false;

  async function reopen(lost: Store): Promise<void> {
    if (closed || lost !== current) return;
    await lost.close();
    for (const pause of PAUSES) {
      await new Promise((resolve) => setTimeout(resolve, pause));
      if (closed) return;
      try {
        current = await openStore(options);
        return;
      } catch (thrown) {
        if (!(thrown instanceof KeptError)) throw thrown;
      }
    }
  }

  /** Waits for the engine that takes the place of the lost one. Whether asking again may help. */
  async function mend(thrown: unknown, lost: Store): Promise<boolean> {
    if (closed || !(thrown instanceof KeptError) || !GONE.has(thrown.code)) return false;
    if (lost === current) {
      opening ??= reopen(lost).finally(() => {
        opening = undefined;
      });
    }
    await opening;
    return current !== lost;
  }

  async function asking<T>(work: (store: Store) => Promise<T>): Promise<T> {
    const store = current;
    try {
      return await work(store);
    } catch (thrown) {
      if (!(await mend(thrown, store))) throw thrown;
      return work(current);
    }
  }

  /** Done once at most. */
  async function doing<T>(work: (store: Store) => Promise<T>): Promise<T> {
    await opening;
    const store = current;
    try {
      return await work(store);
    } catch (thrown) {
      await mend(thrown, store);
      throw thrown;
    }
  }

  return {
    get cluster() {
      return current.cluster;
    },
    rows: <Row>(...question: Parameters<Store["rows"]>) => asking((store) => store.rows<Row>(...question)),
    async *stream<Row>(...question: Parameters<Store["stream"]>) {
      const store = current;
      let begun = false;
      try {
        for await (const rows of store.stream<Row>(...question)) {
          begun = true;
          yield rows;
        }
        return;
      } catch (thrown) {
        if (!(await mend(thrown, store)) || begun) throw thrown;
      }
      yield* current.stream<Row>(...question);
    },
    run: (...statement) => doing((store) => store.run(...statement)),
    insert: (...insert) => doing((store) => store.insert(...insert)),
    async close() {
      closed = true;
      await opening;
      await current.close();
    },
  };
}

/** "closed": by another question's trouble with the same engine. */
const GONE = new Set(["engine-gone", "closed"]);
