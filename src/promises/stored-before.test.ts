import { expect, test } from "vitest";
import { openTestStore } from "../../test/ledger.ts";
import { generateLedger } from "../bench/generate.ts";
import { checkExperienceFile } from "../language/read-file.ts";
import { noteBatch } from "../ledger/batches.ts";
import { syncColumns } from "../ledger/columns.ts";
import { sql } from "../sql/sql.ts";
import { readMigrations } from "../storage/migrate.ts";
import { openStore } from "../storage/open.ts";
import { judge } from "./judge.ts";
import { writeJudged } from "./judged.ts";

const EVENING = Date.UTC(2025, 0, 1);

test("a ledger that was judged when verdicts were stored otherwise opens, and is judged anew by itself", async () => {
  const { store, home, dispose } = await openTestStore();
  const { experience } = checkExperienceFile("experiences/bench/experience.yaml");
  if (experience === undefined) throw new Error("the promises of the bench have faults");
  try {
    await syncColumns(store, experience);
    await generateLedger(store, 200);
    await noteBatch(store, { batch: 1n, source: "bench", begun: 0, finished: 1, rows: 0, duplicates: 0, rejected: 0 });
    await judge(store, experience, EVENING);
    const verdicts = sql`select * from verdicts order by all`;
    const judged = await store.rows(verdicts);
    expect(judged.length).toBeGreaterThan(100);

    // As a version before the sixth migration leaves it.
    const before = readMigrations("migrations/clickhouse", "plain").find(({ number }) => number === 3)?.statements[0];
    await store.run(sql`drop table verdicts sync`);
    await store.run({ piece: "sql", pieces: [before ?? ""] });
    await store.run(sql`delete from migrations where number >= 6`);
    await writeJudged(store, { number: 50, experience: "of before", asOf: EVENING, upTo: "0", foreseen: true });

    const again = await openStore({ home });
    expect(await judge(again, experience, EVENING)).toMatchObject({ judged: "all" });
    expect(await again.rows(verdicts)).toEqual(judged);
    expect(await judge(again, experience, EVENING)).toMatchObject({ judged: "nothing" });
    await again.close();
  } finally {
    await dispose();
  }
});
