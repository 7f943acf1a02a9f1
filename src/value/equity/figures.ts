import { type Estimate, estimate } from "../estimate.ts";
import { logInterval, shareInterval } from "../numbers/interval.ts";
import type { Fit } from "./fit.ts";
import type { BuyerCell } from "./read-cells.ts";
import type { SpendFit } from "./spend.ts";
import { type Ahead, foretell, type Spending } from "./worth.ts";

/** Cells in groups: the place of each cell's group, −1 where it is in none. */
export interface Grouping {
  readonly names: readonly string[];
  readonly of: Int32Array;
}

/** One figure and its standard error relative to it. */
export interface Figure {
  readonly value: number;
  readonly error: number;
}

/** What is foreseen of a group. `again` are customers. */
export interface GroupFigures {
  readonly name: string;
  readonly customers: number;
  readonly received: number;
  readonly again: Figure;
  readonly purchases: Figure;
  readonly worth: Figure;
}

/** Everything that foreseeing takes, with how well it is known. */
export interface Basis {
  readonly fit: Fit;
  /** Covariance of the logarithms of the model's parameters. */
  readonly spread: readonly (readonly number[])[];
  readonly spending: Spending;
  readonly spendFit: { readonly fit: SpendFit; readonly spread: readonly (readonly number[])[] } | undefined;
  readonly ahead: Ahead;
  readonly againDays: number;
  /** Variance of purchases made over purchases foreseen, as the hold-out showed it. */
  readonly dispersion: number;
  /** The same of customers who buy again, over what it would be if all had the same chance. */
  readonly dispersionAgain: number;
  /** What the hold-out was wrong by beyond chance, as a share: of purchases, and of customers who bought again. */
  readonly wrong: { readonly purchases: number; readonly again: number };
}

/** Cells on which the slopes are taken: a standard error needs no more. */
const SLOPES = 40_000;
const STEP = 1e-4;
const KINDS = ["again", "purchases", "worth"] as const;

/**
 * What is foreseen of each group. Errors are those of what will be seen, unless only the expectation is asked for
 * (`chance: false`): how the figures move with the parameters and how well these are known (delta method), what the
 * hold-out showed the model to be wrong by, and what chance does to so few or so many customers.
 */
export function figuresOf(
  cells: readonly BuyerCell[],
  groupings: readonly Grouping[],
  basis: Basis,
  { chance = true }: { readonly chance?: boolean } = {},
): readonly (readonly GroupFigures[])[] {
  const value = vectorOf(cells, groupings, basis, basis.fit.logs, basis.spendFit?.fit.logs);
  const errors = errorsOf(cells, groupings, basis);
  const counts = groupings.map((grouping) => countsOf(cells, grouping));
  let place = 0;
  return groupings.map(({ names }, g) =>
    names.map((name, i) => {
      const { customers = 0, received = 0 } = counts[g]?.[i] ?? {};
      const [first = 0, second = 0] = value.subarray(place);
      const [again, purchases, worth] = KINDS.map((kind) => {
        const wrong = kind === "again" ? basis.wrong.again : basis.wrong.purchases;
        const luck = chance ? chanceOf(kind, { again: first, purchases: second, customers }, basis) : 0;
        const figure = { value: value[place] ?? 0, error: Math.hypot(errors[place] ?? 0, wrong, luck) };
        place += 1;
        return figure;
      }) as [Figure, Figure, Figure];
      return { name, customers, received, again, purchases, worth };
    }),
  );
}

/** What chance does to a sum over customers, relative to it. */
function chanceOf(
  kind: (typeof KINDS)[number],
  of: { readonly again: number; readonly purchases: number; readonly customers: number },
  { dispersion, dispersionAgain, spending, spendFit }: Basis,
): number {
  const share = of.customers === 0 ? 0 : Math.min(1, of.again / of.customers);
  if (kind === "again") return of.again > 0 ? Math.sqrt((dispersionAgain * (1 - share)) / of.again) : 0;
  if (!(of.purchases > 0)) return 0;
  const uneven = kind === "worth" ? unevenness(spending, spendFit?.fit) : 1;
  return Math.sqrt((dispersion * uneven) / of.purchases);
}

/** Mean square of what purchases come to over the square of their mean; it has no bound for the widest spreads. */
function unevenness(spending: Spending, fit: SpendFit | undefined): number {
  if (spending.kind !== "gamma-gamma" || fit === undefined) return 1;
  const { p, q } = fit;
  return q > 2.2 ? ((p + 1) * (q - 1)) / (p * (q - 2)) : 6;
}

