import { beforeAll, expect, test } from "vitest";
import { plannedVerdicts } from "../../test/demo/planned-verdicts.ts";
import { laundry } from "../../test/demo-world.ts";
import { openedLedger } from "../../test/ledger.ts";
import type { Experience } from "../language/experience.ts";
import { syncColumns } from "../ledger/columns.ts";
import { readClock } from "../promises/clock.ts";
import { compileJudging } from "../promises/compile.ts";
import { join, sql } from "../sql/sql.ts";
import type { Store } from "../storage/store.ts";
import { DEMO_SEED, demoAsOf, makeDemo } from "./make.ts";
import { planted } from "./planted.ts";
import { SMALL_BLOCKS } from "./small-blocks.ts";

const ledger = openedLedger();

interface Count {
  readonly promise: string;
  readonly verdict: string;
  readonly n: number;
}

let found: readonly Count[];

beforeAll(async () => {
  await makeDemo(ledger.store, { keepPlan: true });
  await syncColumns(ledger.store, laundry);
  found = await judged(ledger.store, laundry);
});

async function judged(store: Store, experience: Experience): Promise<readonly Count[]> {
  const queries = compileJudging(experience, experience.promises, await readClock(store, experience), demoAsOf);
  const rows = join(
    queries.map((query) => sql`select promise, toString(verdict) as verdict from (${query.rows(sql`true`)})`),
    sql` union all `,
  );
  return store.rows<Count>(
    sql`select promise, verdict, toUInt32(count()) as n from (${rows}) group by promise, verdict order by promise, verdict`,
  );
}

test("the engine finds every verdict that the generator planned", async () => {
  const expected = await ledger.store.rows<Count>(plannedVerdicts(DEMO_SEED), SMALL_BLOCKS);
  const list = (counts: readonly Count[]) => counts.map(({ promise, verdict, n }) => `${promise} ${verdict} ${n}`);
  expect(list(found)).toEqual(list(expected));
});

test("each promise is kept as often as is planted", () => {
  const promises = new Set(found.map(({ promise }) => promise));
  expect(planted.map(({ promise }) => promise).sort()).toEqual([...promises].sort());
  for (const { promise, keptRate, give } of planted) {
    const count = (...verdicts: string[]) =>
      found
        .filter((one) => one.promise === promise && verdicts.includes(one.verdict))
        .reduce((sum, { n }) => sum + n, 0);
    const rate = count("kept") / count("kept", "late", "missed");
    expect.soft(Math.abs(rate - keptRate), `${promise}: ${rate}`).toBeLessThan(give);
  }
});
