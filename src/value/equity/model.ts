import type { Objective } from "../numbers/objective.ts";
import type { Cells, History } from "./history.ts";

/**
 * How customers buy who need not say when they leave: each at a rate of their own until they go for good.
 * Rates are per week. Which rates and which chances of leaving there are, the model finds from everybody.
 */
export interface PurchaseModel {
  readonly kind: "bg-nbd" | "mbg-nbd" | "pareto-nbd";
  /** As it is known in the literature. */
  readonly title: string;
  /** What the model says of customers, in words. */
  readonly words: string;
  readonly parameters: readonly [string, string, string, string];
  /** Whether its likelihood takes many times as long as that of the others. */
  readonly isDear: boolean;
  /** The negative log-likelihood of all customers, as a function of the logarithms of the parameters. */
  readonly misfit: (cells: Cells) => Misfit;
  /** What the model says once its parameters are known. */
  readonly given: (parameters: readonly number[]) => Foresight;
}

export interface Misfit {
  readonly of: Objective;
  /** Its slope, where there is a quicker way than by differences. */
  readonly slope: ((logs: readonly number[]) => readonly number[]) | undefined;
}

/** What to expect of a customer. Times are in weeks. */
export interface Foresight {
  /** The chance that the customer has not left for good. It is no answer to "would they buy again?". */
  readonly alive: (history: History) => number;
  /** Purchases to expect within `ahead` from one who has not left. */
  readonly purchasesIfAlive: (repeats: number, known: number, ahead: number) => number;
  /** The chance of at least one purchase within `ahead` from one who has not left. */
  readonly againIfAlive: (repeats: number, known: number, ahead: number) => number;
  /** The chance that a new customer buys exactly so often again within `ahead`; only where there is a formula. */
  readonly timesOfNew: ((times: number, ahead: number) => number) | undefined;
}

/** The chance of at least one purchase within `ahead` weeks. */
export const againOf = (foresight: Foresight, history: History, ahead: number): number =>
  foresight.alive(history) * foresight.againIfAlive(history.repeats, history.known, ahead);

/** Purchases to expect within `ahead` weeks. */
export const purchasesOf = (foresight: Foresight, history: History, ahead: number): number =>
  foresight.alive(history) * foresight.purchasesIfAlive(history.repeats, history.known, ahead);

/** Purchases to expect from somebody who bought for the first time just now. */
export const purchasesOfNew = (foresight: Foresight, ahead: number): number =>
  purchasesOf(foresight, { repeats: 0, latest: 0, known: 0 }, ahead);

/** The sum of log(start + i) for i below each of 0…most: log Γ(start + n) − log Γ(start). */
export function risingLogs(start: number, most: number): Float64Array {
  const sums = new Float64Array(most + 1);
  for (let i = 0; i < most; i++) sums[i + 1] = (sums[i] ?? 0) + Math.log(start + i);
  return sums;
}

export function mostRepeats({ repeats }: Cells): number {
  let most = 0;
  for (const one of repeats) if (one > most) most = one;
  return most;
}

/** log(1 + exp(x)) without overflow. */
export const softplus = (x: number): number => (x > 30 ? x : Math.log1p(Math.exp(x)));

/** Beyond these a parameter is as good as 0 or infinite, and the likelihood is flat. */
export const isAllowed = (logs: readonly number[]): boolean => logs.every((one) => Math.abs(one) <= 14);
