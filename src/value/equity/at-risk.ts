import type { Experience } from "../../language/experience.ts";
import type { Store } from "../../storage/store.ts";
import { type Estimate, estimate, type Refusal, refusal } from "../estimate.ts";
import { type Interval, normalInterval } from "../numbers/interval.ts";
import { type Figure, figuresOf } from "./figures.ts";
import type { Measured } from "./measure.ts";
import { readOwnCells } from "./outlook.ts";

/** What of a customer's worth is in danger. */
export interface Loss {
  /** customer_key: a whole number as text. */
  readonly customer: string;
  /** The share of what they are worth that is lost if nothing is done, 0…1, with its interval. */
  readonly lost: Interval;
}

/** Equity that customers with a deficit stand for, and the part of it that is in danger. */
export interface AtRisk {
  readonly kind: "at-risk";
  readonly customers: number;
  readonly equity: Estimate;
  readonly at_risk: Estimate;
}

/**
 * The part of the equity that belongs to customers who are short of something, times what that is known to cost. Shares
 * that are known alike are wrong alike: their errors add up.
 */
export async function measureAtRisk(
  store: Store,
  experience: Experience,
  measured: Measured,
  losses: readonly Loss[],
): Promise<AtRisk | Refusal> {
  const { asked, basis, equity, left } = measured;
  if (basis.spending.kind === "unknown")
    return refusal(
      "What customers are worth is not known, so neither is what of it is at risk.",
      'An amount with each purchase: say with "received" which property of the event holds it.',
    );
  const lost = new Map(losses.map((loss) => [loss.customer, loss.lost]));
  const own = await readOwnCells(store, experience, asked, [...lost.keys()]);
  if (own.length === 0)
    return refusal("None of the customers who are short of something has ever bought.", "A purchase by one of them.");
  const cells = own.map(({ cell }) => cell);
  const each = figuresOf(
    cells,
    [{ names: own.map(({ customer }) => customer), of: Int32Array.from(own.keys()) }],
    basis,
    {
      chance: false,
    },
  )[0];
  const [[together] = []] = figuresOf(cells, [{ names: ["all"], of: new Int32Array(own.length) }], basis);
  if (each === undefined || together === undefined) throw new Error("nothing was foreseen of customers at risk");
  let [atRisk, doubt] = [0, 0];
  for (const { name, worth } of each) {
    const share = lost.get(name);
    if (share === undefined) continue;
    atRisk += worth.value * left * share.value;
    doubt += worth.value * left * ((share.high - share.low) / (2 * 1.96));
  }
  const about = { n: own.length, grade: "D", method: equity.again.share.method } as const;
  const whole: Figure = { value: together.worth.value * left, error: together.worth.error };
  return {
    kind: "at-risk",
    customers: own.length,
    equity: estimate(normalInterval(whole.value, whole.value * whole.error), about),
    at_risk: estimate(normalInterval(atRisk, Math.hypot(doubt, atRisk * whole.error)), about),
  };
}
