import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readRecord } from "../src/storage/engine/read-record.ts";
import { isAlive } from "../src/storage/engine/record.ts";
import { openStore } from "../src/storage/open.ts";
import type { Store } from "../src/storage/store.ts";

/** A ledger in a fresh folder. `dispose` closes it, waits for its engine to end and takes the folder away. */
export interface TestStore {
  readonly store: Store;
  readonly home: string;
  dispose(): Promise<void>;
}

/** For `beforeAll`: one engine for a file of tests. */
export async function openTestStore(): Promise<TestStore> {
  const home = mkdtempSync(join(tmpdir(), "kept-test-"));
  const store = await openStore({ home, environment: { ...process.env, KEPT_ENGINE_LINGER: "0" } });
  const engine = readRecord(home)?.pid ?? 0;
  return {
    store,
    home,
    async dispose() {
      await store.close();
      await until(() => !isAlive(engine));
      rmSync(home, { recursive: true, force: true });
    },
  };
}

/** Runs a test on a ledger of its own. */
export async function withLedger<T>(test: (store: Store, home: string) => Promise<T>): Promise<T> {
  const { store, home, dispose } = await openTestStore();
  try {
    return await test(store, home);
  } finally {
    await dispose();
  }
}

/** Waits until the engine of a home has gone. */
export async function engineEnd(home: string): Promise<void> {
  const engine = readRecord(home)?.pid;
  if (engine !== undefined) await until(() => !isAlive(engine));
}

export async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 20));
}
