import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { plannedVerdicts } from "../../test/demo/planned-verdicts.ts";
import { openTestStore, type TestStore } from "../../test/ledger.ts";
import type { Experience } from "../language/experience.ts";
import { readExperience } from "../language/read.ts";
import { syncColumns } from "../ledger/columns.ts";
import { readClock } from "../promises/clock.ts";
import { compileJudging } from "../promises/compile.ts";
import { join, sql } from "../sql/sql.ts";
import { demoAsOf, makeDemo } from "./make.ts";
import { SMALL_BLOCKS } from "./small-blocks.ts";

let ledger: TestStore;
let experience: Experience;

interface Count {
  readonly promise: string;
  readonly verdict: string;
  readonly n: number;
}

beforeAll(async () => {
  ledger = await openTestStore();
  await makeDemo(ledger.store, { customers: 6_000, seed: 7, keepPlan: true });
  const file = "experiences/laundry/experience.yaml";
  const reading = readExperience(readFileSync(file, "utf8"), file);
  if (reading.experience === undefined) throw new Error("the demo's experience file has faults");
  experience = reading.experience;
  await syncColumns(ledger.store, experience);
});

afterAll(async () => ledger.dispose());

test("the engine finds every verdict that the generator planned", async () => {
  const { store } = ledger;
  const queries = compileJudging(experience, experience.promises, await readClock(store, experience), demoAsOf);
  const rows = join(
    queries.map((query) => sql`select promise, toString(verdict) as verdict from (${query.rows(sql`true`)})`),
    sql` union all `,
  );
  const found = await store.rows<Count>(
    sql`select promise, verdict, toUInt32(count()) as n from (${rows}) group by promise, verdict order by promise, verdict`,
    { compile_expressions: 0 },
  );
  const planned = await store.rows<Count>(plannedVerdicts(7), SMALL_BLOCKS);
  const list = (counts: readonly Count[]) => counts.map(({ promise, verdict, n }) => `${promise} ${verdict} ${n}`);
  expect(list(found)).toEqual(list(planned));
});
