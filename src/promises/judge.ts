import type { Experience } from "../language/experience.ts";
import { type Sql, sql } from "../sql/sql.ts";
import type { Store } from "../storage/store.ts";
import { readClock } from "./clock.ts";
import { compileJudging } from "./compile.ts";
import { nameRows, type VerdictRow } from "./read.ts";
import type { Verdict } from "./verdict.ts";

/** How the engine reads arrays of packed events fastest (measured), within its memory. */
export const JUDGING = { max_block_size: 16_384, compile_expressions: 0 } as const;

/** All verdict rows of the ledger as of a moment, straight from the engine and with the texts of their keys. For small ledgers. */
export async function judgedRows(store: Store, experience: Experience, asOf: number): Promise<readonly Verdict[]> {
  const clock = await readClock(store, experience);
  const queries = compileJudging(experience, experience.promises, clock, asOf);
  const rows: VerdictRow[] = [];
  for (const query of queries) {
    rows.push(...(await store.rows<VerdictRow>(query.rows(EVERYBODY), JUDGING)));
  }
  return nameRows(store, experience, rows);
}

const EVERYBODY: Sql = sql`true`;
