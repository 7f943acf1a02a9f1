import { expect, test } from "vitest";
import { openedLedger } from "../../test/ledger.ts";
import { sql } from "../sql/sql.ts";
import { openStore } from "./open.ts";

const ledger = openedLedger();

const ENDLESS = sql`SELECT number, 'endless' AS mark FROM numbers(100000000000)`;
const SLOW = sql`SELECT count(), 'endless' AS mark FROM numbers(100000000000) WHERE sipHash64(number) = 1`;

/** Returns once the engine runs nothing that we called endless. */
async function quiet(): Promise<void> {
  const query = sql`SELECT count() AS n FROM system.processes WHERE query LIKE '%endless%' AND query NOT LIKE '%processes%'`;
  for (;;) {
    const [row] = await ledger.store.rows<{ readonly n: string }>(query);
    if (row?.n === "0") return;
  }
}

test("five million rows pass through little memory", async () => {
  const before = process.memoryUsage().rss;
  let rows = 0;
  let most = 0;
  for await (const some of ledger.store.stream<{ readonly n: string }>(sql`SELECT number AS n FROM numbers(5000000)`)) {
    rows += some.length;
    most = Math.max(most, process.memoryUsage().rss - before);
  }
  expect(rows).toBe(5_000_000);
  expect(most).toBeLessThan(300 * 2 ** 20);
});

test("the engine waits for a reader that is slow", async () => {
  const read = sql`SELECT max(read_rows) AS n FROM system.processes WHERE query LIKE '%endless%' AND query NOT LIKE '%processes%'`;
  for await (const some of ledger.store.stream(ENDLESS)) {
    expect(some.length).toBeGreaterThan(0);
    const ahead: number[] = [];
    for (let i = 0; i < 10; i++) {
      const [row] = await ledger.store.rows<{ readonly n: string }>(read);
      ahead.push(Number(row?.n));
    }
    expect(Math.max(...ahead)).toBeLessThan(20_000_000);
    break;
  }
  await quiet();
});

test("a reader that leaves ends the query", async () => {
  for await (const some of ledger.store.stream(ENDLESS)) {
    expect(some.length).toBeGreaterThan(0);
    break;
  }
  await quiet();
});

test("closing a store ends what it runs, and only that", async () => {
  const other = await openStore({ home: ledger.home });
  const failing = [
    expect(other.rows(SLOW)).rejects.toMatchObject({ code: "closed" }),
    expect(other.run(SLOW)).rejects.toMatchObject({ code: "closed" }),
  ];
  await ledger.store.rows(sql`SELECT sleep(0.3)`);
  await other.close();
  await Promise.all(failing);
  await quiet();
  expect(await ledger.store.rows(sql`SELECT 1 AS x`)).toEqual([{ x: 1 }]);
});
