import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { engineEnd } from "../../test/ledger.ts";
import { bench } from "./run.ts";

test("the yardstick and judging count the same", async () => {
  const home = mkdtempSync(join(tmpdir(), "kept-bench-test-"));
  try {
    const [result] = await bench({ orders: [2_000], home, print: () => {} });
    expect(result?.differing).toEqual([]);
    expect(result?.verdicts).toBeGreaterThan(10_000);
    await engineEnd(join(home, "2000"));
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
});
