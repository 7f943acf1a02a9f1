import { type DesignMatrix, rowTimes } from "./design-matrix.ts";
import { addRow, factorise, noSums, solveFactor } from "./normal-equations.ts";
import { expit } from "./special.ts";

/** How likely something is, from columns of numbers. */
export interface Logistic {
  readonly coefficients: Float64Array;
  readonly converged: boolean;
  /** Some columns told the two apart for certain, or nearly so: held by a ridge, and to be said openly. */
  readonly separated: boolean;
  readonly logLikelihood: number;
}

/** Beyond this many steps the coefficients are on their way to infinity. */
const MOST_STEPS = 25;
/** A share this near to 0 or 1 is certain for all purposes: the log odds are beyond 15. */
const CERTAIN = 15;
/** One row's worth of doubt in each standardised column. */
const RIDGE = 1;

/**
 * Logistic regression by iteratively reweighted least squares (McCullagh and Nelder 1989), on the rows for which
 * `includes` holds. The first column is the constant; the others should be standardised, because where the two answers
 * are separated (Albert and Anderson 1984) the fit is made again with a ridge (le Cessie and van Houwelingen 1992).
 */
export function fitLogistic(
  matrix: DesignMatrix,
  answers: ArrayLike<number>,
  includes: (row: number) => boolean = () => true,
  start?: Float64Array,
): Logistic {
  const rows: number[] = [];
  for (let i = 0; i < matrix.rows; i++) if (includes(i)) rows.push(i);
  const plain = iterate(matrix, answers, rows, 0, start);
  if (plain.converged && !isSeparated(matrix, rows, plain.coefficients)) return { ...plain, separated: false };
  return { ...iterate(matrix, answers, rows, RIDGE), separated: true };
}

/** The chance that the fit gives to a row. */
export const chanceOf = ({ coefficients }: Logistic, matrix: DesignMatrix, row: number): number =>
  expit(rowTimes(matrix, row, coefficients));

type Fit = Omit<Logistic, "separated">;

function iterate(
  matrix: DesignMatrix,
  answers: ArrayLike<number>,
  rows: readonly number[],
  ridge: number,
  start?: Float64Array,
): Fit {
  let coefficients = start ?? startAt(matrix, answers, rows);
  let likelihood = likelihoodOf(matrix, answers, rows, coefficients, ridge);
  for (let step = 0; step < MOST_STEPS; step++) {
    const next = halved(
      coefficients,
      newton(matrix, answers, rows, coefficients, ridge),
      (at) => likelihoodOf(matrix, answers, rows, at, ridge) >= likelihood - 1e-12 * Math.abs(likelihood),
    );
    const found = likelihoodOf(matrix, answers, rows, next, ridge);
    const gained = found - likelihood;
    [coefficients, likelihood] = [next, found];
    if (Math.abs(gained) <= 1e-9 * (1 + Math.abs(found)))
      return { coefficients, converged: true, logLikelihood: found };
  }
  return { coefficients, converged: false, logLikelihood: likelihood };
}

/** The log odds of the whole, and nothing of the columns. */
function startAt(matrix: DesignMatrix, answers: ArrayLike<number>, rows: readonly number[]): Float64Array {
  const coefficients = new Float64Array(matrix.columns);
  const hits = rows.reduce((sum, row) => sum + (answers[row] ?? 0), 0);
  coefficients[0] = Math.log((hits + 0.5) / (rows.length - hits + 0.5));
  return coefficients;
}

function newton(
  matrix: DesignMatrix,
  answers: ArrayLike<number>,
  rows: readonly number[],
  at: Float64Array,
  ridge: number,
): Float64Array {
  const sums = noSums(matrix.columns);
  for (const row of rows) {
    const odds = rowTimes(matrix, row, at);
    const share = expit(odds);
    const weight = Math.max(share * (1 - share), 1e-10);
    addRow(sums, matrix, row, odds + ((answers[row] ?? 0) - share) / weight, weight);
  }
  return solveFactor(factorise(sums.products, matrix.columns, ridge), sums.answers);
}

/** Goes only half the way, and half of that, until it is not worse. */
function halved(from: Float64Array, to: Float64Array, isFine: (at: Float64Array) => boolean): Float64Array {
  for (let share = 1; share > 1e-4; share /= 2) {
    const at = from.map((one, j) => one + share * ((to[j] ?? 0) - one));
    if (isFine(at)) return at;
  }
  return from;
}

function likelihoodOf(
  matrix: DesignMatrix,
  answers: ArrayLike<number>,
  rows: readonly number[],
  at: Float64Array,
  ridge: number,
): number {
  let sum = 0;
  for (const row of rows) {
    const odds = rowTimes(matrix, row, at);
    const own = answers[row] ? odds : -odds;
    sum -= own > 0 ? Math.log1p(Math.exp(-own)) : Math.log1p(Math.exp(own)) - own;
  }
  for (let j = 1; j < at.length; j++) sum -= (ridge / 2) * (at[j] ?? 0) ** 2;
  return sum;
}

/** Somebody is certain: coefficients that still grow get there long before they stop being numbers. */
function isSeparated(matrix: DesignMatrix, rows: readonly number[], coefficients: Float64Array): boolean {
  return rows.some((row) => Math.abs(rowTimes(matrix, row, coefficients)) > CERTAIN);
}
