import type { Estimate, Refusal } from "../estimate.ts";

/** What customers were given, beside what was received from them: of everybody, of an occasion, or of one. */
export interface Exchange {
  /** The occasion or the customer; empty for everybody, and for those without an occasion. */
  readonly name: string;
  readonly customers: number;
  /** Promises made to them, as they were judged. */
  readonly kept: number;
  readonly broken: number;
  readonly open: number;
  /** What the promises that were kept for them are held to be worth, in the currency; or why nobody knows. */
  readonly given: Estimate | Refusal;
  /** The same of those that were broken: what they were not given. */
  readonly withheld: Estimate | Refusal;
  /** What was received from them, less what was given back to them; or why nobody knows. */
  readonly received: number | Refusal;
  /** The mean of the last score of each, and how many gave one; the scale is that of the first felt event in the file. */
  readonly felt: { readonly mean: number | null; readonly n: number };
}

/** Value given beside value received. */
export interface Exchanges {
  readonly whole: Exchange;
  /** By the customer's occasion: the first in the file that any of their events matches. */
  readonly by_occasion: readonly Exchange[];
  /** Promises of which nobody knows what keeping one is worth: they are counted, but not in the amounts. */
  readonly unpriced: readonly string[];
}
