import { queryOptions } from "@tanstack/react-query";
import type { PromiseCost } from "../../value/cost/cost.ts";
import type { Price } from "../../value/deficit/price.ts";
import type { DriversOrRefusal } from "../../value/drivers/driver.ts";
import type { Equity } from "../../value/equity/equity.ts";
import type { Refusal } from "../../value/estimate.ts";
import type { PromiseExpectation } from "../../value/expectation/measure.ts";
import type { EquityAtRisk } from "../../value/findings/equity-at-risk.ts";
import { get, Problem } from "../api/call.ts";

/** What gaps cost, what moves the felt score, and what people really expect: fitted to all customers once a day. */
export interface Value {
  readonly as_of: string;
  readonly currency: string | null;
  readonly prices: readonly Price[];
  readonly costs: readonly PromiseCost[];
  readonly drivers: DriversOrRefusal;
  readonly expectations: readonly PromiseExpectation[];
}

export interface EquityNow {
  readonly as_of: string;
  readonly equity: Equity | Refusal;
  readonly at_risk: EquityAtRisk | Refusal;
}

/** The first fit takes a minute or two after the first judgement. In ms. */
const AGAIN = 10_000;
const fitted = { staleTime: 300_000, retry: false, refetchOnWindowFocus: false } as const;

export const valueQuery = queryOptions({
  queryKey: ["value", "costs"],
  queryFn: ({ signal }) => get<Value>("/api/value", {}, signal),
  refetchInterval: ({ state }) => (isBeingMeasured(state.error) ? AGAIN : false),
  ...fitted,
});
export const equityQuery = queryOptions({
  queryKey: ["value", "equity"],
  queryFn: ({ signal }) => get<EquityNow>("/api/equity", {}, signal),
  refetchInterval: ({ state }) => (isBeingMeasured(state.error) ? AGAIN : false),
  ...fitted,
});

/** Whether it is only not there yet. */
export const isBeingMeasured = (error: Error | null): boolean =>
  error instanceof Problem && (error.code === "not-measured" || error.code === "not-judged");
