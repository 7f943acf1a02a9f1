import type { Report } from "../../gaps/gap.ts";
import type { PromiseCost } from "../../value/cost/cost.ts";
import type { PromiseExpectation } from "../../value/expectation/measure.ts";
import { scaleStart } from "../chart/rate.ts";

/** What every part of the page needs besides its own data. */
export interface Context {
  readonly currency: string | null;
  readonly timezone: string;
  /** Where the common scale of kept rates begins. */
  readonly rateFrom: number;
  /** What people really expect, by promise; empty where it was not measured. */
  readonly expectations: ReadonlyMap<string, PromiseExpectation>;
  /** What a broken one costs, by promise; empty where it was not measured. */
  readonly costs: ReadonlyMap<string, PromiseCost>;
}

/** What may have been measured besides the gaps. */
export interface Measured {
  readonly expectations?: readonly PromiseExpectation[];
  readonly costs?: readonly PromiseCost[];
}

export function contextOf(report: Report, { expectations = [], costs = [] }: Measured = {}): Context {
  const goals = report.promises.map((gap) => gap.goal);
  return {
    currency: report.currency,
    timezone: report.timezone,
    rateFrom: scaleStart(report.promises, goals),
    expectations: new Map(expectations.map((one) => [one.promise, one])),
    costs: new Map(costs.map((one) => [one.promise, one])),
  };
}

/** The place of a promise in the page. */
export function anchorOf(index: number): string {
  return `promise-${index + 1}`;
}