/** All figures of all groups in one row, at some parameters. */
function vectorOf(
  cells: readonly BuyerCell[],
  groupings: readonly Grouping[],
  { fit, spending, ahead, againDays }: Basis,
  logs: readonly number[],
  spendLogs: readonly number[] | undefined,
): Float64Array {
  const [p = 0, q = 0, v = 0] = spendLogs?.map(Math.exp) ?? [];
  const spends: Spending = spendLogs === undefined ? spending : { kind: "gamma-gamma", fit: { p, q, v } };
  const foretold = foretell(cells, fit.model.given(logs.map(Math.exp)), spends, { ahead, againDays });
  const out = new Float64Array(groupings.reduce((sum, { names }) => sum + names.length, 0) * KINDS.length);
  let start = 0;
  for (const { names, of } of groupings) {
    for (let i = 0; i < cells.length; i++) {
      const group = of[i] ?? -1;
      if (group < 0) continue;
      const at = start + group * KINDS.length;
      for (const [k, kind] of KINDS.entries()) out[at + k] = (out[at + k] ?? 0) + (foretold[kind][i] ?? 0);
    }
    start += names.length * KINDS.length;
  }
  return out;
}

function errorsOf(cells: readonly BuyerCell[], groupings: readonly Grouping[], basis: Basis): Float64Array {
  const step = Math.ceil(cells.length / SLOPES);
  const few = step === 1 ? cells : cells.filter((_, i) => i % step === 0);
  const groups =
    step === 1 ? groupings : groupings.map(({ names, of }) => ({ names, of: of.filter((_, i) => i % step === 0) }));
  const { logs } = basis.fit;
  const spendLogs = basis.spendFit?.fit.logs;
  const at = (move: readonly number[], spendMove: readonly number[]): Float64Array =>
    vectorOf(few, groups, basis, plus(logs, move), spendLogs && plus(spendLogs, spendMove));
  const value = at([], []);
  const variance = new Float64Array(value.length);
  const add = (slopes: readonly Float64Array[], spread: readonly (readonly number[])[]): void => {
    for (let k = 0; k < value.length; k++)
      for (const [i, row] of spread.entries())
        for (const [j, one] of row.entries())
          variance[k] = (variance[k] ?? 0) + one * (slopes[i]?.[k] ?? 0) * (slopes[j]?.[k] ?? 0);
  };
  const slope = (up: Float64Array, down: Float64Array) => up.map((one, k) => (one - (down[k] ?? 0)) / (2 * STEP));
  const only = (i: number, by: number): readonly number[] =>
    Array.from({ length: i + 1 }, (_, j) => (j === i ? by : 0));
  add(
    logs.map((_, i) => slope(at(only(i, STEP), []), at(only(i, -STEP), []))),
    basis.spread,
  );
  if (spendLogs !== undefined && basis.spendFit !== undefined)
    add(
      spendLogs.map((_, i) => slope(at([], only(i, STEP)), at([], only(i, -STEP)))),
      basis.spendFit.spread,
    );
  return variance.map((one, k) => ((value[k] ?? 0) > 0 ? Math.sqrt(Math.max(0, one)) / (value[k] ?? 1) : 0));
}

const plus = (logs: readonly number[], move: readonly number[]): readonly number[] =>
  logs.map((one, i) => one + (move[i] ?? 0));

function countsOf(
  cells: readonly BuyerCell[],
  { names, of }: Grouping,
): readonly { readonly customers: number; readonly received: number }[] {
  const counts = names.map(() => ({ customers: 0, received: 0 }));
  for (const [i, { customers, received }] of cells.entries()) {
    const group = counts[of[i] ?? -1];
    if (group === undefined) continue;
    group.customers += customers;
    group.received += received;
  }
  return counts;
}

/** An amount or a count that is above 0. */
export const estimateOf = ({ value, error }: Figure, n: number, method: string, times = 1): Estimate =>
  estimate(logInterval(value * times, error), { n, grade: "D", method });

/** A count of customers as a share of all of them. */
export function shareOf({ value, error }: Figure, n: number, method: string): Estimate {
  const share = n === 0 ? 0 : Math.min(1, value / n);
  return estimate(shareInterval(share, share * error), { n, grade: "D", method });
}
