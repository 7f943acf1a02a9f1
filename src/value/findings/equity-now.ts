import type { Experience } from "../../language/experience.ts";
import type { Store } from "../../storage/store.ts";
import { measureBreaking } from "../breaking/measure.ts";
import { measureCosts } from "../cost/measure.ts";
import { pricesOf } from "../deficit/price.ts";
import type { Equity } from "../equity/equity.ts";
import { measureEquity } from "../equity/measure.ts";
import { isRefusal, type Refusal } from "../estimate.ts";
import { measureExchanges } from "../exchange/measure.ts";
import { measureEquityAtRisk } from "./equity-at-risk.ts";
import type { Balance } from "./models.ts";

/** What customers are worth, what of it is at risk, and what was given and received so far. */
export interface EquityNow extends Balance {
  readonly equity: Equity | Refusal;
}

/** All of it as of a moment (ms since 1970 UTC). Reads the table `verdicts`, judged as of then. */
export async function measureEquityNow(store: Store, experience: Experience, asOf: number): Promise<EquityNow> {
  const measured = await measureEquity(store, experience, asOf);
  const costs = await measureCosts(store, experience, asOf);
  const exchanges = await measureExchanges(store, experience, asOf, pricesOf(experience, costs));
  if (isRefusal(measured)) return { equity: measured, at_risk: measured, exchanges };
  const breaking = await measureBreaking(store, experience, asOf, { onlyOpen: true });
  const atRisk = await measureEquityAtRisk(store, experience, asOf, measured, { costs, breaking });
  return { equity: measured.equity, at_risk: atRisk, exchanges };
}
