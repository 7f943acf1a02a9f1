import type { Report } from "./gaps/gap.ts";
import { measureGaps } from "./gaps/measure.ts";
import { readLegs } from "./journeys/legs.ts";
import { readJourneys } from "./journeys/read.ts";
import type { Experience } from "./language/experience.ts";
import { judge } from "./promises/judge.ts";
import type { Progress } from "./promises/judge-all.ts";
import { sql } from "./sql/sql.ts";
import type { Store } from "./storage/store.ts";
import type { Valued } from "./value/findings/models.ts";

/** Everything an experience and a ledger say together, as of a moment (ms since 1970 UTC). */
export async function report(store: Store, experience: Experience, asOf: number, progress?: Progress): Promise<Report> {
  await judge(store, experience, asOf, { progress });
  const [journeys, legs] = [await readJourneys(store, experience, asOf), await readLegs(store, experience, asOf)];
  return measureGaps(store, experience, asOf, { journeys, legs });
}

/** A report with what its gaps cost, what customers are worth, and who is short of what. */
export type ReportWithValue = Report & Valued;

/** Adds what goes beyond counting to a report of the same experience and moment; takes some seconds for each promise. */
export async function withValue(store: Store, experience: Experience, found: Report): Promise<ReportWithValue> {
  // Read only here: the special functions take a moment that other commands need not wait for.
  const { measureValue } = await import("./value/findings/models.ts");
  return { ...found, ...(await measureValue(store, experience, Date.parse(found.as_of))) };
}

/** The latest moment of which the ledger knows anything: its last event, or now if that lies in the future. */
export async function lastKnownMoment(store: Store, now: number): Promise<number> {
  const [row] = await store.rows<{ last: number | null }>(
    sql`select toFloat64(toUnixTimestamp64Milli(maxOrNull(at))) as last from events`,
  );
  return Math.min(now, row?.last ?? now);
}
