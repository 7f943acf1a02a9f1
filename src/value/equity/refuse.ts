import type { Experience } from "../../language/experience.ts";
import { type Refusal, refusal } from "../estimate.ts";
import type { Judged, Tried } from "./hold-out.ts";
import type { BuyerCell, HoldOutCell } from "./read-cells.ts";

/** Below these nothing that a model says of customers could be held against what they do. */
const LEAST = { customers: 50, repeaters: 20, days: 28, later: 10 } as const;

const many = (count: number, one: string, more: string): string =>
  `${count === 0 ? "no" : count.toLocaleString("en-GB")} ${count === 1 ? one : more}`;

/** Why nothing can be said of these customers; undefined where something can. */
export function refuseBuyers({ value }: Experience, cells: readonly BuyerCell[]): Refusal | undefined {
  if (value.bought.length === 0)
    return refusal(
      "The experience file does not say by which event customers buy.",
      'Name it under value: "bought: order.placed", or say with "received" what an event brings in.',
    );
  const needed = `At least ${LEAST.customers} customers who bought, ${LEAST.repeaters} of them on more than one day, over at least ${LEAST.days} days.`;
  const customers = sum(cells, () => true);
  const repeaters = sum(cells, ({ repeats }) => repeats > 0);
  const days = cells.reduce((most, { known }) => Math.max(most, known), 0);
  if (customers === 0) return refusal("Nobody has bought anything by then.", needed);
  if (days < LEAST.days)
    return refusal(
      days === 0 ? "All purchases are of one day." : `The first purchase is only ${many(days, "day", "days")} old.`,
      needed,
    );
  if (customers < LEAST.customers)
    return refusal(
      `There ${customers === 1 ? "is" : "are"} only ${many(customers, "customer", "customers")} who bought.`,
      needed,
    );
  if (repeaters === 0) return refusal("Nobody has bought a second time.", needed);
  if (repeaters < LEAST.repeaters)
    return refusal(`Only ${many(repeaters, "customer has", "customers have")} bought on more than one day.`, needed);
  return undefined;
}

/** Why the models cannot be judged by what customers did later. */
export function refuseHoldOut(cells: readonly HoldOutCell[], days: number): Refusal | undefined {
  const customers = sum(cells, () => true);
  const repeaters = sum(cells, ({ repeats }) => repeats > 0);
  const later = cells.reduce((sum, one) => sum + one.later * one.customers, 0);
  if (customers >= LEAST.customers && repeaters >= LEAST.repeaters && later >= LEAST.later) return undefined;
  return refusal(
    `What is foreseen cannot be held against what happened: before the last ${days} days there were ${many(customers, "customer", "customers")}, ${many(repeaters, "of them with", "of them with")} more than one purchase, and ${many(later, "purchase", "purchases")} came after.`,
    `A longer history: at least ${LEAST.customers} customers and ${LEAST.repeaters} who came back in its first part, and ${LEAST.later} purchases in its last.`,
  );
}

/** Why no model is used: none could be fitted, or none foresees better than each customer's own pace. */
export function refuseModels(tried: readonly Tried[], naive: Judged): Refusal | undefined {
  const best = tried[0];
  if (best === undefined)
    return refusal(
      "No model of how customers buy fits these purchases.",
      "More customers who came back, at times of their own.",
    );
  if (best.purchases.rmse < naive.purchases.rmse) return undefined;
  return refusal(
    `The best model foresaw what customers did worse (off by ${best.purchases.rmse.toFixed(2)} purchases) than if each had gone on at their own pace (${naive.purchases.rmse.toFixed(2)}).`,
    "A longer history, or customers who buy at times of their own: purchases that come by a fixed plan, such as subscriptions, do not.",
  );
}

function sum(
  cells: readonly { readonly customers: number; readonly repeats: number }[],
  which: (cell: { readonly repeats: number }) => boolean,
): number {
  return cells.reduce((sum, cell) => (which(cell) ? sum + cell.customers : sum), 0);
}
