import type { Experience } from "../../language/experience.ts";
import type { Store } from "../../storage/store.ts";
import { forecastOpen, type LearnedBreaking, learnBreaking } from "../breaking/measure.ts";
import type { PromiseCost } from "../cost/cost.ts";
import { measureCosts } from "../cost/measure.ts";
import type { Deficits } from "../deficit/deficit.ts";
import { measureDeficits } from "../deficit/measure.ts";
import { type Ranking, rankDeficits } from "../deficit/rank.ts";
import type { DriversOrRefusal } from "../drivers/driver.ts";
import { measureDrivers } from "../drivers/measure.ts";
import { type Carried, carry, unpack } from "../equity/carried.ts";
import type { Equity } from "../equity/equity.ts";
import { measureEquity } from "../equity/measure.ts";
import { isRefusal, type Refusal } from "../estimate.ts";
import { measureExpectations, type PromiseExpectation } from "../expectation/measure.ts";
import { type Balance, measureBalance } from "./balance.ts";

/** What the past teaches, as plain data: what broken promises cost, where people turn, what customers are worth. */
export interface Findings {
  /** Ms since 1970 UTC. */
  readonly asOf: number;
  readonly costs: readonly PromiseCost[];
  readonly drivers: DriversOrRefusal;
  readonly expectations: readonly PromiseExpectation[];
  readonly equity: Equity | Refusal;
  /** By which it is said of one customer what they are worth. */
  readonly carried: Carried | Refusal;
}

/**
 * The findings with the models behind them, which are taken to what is open until they are fitted anew: plain data, which
 * goes from one thread to another and is written down.
 */
export interface Models {
  readonly findings: Findings;
  readonly learned: readonly LearnedBreaking[];
}

/** Fits everything anew, as of the moment of the last judgement (ms since 1970 UTC); takes seconds to minutes. */
export async function fitModels(store: Store, experience: Experience, asOf: number): Promise<Models> {
  // One after the other: each may need much of the engine's memory.
  const costs = await measureCosts(store, experience, asOf);
  const drivers = await measureDrivers(store, experience, asOf);
  const expectations = await measureExpectations(store, experience, asOf);
  const learned = await learnBreaking(store, experience, asOf);
  const measured = await measureEquity(store, experience, asOf);
  const [equity, carried] = isRefusal(measured) ? [measured, measured] : [measured.equity, carry(measured)];
  return { findings: { asOf, costs, drivers, expectations, equity, carried }, learned };
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

/** What of the equity is at risk, and what was given and received so far, as of a judgement, by models fitted before. */
export async function scoreBalance(
  store: Store,
  experience: Experience,
  asOf: number,
  { findings: { costs, carried }, learned }: Models,
): Promise<Balance> {
  const breaking = await forecastOpen(store, experience, asOf, learned);
  return measureBalance(store, experience, asOf, unpack(carried, experience, asOf), { costs, breaking });
}

/** Everything that goes beyond counting, as of one moment. */
export interface Valued extends Omit<Findings, "asOf" | "carried">, Balance {
  readonly deficits: Deficits;
}

/** Fits and scores as of the same moment (ms since 1970 UTC); takes seconds to minutes. Reads the table `verdicts`. */
export async function measureValue(store: Store, experience: Experience, asOf: number): Promise<Valued> {
  const { findings, learned } = await fitModels(store, experience, asOf);
  const { asOf: _, carried, ...rest } = findings;
  const ground = { costs: rest.costs, breaking: await forecastOpen(store, experience, asOf, learned) };
  const balance = await measureBalance(store, experience, asOf, unpack(carried, experience, asOf), ground);
  return { ...rest, ...balance, deficits: await measureDeficits(store, experience, asOf, ground) };
}
