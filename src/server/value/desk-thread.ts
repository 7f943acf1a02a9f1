import { Worker } from "node:worker_threads";
import { KeptError } from "../../kept-error.ts";
import type { StoreOptions } from "../../storage/open.ts";
import type { Models } from "../../value/findings/models.ts";
import { closing } from "../closing.ts";
import type { Desk } from "./desk.ts";
import type { Errand, Failure, Outcome } from "./thread.ts";

/** A desk in a thread of its own, started when something is first asked of it and anew after it fell. */
export interface DeskThread extends Desk {
  close(): Promise<void>;
}

/** The compiled program, also when we run from the sources: Node 20 cannot start a `.ts` file. */
const PROGRAM = new URL(new URL("./thread.js", import.meta.url).href.replace("/src/server/", "/dist/server/"));

interface Waiting {
  readonly resolve: (value: never) => void;
  readonly reject: (thrown: unknown) => void;
}

export function openDeskThread({ home, environment = {} }: StoreOptions): DeskThread {
  const waiting = new Map<number, Waiting>();
  let worker: Worker | undefined;
  /** What is scored by, also when a thread takes the place of one that fell. */
  let models: Models | undefined;
  let number = 0;
  let closed = false;

  function start(): Worker {
    const own = Object.fromEntries(Object.entries(environment).filter(([, value]) => typeof value === "string"));
    const started = new Worker(PROGRAM, { workerData: { home, environment: own } satisfies StoreOptions });
    const fell = (cause: unknown): void => {
      if (worker === started) worker = undefined;
      for (const [, { reject }] of waiting) reject(closed ? closing() : gone(cause));
      waiting.clear();
    };
    started.on("message", (outcome: Outcome) => tell(outcome));
    started.on("error", fell);
    started.on("exit", fell);
    started.unref();
    if (models !== undefined) started.postMessage({ number: 0, task: "take", about: [models] } satisfies Errand);
    return started;
  }
  function tell(outcome: Outcome): void {
    const own = waiting.get(outcome.number);
    waiting.delete(outcome.number);
    if ("value" in outcome) own?.resolve(outcome.value as never);
    else own?.reject(errorOf(outcome));
  }
  function ask<T>(task: Errand["task"], about: readonly unknown[]): Promise<T> {
    if (closed) return Promise.reject(closing());
    worker ??= start();
    const errand: Errand = { number: ++number, task, about };
    return new Promise<T>((resolve, reject) => {
      waiting.set(errand.number, { resolve: resolve as Waiting["resolve"], reject });
      worker?.postMessage(errand);
    });
  }
  return {
    async fit(...about) {
      models = await ask<Models>("fit", about);
      return models;
    },
    async take(fitted) {
      models = fitted;
      if (worker !== undefined) await ask("take", [fitted]);
    },
    rank: (...about) => ask("rank", about),
    balance: (...about) => ask("balance", about),
    async close() {
      const last = worker;
      const ended = last && waiting.size === 0 ? ask("close", []).catch(() => {}) : undefined;
      closed = true;
      await ended;
      await last?.terminate();
    },
  };
}

const gone = (cause: unknown): KeptError =>
  new KeptError("desk-gone", "What it takes to work this out has ended; ask again.", { cause, status: 503 });

const errorOf = ({ words, code, status }: Failure): Error =>
  code === undefined ? new Error(words) : new KeptError(code, words, status === undefined ? {} : { status });
