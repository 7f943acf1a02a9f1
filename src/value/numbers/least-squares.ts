import { factorise, type Sums, solveFactor } from "./normal-equations.ts";

/** A line through answers: the coefficients, their standard errors, and how much is explained. */
export interface LeastSquares {
  readonly coefficients: Float64Array;
  /** Of each coefficient, under errors of one size (classical); 0 for columns that say nothing new. */
  readonly errors: Float64Array;
  /** Rows minus columns that say something. */
  readonly degrees: number;
  /** Mean square of what is left, per degree of freedom. */
  readonly variance: number;
}

/**
 * Ordinary least squares from sums of products, the first column being the constant. `ridge` is added to the diagonal of
 * the others (Hoerl and Kennard 1970): 0 unless a fit on few rows has to be held.
 */
export function leastSquares(sums: Sums, ridge = 0): LeastSquares {
  const factor = factorise(sums.products, sums.size, ridge);
  const coefficients = solveFactor(factor, sums.answers);
  const degrees = sums.count - factor.used.filter(Boolean).length;
  const explained = sums.answers.reduce((sum, one, j) => sum + one * (coefficients[j] ?? 0), 0);
  const variance = degrees > 0 ? Math.max(0, sums.squares - explained) / degrees : 0;
  const errors = new Float64Array(sums.size);
  for (let j = 0; j < sums.size; j++) {
    if (!factor.used[j]) continue;
    const unit = new Float64Array(sums.size);
    unit[j] = 1;
    errors[j] = Math.sqrt(Math.max(0, (solveFactor(factor, unit)[j] ?? 0) * variance));
  }
  return { coefficients, errors, degrees, variance };
}
