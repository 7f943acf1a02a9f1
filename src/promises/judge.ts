import type { Experience } from "../language/experience.ts";
import { syncColumns } from "../ledger/columns.ts";
import { sql } from "../sql/sql.ts";
import type { Store } from "../storage/store.ts";
import { readClock } from "./clock.ts";
import { compileJudging } from "./compile.ts";
import { fingerprint } from "./fingerprint.ts";
import { judgeAll, type Progress } from "./judge-all.ts";
import { judgeTouched, touch } from "./judge-touched.ts";
import { batchStates, type Judged, readJudged } from "./judged.ts";
import { JUDGING } from "./judging.ts";
import { nameRows, type VerdictRow } from "./read.ts";
import type { Verdict } from "./verdict.ts";

/** Whom `judge` had to judge: `all` customers, only those `touched` since the last time, or `nothing` at all. */
export interface Outcome {
  readonly judged: "all" | "touched" | "nothing";
}

/**
 * Brings the table `verdicts` to what the experience promises, as of a moment (ms since 1970 UTC): for everybody, or,
 * where the last judgement was of the same promises, for those customers whom anything has touched since.
 */
export async function judge(
  store: Store,
  experience: Experience,
  asOf: number,
  progress: Progress = () => {},
): Promise<Outcome> {
  await syncColumns(store, experience);
  const known = await readJudged(store);
  const next: Judged = {
    number: (known?.number ?? 0) + 1,
    experience: fingerprint(experience),
    asOf,
    batches: await batchStates(store),
    foreseen: known?.foreseen ?? true,
  };
  const again = canGoOn(known, next) ? await touch(store, known, next) : "all";
  if (again === "nothing") return { judged: "nothing" };
  const queries = compileJudging(experience, experience.promises, await readClock(store, experience), asOf);
  if (again === "all") await judgeAll(store, queries, next, progress);
  else await judgeTouched(store, queries, next, again);
  return { judged: again === "all" ? "all" : "touched" };
}

/** Whether the verdicts that are there hold for all whom nothing has touched. */
const canGoOn = (known: Judged | undefined, next: Judged): known is Judged =>
  known !== undefined &&
  known.experience === next.experience &&
  known.asOf <= next.asOf &&
  (known.foreseen || known.asOf === next.asOf);

/** All verdict rows of a ledger, straight from the engine and with the texts of their keys. For small ledgers. */
export async function judgedRows(store: Store, experience: Experience, asOf: number): Promise<readonly Verdict[]> {
  const queries = compileJudging(experience, experience.promises, await readClock(store, experience), asOf);
  const rows: VerdictRow[] = [];
  for (const query of queries) rows.push(...(await store.rows<VerdictRow>(query.rows(sql`true`), JUDGING)));
  return nameRows(store, experience, rows);
}
