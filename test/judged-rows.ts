import type { Experience } from "../src/language/experience.ts";
import { readClock } from "../src/promises/clock.ts";
import { compileJudging } from "../src/promises/compile.ts";
import { COLUMNS, JUDGING, STORED } from "../src/promises/judging.ts";
import { nameRows, type VerdictRow } from "../src/promises/read.ts";
import type { Verdict } from "../src/promises/verdict.ts";
import { name, sql } from "../src/sql/sql.ts";
import { makeBeside } from "../src/storage/beside.ts";
import type { Store } from "../src/storage/store.ts";

/** All verdict rows of a small ledger by themselves, with the texts of their keys; the verdicts that are there stay. */
export async function judgedRows(store: Store, experience: Experience, asOf: number): Promise<readonly Verdict[]> {
  const queries = compileJudging(experience, experience.promises, await readClock(store, experience), asOf);
  const made = name("verdicts_tried");
  await makeBeside(store, name("verdicts"), made);
  for (const query of queries) await store.run(sql`insert into ${made} (${STORED}) ${query.rows(sql`true`)}`, JUDGING);
  const rows = await store.rows<VerdictRow>(sql`select ${COLUMNS} from ${made}`);
  await store.run(sql`drop table ${made} sync`);
  const verdicts = await nameRows(store, experience, rows);
  if (verdicts.length < rows.length) throw new Error("a verdict has lost its event or its journey");
  return verdicts;
}
