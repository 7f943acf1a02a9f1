import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { engineEnd } from "../../../test/ledger.ts";
import { readRecord } from "../../storage/engine/read-record.ts";
import { openSteadyStore } from "../../storage/steady-store.ts";
import { readBatches } from "../batches.ts";
import { batchWindows } from "./windows.ts";

test("a batch is finished also when the engine was lost in the meantime: its events would be judged a minute late", async () => {
  const home = mkdtempSync(join(tmpdir(), "kept-test-"));
  const store = await openSteadyStore({ home, environment: { ...process.env, KEPT_ENGINE_LINGER: "0" } });
  try {
    const windows = batchWindows(store);
    const batch = await windows.open(1000);
    windows.count(7, 0, 0);
    process.kill(readRecord(home)?.pid ?? 0, "SIGKILL");
    await windows.finish(2000);
    expect(await readBatches(store)).toMatchObject([{ batch, begun: 1000, finished: 2000, rows: 7 }]);
  } finally {
    await store.close();
    await engineEnd(home);
    rmSync(home, { recursive: true, force: true });
  }
});
