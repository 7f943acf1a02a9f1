import { generateLedger } from "../src/bench/generate.ts";
import { noteBatch } from "../src/ledger/batches.ts";
import { syncColumns } from "../src/ledger/columns.ts";
import { gallery } from "./experiences.ts";
import type { World } from "./ledger.ts";

/** What the bench promises. */
export const bench = gallery("bench");

/** A thousand orders of the bench, as batch 1, not judged. */
export const BENCH: World = {
  name: "bench",
  async fill(store) {
    await syncColumns(store, bench);
    await generateLedger(store, 1_000);
    await noteBatch(store, { batch: 1n, source: "bench", begun: 0, finished: 1, rows: 0, duplicates: 0, rejected: 0 });
  },
};
