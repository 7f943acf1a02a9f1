import { expect, test } from "vitest";
import { withSteadyLedger } from "../../test/ledger.ts";
import { sql } from "../sql/sql.ts";
import { readRecord } from "./engine/read-record.ts";

test("goes on when its engine is killed: questions are asked again, statements say that nobody knows", async () => {
  const seven = sql`SELECT toUInt8(7) AS seven`;
  const ended = await withSteadyLedger(async (store, home) => {
    const kill = () => process.kill(readRecord(home)?.pid ?? 0, "SIGKILL");
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
    return store;
  });
  await expect(ended.rows(seven)).rejects.toMatchObject({ code: "closed" });
});
