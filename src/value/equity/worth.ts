import type { Value } from "../../language/experience.ts";
import type { Foresight } from "./model.ts";
import type { BuyerCell } from "./read-cells.ts";
import { type SpendFit, spendOf } from "./spend.ts";

/** How what is to come is counted: in equal steps, each weighed by the factor once more than the one before. */
export interface Ahead {
  readonly steps: number;
  readonly stepWeeks: number;
  readonly factor: number;
}

const DAYS_A_YEAR = 365.25;

/** About a month a step. What comes within a step is counted at its end. */
export function aheadOf({ horizonDays, discount }: Pick<Value, "horizonDays" | "discount">): Ahead {
  const steps = Math.max(1, Math.round(horizonDays / (DAYS_A_YEAR / 12)));
  const days = horizonDays / steps;
  return { steps, stepWeeks: days / 7, factor: (1 + discount) ** (-days / DAYS_A_YEAR) };
}

/** Purchases to expect from one who has not left, each weighed by how far off it is. */
export function discountedIfAlive(foresight: Foresight, repeats: number, known: number, ahead: Ahead): number {
  let [sum, before, weight] = [0, 0, 1];
  for (let step = 1; step <= ahead.steps; step++) {
    const until = foresight.purchasesIfAlive(repeats, known, step * ahead.stepWeeks);
    weight *= ahead.factor;
    sum += weight * (until - before);
    before = until;
  }
  return sum;
}

/** How customers spend: by the model, or each keeping to the mean they had where nobody varies. */
export type Spending =
  | { readonly kind: "gamma-gamma"; readonly fit: Pick<SpendFit, "p" | "q" | "v"> }
  | { readonly kind: "own-mean"; readonly mean: number }
  | { readonly kind: "unknown" };

/** What the next purchases of the customers of a cell will be like, summed over them. */
export function spendOfCell(spending: Spending, { paid, customers, spend }: BuyerCell): number {
  switch (spending.kind) {
    case "gamma-gamma":
      return customers === 0 ? 0 : customers * spendOf(spending.fit, paid, spend / customers);
    case "own-mean":
      return paid > 0 ? spend : spending.mean * customers;
    case "unknown":
      return 0;
  }
}

/** What a cell's customers are foreseen to do, summed over them. */
export interface Foretold {
  /** Customers who buy again within the window. */
  readonly again: Float64Array;
  /** Purchases within the horizon. */
  readonly purchases: Float64Array;
  /** Their discounted amounts; before margin and what is given back. */
  readonly worth: Float64Array;
}

/**
 * Everything that is foreseen of each cell. What depends on the number of repeats and the weeks known alone is worked
 * out once for each pair: there are far fewer of them than cells.
 */
export function foretell(
  cells: readonly BuyerCell[],
  foresight: Foresight,
  spending: Spending,
  { ahead, againDays }: { readonly ahead: Ahead; readonly againDays: number },
): Foretold {
  const pairs = new Map<number, readonly [again: number, purchases: number, discounted: number]>();
  const pairOf = (repeats: number, known: number) => {
    const key = repeats * 100_000 + known;
    const found = pairs.get(key);
    if (found !== undefined) return found;
    const [weeks, horizon] = [known / 7, ahead.steps * ahead.stepWeeks];
    const made = [
      foresight.againIfAlive(repeats, weeks, againDays / 7),
      foresight.purchasesIfAlive(repeats, weeks, horizon),
      discountedIfAlive(foresight, repeats, weeks, ahead),
    ] as const;
    pairs.set(key, made);
    return made;
  };
  const [again, purchases, worth] = [0, 1, 2].map(() => new Float64Array(cells.length)) as [
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  for (const [i, cell] of cells.entries()) {
    const { repeats, latest, known, customers } = cell;
    const alive = foresight.alive({ repeats, latest: latest / 7, known: known / 7 });
    const [againIf, purchasesIf, discountedIf] = pairOf(repeats, known);
    again[i] = customers * alive * againIf;
    purchases[i] = customers * alive * purchasesIf;
    worth[i] = alive * discountedIf * spendOfCell(spending, cell);
  }
  return { again, purchases, worth };
}
