import { expect, test } from "vitest";
import { BENCH, bench as experience } from "../../test/bench-world.ts";
import { openTestStore } from "../../test/ledger.ts";
import { sql } from "../sql/sql.ts";
import { readMigrations } from "../storage/migrate.ts";
import { openStore } from "../storage/open.ts";
import { judge } from "./judge.ts";
import { writeJudged } from "./judged.ts";

const EVENING = Date.UTC(2025, 0, 1);

test("a ledger that was judged when verdicts were stored otherwise opens, and is judged anew by itself", async () => {
  const { store, home, dispose } = await openTestStore(BENCH);
  try {
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
