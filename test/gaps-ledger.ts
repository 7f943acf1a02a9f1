import type { PromiseGap, Report } from "../src/gaps/gap.ts";
import { measureGaps } from "../src/gaps/measure.ts";
import type { Experience } from "../src/language/experience.ts";
import { judge } from "../src/promises/judge.ts";
import { sql } from "../src/sql/sql.ts";
import type { Store } from "../src/storage/store.ts";
import { fill, type Happened } from "./happened.ts";

/** Makes the ledger hold these events and no others, and judges them. */
export async function judgeLines(
  store: Store,
  experience: Experience,
  lines: readonly Happened[],
  asOf: string,
): Promise<void> {
  await fill(store, experience, lines);
  // Loading leaves no trace of a batch by which the judge would see that anything is new.
  await store.run(sql`truncate table judgements`);
  await judge(store, experience, Date.parse(asOf));
}

export async function measureLines(
  store: Store,
  experience: Experience,
  lines: readonly Happened[],
  asOf: string,
): Promise<Report> {
  await judgeLines(store, experience, lines, asOf);
  return measureGaps(store, experience, Date.parse(asOf), { journeys: [], legs: new Map() });
}

export function gapOf(report: Report, promise: string): PromiseGap {
  const gap = report.promises.find((one) => one.promise === promise);
  if (gap === undefined) throw new Error(`the report has no promise ${promise}`);
  return gap;
}
