import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll } from "vitest";
import { readRecord } from "../src/storage/engine/read-record.ts";
import { isAlive } from "../src/storage/engine/record.ts";
import { openStore } from "../src/storage/open.ts";
import { openSteadyStore } from "../src/storage/steady-store.ts";
import type { Store } from "../src/storage/store.ts";
import { copyMade, type Made } from "./made.ts";

/** A ledger in a folder of its own. `dispose` closes it, waits for its engine to end and takes the folder away. */
export interface TestStore {
  readonly store: Store;
  readonly home: string;
  dispose(): Promise<void>;
}

/** What a ledger holds from the start. Equal names mean equal contents. */
export interface World {
  readonly name: string;
  fill(store: Store, home: string): Promise<void>;
}

/** An engine that ends when the last who needs it has closed. */
export const openAlone = (home: string): Promise<Store> =>
  openStore({ home, environment: { ...process.env, KEPT_ENGINE_LINGER: "0" } });

/** The folder of a ledger that holds a world, or nothing. */
export const madeLedger = (world?: World): Made => ({
  name: world === undefined ? "ledger" : `ledger-${world.name}`,
  async make(home) {
    if (world !== undefined) await copyMade(madeLedger(), home);
    const store = await openAlone(home);
    try {
      await world?.fill(store, home);
    } finally {
      await closed(store, home);
    }
  },
});

/** For `beforeAll`: one engine for a file of tests. */
export async function openTestStore(world?: World): Promise<TestStore> {
  const home = mkdtempSync(join(tmpdir(), "kept-test-"));
  await copyMade(madeLedger(world), home);
  const store = await openAlone(home);
  return {
    store,
    home,
    async dispose() {
      await closed(store, home);
      rmSync(home, { recursive: true, force: true });
    },
  };
}

/** A ledger for all tests of a file: opened before the first and closed after the last. */
export function openedLedger(world?: World): { readonly store: Store; readonly home: string } {
  let ledger: TestStore | undefined;
  const open = (): TestStore => {
    if (ledger === undefined) throw new Error("the ledger is not open yet");
    return ledger;
  };
  beforeAll(async () => {
    ledger = await openTestStore(world);
  });
  afterAll(() => ledger?.dispose());
  return {
    get store() {
      return open().store;
    },
    get home() {
      return open().home;
    },
  };
}

/** Runs a test on a ledger of its own. */
export async function withLedger<T>(test: (store: Store, home: string) => Promise<T>, world?: World): Promise<T> {
  const { store, home, dispose } = await openTestStore(world);
  try {
    return await test(store, home);
  } finally {
    await dispose();
  }
}

/** The same on an empty one, with the store of a program that goes on for long. */
export async function withSteadyLedger<T>(test: (store: Store, home: string) => Promise<T>): Promise<T> {
  const home = mkdtempSync(join(tmpdir(), "kept-test-"));
  const store = await openSteadyStore({ home, environment: { ...process.env, KEPT_ENGINE_LINGER: "0" } });
  try {
    return await test(store, home);
  } finally {
    await store.close();
    await engineEnd(home);
    rmSync(home, { recursive: true, force: true });
  }
}

async function closed(store: Store, home: string): Promise<void> {
  const ended = engineEnd(home);
  await store.close();
  await ended;
}

/** Waits until the engine of a home has gone. */
export async function engineEnd(home: string): Promise<void> {
  const engine = readRecord(home)?.pid;
  if (engine !== undefined) await until(() => !isAlive(engine));
}

/** Looks again and again until something holds. What never does ends with the test. */
export async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await holds())) await sleep(20);
}
