import { parentPort, workerData } from "node:worker_threads";
import { KeptError } from "../../kept-error.ts";
import type { StoreOptions } from "../../storage/open.ts";
import { openSteadyStore } from "../../storage/steady-store.ts";
import { type Desk, deskOn } from "./desk.ts";

/** What is asked of the thread: a task of the desk by its number. */
export interface Errand {
  readonly number: number;
  readonly task: keyof Desk | "close";
  readonly about: readonly unknown[];
}

/** What came of it. */
export type Outcome =
  | { readonly number: number; readonly value: unknown }
  | { readonly number: number; readonly words: string; readonly code: string | undefined };

/** The program of the thread: a desk on a connection of its own, so that fits keep nobody waiting. */
const port = parentPort;
if (port !== null) {
  const store = openSteadyStore(workerData as StoreOptions);
  const desk = store.then(deskOn);
  desk.catch(() => {});
  port.on("message", async ({ number, task, about }: Errand) => {
    try {
      if (task === "close") await (await store).close();
      // The desk checks nothing: both ends are ours, and of one version.
      const value = task === "close" ? null : await (await desk)[task](...(about as [never, never, never]));
      port.postMessage({ number, value } satisfies Outcome);
      if (task === "close") port.close();
    } catch (thrown) {
      const words = thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown);
      const code = thrown instanceof KeptError ? thrown.code : undefined;
      port.postMessage({
        number,
        words: code === undefined ? words : (thrown as KeptError).message,
        code,
      } satisfies Outcome);
    }
  });
}
