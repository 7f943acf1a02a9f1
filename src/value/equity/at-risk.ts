import type { Experience } from "../../language/experience.ts";
import type { Store } from "../../storage/store.ts";
import { type Estimate, estimate, type Refusal, refusal } from "../estimate.ts";
import { normalInterval } from "../numbers/interval.ts";
import { figuresOf } from "./figures.ts";
import type { Measured } from "./measure.ts";
import { readOwnCells } from "./outlook.ts";

/** What of a customer's worth is in danger, by what puts it there. */
export interface Loss {
  /** customer_key: a whole number as text. */
  readonly customer: string;
  readonly parts: readonly LossPart[];
}

/** One thing that takes from a customer's worth: a share of it, 0…1 with the ends of its interval, or an amount. */
export interface LossPart {
  readonly promise: string;
  readonly share: number;
  readonly low: number;
  readonly high: number;
  readonly amount: number;
}

/** Equity that customers with a deficit stand for, and the part of it that is in danger. */
export interface AtRisk {
  readonly kind: "at-risk";
  /** Those of them who ever bought. */
  readonly customers: number;
  readonly equity: Estimate;
  readonly at_risk: Estimate;
  /** What of it is due to which promise, the largest first; adds up to `at_risk`. */
  readonly by_promise: readonly PromiseAtRisk[];
}

/** What of it is due to one promise, with its 95 % interval. */
export interface PromiseAtRisk {
  readonly promise: string;
  readonly at_risk: number;
  readonly low: number;
  readonly high: number;
}

/** How far the losses stand for more customers than they are of. */
export interface Drawn {
  readonly times: number;
}

const METHOD = "what customers who are short of something are worth, times what a broken promise is known to cost";

/**
 * The part of the equity that belongs to customers who are short of something, times what that is known to cost. Shares
 * that are known alike are wrong alike: their errors add up. Nobody loses more than they are worth.
 */
export async function measureAtRisk(
  store: Store,
  experience: Experience,
  measured: Measured,
  losses: readonly Loss[],
  { times }: Drawn = { times: 1 },
): Promise<AtRisk | Refusal> {
  const { asked, basis, left } = measured;
  if (basis.spending.kind === "unknown")
    return refusal(
      "What customers are worth is not known, so neither is what of it is at risk.",
      'An amount with each purchase: say with "received" which property of the event holds it.',
    );
  const parts = new Map(losses.map((loss) => [loss.customer, loss.parts]));
  const own = await readOwnCells(store, experience, asked, [...parts.keys()]);
  if (own.length === 0)
    return losses.length === 0
      ? nothingAtRisk()
      : refusal("None of the customers who are short of something has ever bought.", "A purchase by one of them.");
  const cells = own.map(({ cell }) => cell);
  const names = own.map(({ customer }) => customer);
  const [each = []] = figuresOf(cells, [{ names, of: Int32Array.from(own.keys()) }], basis, { chance: false });
  const [[together] = []] = figuresOf(cells, [{ names: ["all"], of: new Int32Array(own.length) }], basis);
  if (together === undefined) throw new Error("nothing was foreseen of customers at risk");
  const sums = { value: 0, low: 0, high: 0 };
  const byPromise = new Map<string, Ends>();
  for (const { name, worth } of each) {
    const mine = parts.get(name) ?? [];
    const whole = Math.max(0, worth.value * left * times);
    for (const [end, sum] of ENDS) {
      const lost = lostOf(mine, whole, times, end);
      sums[sum] += lost;
      for (const [promise, weight] of weightsOf(mine, whole, times, end)) {
        const own = byPromise.get(promise) ?? { value: 0, low: 0, high: 0 };
        byPromise.set(promise, { ...own, [sum]: own[sum] + lost * weight });
      }
    }
  }
  // What is declared is believed and no more, and so is what is made of it.
  const declared = losses.some(({ parts }) => parts.some(({ amount }) => amount > 0));
  const about = { n: own.length, grade: "D", method: METHOD } as const;
  const equity = together.worth.value * left * times;
  const atRisk = doubted(sums, together.worth.error);
  return {
    kind: "at-risk",
    customers: Math.round(own.length * times),
    equity: estimate(normalInterval(equity, equity * together.worth.error), about),
    at_risk: estimate(atRisk, { ...about, grade: declared ? "E" : "D" }),
    by_promise: [...byPromise]
      .map(([promise, ends]) => ({ promise, ends: doubted(ends, together.worth.error) }))
      .map(({ promise, ends: { value, low, high } }) => ({ promise, at_risk: value, low, high }))
      .sort((a, b) => b.at_risk - a.at_risk || (a.promise < b.promise ? -1 : 1)),
  };
}

interface Ends {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** Which end of a share makes which end of the sum. */
const ENDS = [
  ["share", "value"],
  ["low", "low"],
  ["high", "high"],
] as const;

/** What is not known of the shares and what is not known of the worth (relative error), together. */
function doubted({ value, low, high }: Ends, error: number): Ends {
  const interval = normalInterval(value, Math.hypot((high - low) / (2 * 1.96), value * error));
  return { value, low: Math.max(0, interval.low), high: interval.high };
}

/** Of what is left of somebody each part takes its share; then what is known as an amount. */
function lostOf(parts: readonly LossPart[], worth: number, times: number, end: "share" | "low" | "high"): number {
  const kept = parts.reduce((product, part) => product * (1 - part[end]), 1);
  const amount = parts.reduce((sum, part) => sum + part.amount, 0) * times;
  return Math.min(worth, worth * (1 - kept) + amount);
}

/** How much of what one customer loses is due to each promise: shares that add up to 1. */
function weightsOf(
  parts: readonly LossPart[],
  worth: number,
  times: number,
  end: "share" | "low" | "high",
): readonly (readonly [string, number])[] {
  const weights = parts.map((part) => [part.promise, -worth * Math.log1p(-part[end]) + part.amount * times] as const);
  const all = weights.reduce((sum, [, weight]) => sum + weight, 0);
  return all > 0 ? weights.map(([promise, weight]) => [promise, weight / all] as const) : [];
}

/** Nobody is short of anything: that is known. */
function nothingAtRisk(): AtRisk {
  const none = estimate({ value: 0, low: 0, high: 0 }, { n: 0, grade: "D", method: METHOD });
  return { kind: "at-risk", customers: 0, equity: none, at_risk: none, by_promise: [] };
}
