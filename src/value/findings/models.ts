import type { Experience } from "../../language/experience.ts";
import type { Store } from "../../storage/store.ts";
import { forecastOpen, type LearnedBreaking, learnBreaking } from "../breaking/measure.ts";
import type { PromiseCost } from "../cost/cost.ts";
import { measureCosts } from "../cost/measure.ts";
import { type Ranking, rankDeficits } from "../deficit/rank.ts";
import type { DriversOrRefusal } from "../drivers/driver.ts";
import { measureDrivers } from "../drivers/measure.ts";
import type { Equity } from "../equity/equity.ts";
import { type Measured, measureEquity } from "../equity/measure.ts";
import { isRefusal, type Refusal } from "../estimate.ts";
import { measureExpectations, type PromiseExpectation } from "../expectation/measure.ts";
import { type EquityAtRisk, measureEquityAtRisk } from "./equity-at-risk.ts";

/** What the past teaches, as plain data: what broken promises cost, where people turn, what customers are worth. */
export interface Findings {
  /** Ms since 1970 UTC. */
  readonly asOf: number;
  readonly costs: readonly PromiseCost[];
  readonly drivers: DriversOrRefusal;
  readonly expectations: readonly PromiseExpectation[];
  readonly equity: Equity | Refusal;
}

/** The findings with the models behind them, which are taken to what is open until they are fitted anew. */
export interface Models {
  readonly findings: Findings;
  readonly learned: readonly LearnedBreaking[];
  readonly measured: Measured | Refusal;
}

/** Fits everything anew, as of the moment of the last judgement (ms since 1970 UTC); takes seconds to minutes. */
export async function fitModels(store: Store, experience: Experience, asOf: number): Promise<Models> {
  // One after the other: each may need much of the engine's memory.
  const costs = await measureCosts(store, experience, asOf);
  const drivers = await measureDrivers(store, experience, asOf);
  const expectations = await measureExpectations(store, experience, asOf);
  const learned = await learnBreaking(store, experience, asOf);
  const measured = await measureEquity(store, experience, asOf);
  const equity = isRefusal(measured) ? measured : measured.equity;
  return { findings: { asOf, costs, drivers, expectations, equity }, learned, measured };
}

/** Who is short of what as of a judgement, by models fitted before; without any, by what the file declares. */
export async function scoreModels(
  store: Store,
  experience: Experience,
  asOf: number,
  models: Models | undefined,
  most: number,
): Promise<Ranking> {
  const breaking = await forecastOpen(store, experience, asOf, models?.learned ?? []);
  return rankDeficits(store, experience, { costs: models?.findings.costs ?? [], breaking }, most);
}

/** What of the equity is at risk as of a judgement, by models fitted before. */
export async function scoreEquity(
  store: Store,
  experience: Experience,
  asOf: number,
  { findings, learned, measured }: Models,
): Promise<EquityAtRisk | Refusal> {
  const breaking = await forecastOpen(store, experience, asOf, learned);
  return measureEquityAtRisk(store, experience, asOf, measured, { costs: findings.costs, breaking });
}
