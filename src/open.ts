import type { Report } from "./gaps/gap.ts";
import { measureGaps } from "./gaps/measure.ts";
import { readLegs } from "./journeys/legs.ts";
import { readJourneys } from "./journeys/read.ts";
import type { Experience } from "./language/experience.ts";
import { judge } from "./promises/judge.ts";
import type { Progress } from "./promises/judge-all.ts";
import { sql } from "./sql/sql.ts";
import type { Store } from "./storage/store.ts";
import type { PromiseCost } from "./value/cost/cost.ts";
import { measureCosts } from "./value/cost/measure.ts";
import type { DriversOrRefusal } from "./value/drivers/driver.ts";
import { measureDrivers } from "./value/drivers/measure.ts";

/** Everything an experience and a ledger say together, as of a moment (ms since 1970 UTC). */
export async function report(store: Store, experience: Experience, asOf: number, progress?: Progress): Promise<Report> {
  await judge(store, experience, asOf, { progress });
  const [journeys, legs] = [await readJourneys(store, experience, asOf), await readLegs(store, experience, asOf)];
  return measureGaps(store, experience, asOf, { journeys, legs });
}

/** A report with what a broken promise costs, and which of them move the felt score most. */
export interface ReportWithCosts extends Report {
  readonly costs: readonly PromiseCost[];
  readonly drivers: DriversOrRefusal;
}

/** Adds the costs to a report of the same experience and moment; takes a second or more for each promise. */
export async function withCosts(store: Store, experience: Experience, found: Report): Promise<ReportWithCosts> {
  const asOf = Date.parse(found.as_of);
  const costs = await measureCosts(store, experience, asOf);
  return { ...found, costs, drivers: await measureDrivers(store, experience, asOf) };
}

/** The latest moment of which the ledger knows anything: its last event, or now if that lies in the future. */
export async function lastKnownMoment(store: Store, now: number): Promise<number> {
  const [row] = await store.rows<{ last: number | null }>(
    sql`select toFloat64(toUnixTimestamp64Milli(maxOrNull(at))) as last from events`,
  );
  return Math.min(now, row?.last ?? now);
}
