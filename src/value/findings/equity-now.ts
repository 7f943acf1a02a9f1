import type { Experience } from "../../language/experience.ts";
import type { Store } from "../../storage/store.ts";
import { measureBreaking } from "../breaking/measure.ts";
import { measureCosts } from "../cost/measure.ts";
import type { Equity } from "../equity/equity.ts";
import { measureEquity } from "../equity/measure.ts";
import { isRefusal, type Refusal } from "../estimate.ts";
import { type Balance, measureBalance } from "./balance.ts";

/** What customers are worth, what of it is at risk, and what was given and received so far. */
export interface EquityNow extends Balance {
  readonly equity: Equity | Refusal;
}

/** All of it as of a moment (ms since 1970 UTC). Reads the table `verdicts`, judged as of then. */
export async function measureEquityNow(store: Store, experience: Experience, asOf: number): Promise<EquityNow> {
  const measured = await measureEquity(store, experience, asOf);
  const costs = await measureCosts(store, experience, asOf);
  const refused = isRefusal(measured);
  const breaking = refused ? [] : await measureBreaking(store, experience, asOf, { onlyOpen: true });
  const balance = await measureBalance(store, experience, asOf, measured, { costs, breaking });
  return { equity: refused ? measured : measured.equity, ...balance };
}
