import { existsSync, readlinkSync } from "node:fs";
import { constants, setPriority } from "node:os";
import { basename } from "node:path";
import { parentPort, workerData } from "node:worker_threads";
import { KeptError } from "../../kept-error.ts";
import type { StoreOptions } from "../../storage/open.ts";
import { openSteadyStore } from "../../storage/steady-store.ts";
import { behind } from "../../storage/turns.ts";
import { type Desk, deskOn } from "./desk.ts";

/** What is asked of the thread: a task of the desk by its number. */
export interface Errand {
  readonly number: number;
  readonly task: keyof Desk | "close";
  readonly about: readonly unknown[];
}

/** What came of it. */
export type Outcome = { readonly number: number; readonly value: unknown } | Failure;

/** Without a code it is a bug, and its words are where it happened. */
export interface Failure {
  readonly number: number;
  readonly words: string;
  readonly code?: string;
  readonly status?: number | undefined;
}

/** The program of the thread: a desk on a connection of its own, behind all others, so that fits keep nobody waiting. */
const port = parentPort;
if (port !== null) {
  stepBehind();
  const store = openSteadyStore(workerData as StoreOptions);
  const desk = store.then((own) => deskOn(behind(own)));
  desk.catch(() => {});
  port.on("message", async ({ number, task, about }: Errand) => {
    try {
      if (task === "close") await (await store).close();
      // The desk checks nothing: both ends are ours, and of one version.
      const value = task === "close" ? null : await (await desk)[task](...(about as [never, never, never]));
      port.postMessage({ number, value } satisfies Outcome);
      if (task === "close") port.close();
    } catch (thrown) {
      port.postMessage({ number, ...toldOf(thrown) } satisfies Failure);
    }
  });
}

/** Where threads have priorities of their own: on Linux. */
function stepBehind(): void {
  const own = "/proc/thread-self";
  if (existsSync(own)) setPriority(Number(basename(readlinkSync(own))), constants.priority.PRIORITY_BELOW_NORMAL);
}

function toldOf(thrown: unknown): Omit<Failure, "number"> {
  if (thrown instanceof KeptError) return { words: thrown.message, code: thrown.code, status: thrown.status };
  return { words: thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown) };
}
