import { queryOptions, type UseQueryResult } from "@tanstack/react-query";
import type { OutcomeCost, PromiseCost } from "../../value/cost/cost.ts";
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

/** The first fit takes a minute or two after the first judgement; whoever asks waits for it. */
const FIRST = { wait: "yes" } as const;
/** Where a proxy did not wait so long, it is asked once more. In ms. */
const AGAIN = 10_000;
/** What is fitted once a day need not be asked for oftener. In ms. */
const SELDOM = 300_000;
const fitted = { staleTime: SELDOM, retry: false, refetchOnWindowFocus: false } as const;

export const valueQuery = queryOptions({
  queryKey: ["value"],
  queryFn: async ({ signal }) => endless(await get<Value>("/api/value", FIRST, signal)),
  refetchInterval: ({ state }) => (isNotThereYet(state.error) ? AGAIN : SELDOM),
  ...fitted,
});
/** What of it is at risk follows each judgement. */
export const equityQuery = queryOptions({
  queryKey: ["equity"],
  queryFn: ({ signal }) => get<EquityNow>("/api/equity", FIRST, signal),
  refetchInterval: ({ state }) => (isNotThereYet(state.error) ? AGAIN : false),
  ...fitted,
});

const isNotThereYet = (error: Error | null): boolean =>
  error instanceof Problem && (error.status === 0 || error.status >= 502);

/** Whether it is only not there yet. */
export const isBeingMeasured = ({ isPending, error }: Pick<UseQueryResult, "isPending" | "error">): boolean =>
  isPending || isNotThereYet(error);

/** What has no end comes as null: JSON knows no infinity. */
function endless(value: Value): Value {
  const outcome = (cost: OutcomeCost): OutcomeCost => {
    const { adjusted } = cost;
    if (adjusted.kind === "refusal") return cost;
    const { e_value, e_value_interval, ...rest }: Jsoned = adjusted.sensitivity;
    const sensitivity = { ...rest, e_value: e_value ?? Infinity, e_value_interval: e_value_interval ?? Infinity };
    return { ...cost, adjusted: { ...adjusted, sensitivity } };
  };
  const costs = value.costs.map((cost) => ({
    ...cost,
    felt: outcome(cost.felt),
    bought: outcome(cost.bought),
    received: outcome(cost.received),
  }));
  return { ...value, costs };
}
type Sensitivity = Extract<OutcomeCost["adjusted"], { kind: "estimate" }>["sensitivity"];
type Jsoned = Omit<Sensitivity, "e_value" | "e_value_interval"> & {
  readonly e_value: number | null;
  readonly e_value_interval: number | null;
};
