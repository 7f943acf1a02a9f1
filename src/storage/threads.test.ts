import { expect, test } from "vitest";
import { openedLedger } from "../../test/ledger.ts";
import { sql } from "../sql/sql.ts";

const ledger = openedLedger();

test("the engine takes as many threads as it is told to, also with little memory", async () => {
  const lines = await ledger.store.rows<{ readonly explain: string }>(
    sql`explain pipeline select sum(number) from numbers_mt(1000000)`,
    { max_threads: 2 },
  );
  expect(lines.map(({ explain }) => explain).join("\n")).toContain("× 2");
});
