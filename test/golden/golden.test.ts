import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { compileJudging } from "../../src/promises/compile.ts";
import { VERDICT_WORDS } from "../../src/promises/verdict.ts";
import { sql } from "../../src/sql/sql.ts";
import { withLedger } from "../ledger.ts";
import { GOLDEN, goldenFolder, makeGolden } from "./golden.ts";

/** Set by `npm run golden`, which writes what the test would compare. */
const writing = process.env["KEPT_GOLDEN"] === "write";

test.each(GOLDEN)("%s says the same of the same story, byte for byte", (name) =>
  withLedger(async (store) => {
    const { experience, clock, asOf, files } = await makeGolden(store, name);
    for (const [file, text] of files) {
      const path = join(goldenFolder(name), file);
      if (writing) writeFileSync(path, text);
      else expect(text, `${path}: npm run golden writes it anew`).toBe(readFileSync(path, "utf8"));
    }
    for (const promise of experience.promises) {
      for (const query of compileJudging(experience, [promise], clock, asOf)) {
        const plan = await store.rows(sql`explain ${query.rows(sql`true`)}`);
        expect(plan.length, promise.name).toBeGreaterThan(0);
      }
    }
  }),
);

test("together the stories know every kind of promise and every verdict", () => {
  const read = (name: string, file: string) => readFileSync(join(goldenFolder(name), file), "utf8");
  const words = GOLDEN.flatMap((name) => JSON.parse(read(name, "verdicts.json")) as { verdict: string }[]);
  expect(new Set(words.map(({ verdict }) => verdict))).toEqual(new Set(VERDICT_WORDS));
  const gaps = GOLDEN.map(
    (name) => JSON.parse(read(name, "gaps.json")) as { promises: { kind: string; asked: number }[] },
  );
  const asked = gaps.flatMap(({ promises }) => promises).filter((promise) => promise.asked > 0);
  expect(new Set(asked.map(({ kind }) => kind))).toEqual(new Set(["then", "never", "count", "measure", "first"]));
});
