/** A function of a point that is to be made small; Infinity where the point is not allowed. */
export type Objective = (at: readonly number[]) => number;

export interface Minimum {
  readonly at: readonly number[];
  readonly value: number;
  /** Whether no step in any direction makes it smaller by more than the tolerance. */
  readonly converged: boolean;
  readonly evaluations: number;
}
