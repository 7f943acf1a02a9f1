import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openChdb } from "./chdb.ts";

test("what ends while a long statement runs is given up at once", async () => {
  const folder = mkdtempSync(join(tmpdir(), "kept-test-"));
  const chdb = openChdb(folder, []);
  const ask = async (statement: string) => {
    const connection = chdb.open();
    try {
      return Buffer.from(await connection.whole(statement, "TSV")).toString();
    } finally {
      connection.close();
    }
  };
  const kill = () => ask("KILL QUERY WHERE query LIKE 'SELECT sum(sleepEachRow%' ASYNC");
  try {
    const long = ask("SELECT sum(sleepEachRow(0.01)) FROM numbers(1000000) SETTINGS max_block_size = 1");
    const ending = expect(long).rejects.toThrow("cancelled");
    const before = process.memoryUsage().heapUsed;
    for (let i = 0; i < 1200; i++) await ask("SELECT 1");
    expect(await ask("SELECT count() FROM system.processes WHERE query LIKE '%sleepEachRow(0%'")).toBe("2\n");
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(40e6);
    await kill();
    await ending;
  } finally {
    await kill();
    await chdb.close();
    rmSync(folder, { recursive: true, force: true });
  }
});
