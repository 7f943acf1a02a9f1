import type { Experience } from "../../language/experience.ts";
import type { Store } from "../../storage/store.ts";
import type { Ground } from "../deficit/deficit.ts";
import { pricesOf } from "../deficit/price.ts";
import type { Measured } from "../equity/measure.ts";
import type { Refusal } from "../estimate.ts";
import type { Exchanges } from "../exchange/exchange.ts";
import { measureExchanges } from "../exchange/measure.ts";
import { type EquityAtRisk, measureEquityAtRisk } from "./equity-at-risk.ts";

/** What of the equity is at risk, and what was given and received so far. */
export interface Balance {
  readonly at_risk: EquityAtRisk | Refusal;
  readonly exchanges: Exchanges;
}

/** Both as of a moment (ms since 1970 UTC). Reads the table `verdicts`, judged as of then. */
export async function measureBalance(
  store: Store,
  experience: Experience,
  asOf: number,
  measured: Measured | Refusal,
  ground: Ground,
): Promise<Balance> {
  const exchanges = await measureExchanges(store, experience, asOf, pricesOf(experience, ground.costs));
  return { at_risk: await measureEquityAtRisk(store, experience, asOf, measured, ground), exchanges };
}
