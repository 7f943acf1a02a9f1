import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { withLedger } from "../../test/ledger.ts";
import { readRecord } from "./engine/read-record.ts";
import { askVersion, engineFacts } from "./facts.ts";

test("tells what runs, where the data lie and what they take", async () => {
  await withLedger(async (store, home) => {
    expect(await askVersion(store)).toContain(engineFacts(home).clickhouse);
    expect(engineFacts(home)).toMatchObject({
      supported: true,
      chdb: expect.stringMatching(/^\d+\.\d+\.\d+$/),
      clickhouse: expect.stringMatching(/^\d+\.\d+$/),
      node: process.versions.node,
      home,
      homeExists: true,
      writable: true,
      data: join(home, "clickhouse"),
      pid: readRecord(home)?.pid,
      memory: readRecord(home)?.memory,
    });
    expect(engineFacts(home).dataBytes).toBeGreaterThan(1000);
    expect(engineFacts(home).freeBytes).toBeGreaterThan(0);
  });
});

test("looks without making anything", () => {
  const folder = mkdtempSync(join(tmpdir(), "kept-test-"));
  const home = join(folder, "not", "there");
  expect(engineFacts(home, { KEPT_MEMORY: "1G" })).toMatchObject({
    home,
    homeExists: false,
    writable: true,
    dataBytes: 0,
    pid: undefined,
    memory: 2 ** 30,
  });
  expect(existsSync(home)).toBe(false);
  rmSync(folder, { recursive: true });
});
