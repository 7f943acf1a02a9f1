import { afterAll, beforeAll } from "vitest";
import type { Store } from "../src/storage/store.ts";
import { openTestStore, type TestStore } from "./ledger.ts";

/** A ledger for all tests of a file: opened before the first and closed after the last. */
export function openedLedger(): { readonly store: Store } {
  let ledger: TestStore | undefined;
  beforeAll(async () => {
    ledger = await openTestStore();
  });
  afterAll(() => ledger?.dispose());
  return {
    get store() {
      if (ledger === undefined) throw new Error("the ledger is not open yet");
      return ledger.store;
    },
  };
}
