import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { engineEnd } from "../../test/ledger.ts";
import { bench } from "./run.ts";

test("judging comes to the figures of a query written by hand, and judges again only whom something touched", async () => {
  const home = mkdtempSync(join(tmpdir(), "kept-test-bench-"));
  const said: string[] = [];
  try {
    const [judged, again] = await bench({
      orders: [5_000],
      ordersJudgedAgain: 5_000,
      home,
      print: (text) => said.push(text),
    });
    expect(judged?.disagreements).toEqual([]);
    expect(judged?.ways.map(({ way }) => way)).toEqual(["yardstick", "scan", "counts", "rows"]);
    expect(again?.again?.newEvents).toBe(1_000);
    expect(said.join("")).toContain("all figures agree");
  } finally {
    await engineEnd(home);
    rmSync(home, { recursive: true, force: true });
  }
});
