import { type Refusal, refusal } from "../estimate.ts";
import type { BuyerCell } from "./read-cells.ts";
import { fitSpend, type SpendCells, type SpendFit, spreadOfSpend } from "./spend.ts";
import type { Spending } from "./worth.ts";

/** Customers who came back and of whom an amount is known. */
const LEAST = 20;

/** How customers spend, or why that is not known. */
export interface HowTheySpend {
  readonly spending: Spending;
  readonly spendFit: { readonly fit: SpendFit; readonly spread: readonly (readonly number[])[] } | undefined;
  readonly refused: Refusal | undefined;
}

/** Nothing stays of what customers bring in, and nobody knows whether that will go on. */
export const NOTHING_STAYS: HowTheySpend = {
  spending: { kind: "unknown" },
  spendFit: undefined,
  refused: refusal(
    "More was given back to customers than came in, so nothing says what a purchase leaves.",
    "Amounts below 0 only for what was given back of amounts that stand in the ledger.",
  ),
};

/** The model of what is spent, fitted to those who came back; each one's own mean where nobody varies. */
export async function spendingOf(
  cells: readonly BuyerCell[],
  read: (customers: number) => Promise<SpendCells>,
): Promise<HowTheySpend> {
  const known = cells.filter(({ paid }) => paid > 0);
  const customers = known.reduce((sum, one) => sum + one.customers, 0);
  if (customers < LEAST) {
    const reason =
      customers === 0
        ? "It is not known what a purchase brings in."
        : `What a purchase brings in is known of ${customers} who came back.`;
    const needed = `At least ${LEAST} customers who came back with a known amount: say with "received" which property of the event holds it.`;
    return { spending: { kind: "unknown" }, spendFit: undefined, refused: refusal(reason, needed) };
  }
  const spends = await read(customers);
  const fit = fitSpend(spends);
  const spread = fit && spreadOfSpend(fit, spends);
  if (fit !== null && spread !== null)
    return { spending: { kind: "gamma-gamma", fit }, spendFit: { fit, spread }, refused: undefined };
  const mean = known.reduce((sum, one) => sum + one.spend, 0) / customers;
  return { spending: { kind: "own-mean", mean }, spendFit: undefined, refused: undefined };
}
