import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { engineEnd } from "../../test/ledger.ts";
import { sql } from "../sql/sql.ts";
import { readRecord } from "./engine/read-record.ts";
import { openSteadyStore } from "./steady-store.ts";

test("goes on when its engine is killed: questions are asked again, statements say that nobody knows", async () => {
  const home = mkdtempSync(join(tmpdir(), "kept-test-"));
  const store = await openSteadyStore({ home, environment: { ...process.env, KEPT_ENGINE_LINGER: "0" } });
  const kill = () => process.kill(readRecord(home)?.pid ?? 0, "SIGKILL");
  const seven = sql`SELECT toUInt8(7) AS seven`;
  try {
    await store.run(sql`INSERT INTO moved SELECT 1, 2`);
    kill();
    const answers = await Promise.all([
      store.rows(seven),
      store.rows(seven),
      store.rows(sql`SELECT customer_key FROM moved`),
    ]);
    expect(answers).toEqual([[{ seven: 7 }], [{ seven: 7 }], [{ customer_key: "2" }]]);
    kill();
    await expect(store.run(sql`INSERT INTO moved SELECT 2, 3`)).rejects.toMatchObject({ code: "engine-gone" });
    await store.run(sql`INSERT INTO moved SELECT 2, 3`);
    kill();
    const streamed: unknown[] = [];
    for await (const rows of store.stream(sql`SELECT batch FROM moved ORDER BY batch`)) streamed.push(...rows);
    expect(streamed).toEqual([{ batch: "1" }, { batch: "2" }]);
  } finally {
    await store.close();
    await engineEnd(home);
    rmSync(home, { recursive: true, force: true });
  }
  await expect(store.rows(seven)).rejects.toMatchObject({ code: "closed" });
});
