import type { DesignMatrix } from "../numbers/design-matrix.ts";

/** Verdicts to be compared: for each whether it was broken, to whom, and what was known when its clock started. */
export interface Comparison {
  /** Number of the customer, from 0. */
  readonly customers: Int32Array;
  /** 1 broken, 0 kept. */
  readonly broken: Uint8Array;
  /** The first column is 1; the others are standardised. */
  readonly known: DesignMatrix;
  /** What each column of `known` but the first says. */
  readonly names: readonly string[];
}

/** Kept verdicts with this chance to be broken or a higher one have too few like them to stand for: nor have the broken. */
export const TOO_CERTAIN = 0.95;
