import { type DesignMatrix, rowTimes } from "./design-matrix.ts";
import { addRow, addSums, type Factor, factorise, noSums, type Sums, solveFactor } from "./normal-equations.ts";
import { expit } from "./special.ts";

/** How likely something is, from columns of numbers. */
export interface Logistic {
  readonly coefficients: Float64Array;
  readonly converged: boolean;
  /** Some columns told the two apart for certain, or nearly so: held by a ridge, and to be said openly. */
  readonly separated: boolean;
  readonly logLikelihood: number;
}

/** A fit that needs more steps than these is on its way to infinity. */
const MOST_STEPS = 12;
/** A coefficient of a column of variance 1 that is not known better than this is not known at all: it has no end. */
const UNKNOWN = 100;
/** One row's worth of doubt in each scaled column. */
const RIDGE = 1;

/**
 * Logistic regression by iteratively reweighted least squares (McCullagh and Nelder 1989). The first column is the
 * constant; the others should be scaled to a variance of 1, because where the two answers are separated (Albert and
 * Anderson 1984) the fit is made again with a ridge (le Cessie and van Houwelingen 1992).
 */
export function fitLogistic(matrix: DesignMatrix, answers: ArrayLike<number>): Logistic {
  const rows = Array.from({ length: matrix.rows }, (_, row) => row);
  const start = startAt(matrix, answers, rows);
  const plain = climb(matrix, answers, rows, { ridge: 0, start, near: 1e-8 });
  if (plain.converged && !plain.endless) return tellOf(plain, false);
  return tellOf(climb(matrix, answers, rows, { ridge: RIDGE, start, near: 1e-8 }), true);
}

/** With so many rows one step from the fit of the whole is as good as a fit: what it lacks is of the order of 1 ÷ rows². */
const MANY = 2000;

/**
 * For each part the fit on all rows but its own, held by the ridge, which on many rows changes nothing. Starts from the
 * fit of the whole; with many rows one step of Newton's is enough (Bickel, JASA 70, 1975), and one reading serves all parts.
 */
export function fitWithout(
  matrix: DesignMatrix,
  answers: ArrayLike<number>,
  whole: Logistic,
  partOf: ArrayLike<number>,
  parts: number,
): readonly Logistic[] {
  const rows = Array.from({ length: matrix.rows }, (_, row) => row);
  const own = Array.from({ length: parts }, (_, part) => rows.filter((row) => partOf[row] === part));
  const at = whole.coefficients;
  if (matrix.rows < MANY)
    return own.map((_, part) => {
      const others = rows.filter((row) => partOf[row] !== part);
      return tellOf(climb(matrix, answers, others, { ridge: RIDGE, start: at, near: 1e-6 }), whole.separated);
    });
  const sums = own.map((some) => lookAround(matrix, answers, some, 0, at).sums);
  return sums.map((part) => {
    const others = noSums(matrix.columns);
    for (const one of sums) if (one !== part) addSums(others, one);
    const coefficients = solveFactor(factorise(others.products, matrix.columns, RIDGE), others.answers);
    return { ...whole, coefficients };
  });
}

/** The chance that the fit gives to a row. */
export const chanceOf = ({ coefficients }: Logistic, matrix: DesignMatrix, row: number): number =>
  expit(rowTimes(matrix, row, coefficients));

interface Climbed {
  readonly coefficients: Float64Array;
  readonly converged: boolean;
  /** A coefficient grows and grows, and the likelihood hardly with it. */
  readonly endless: boolean;
  readonly logLikelihood: number;
}

const tellOf = ({ coefficients, converged, logLikelihood }: Climbed, separated: boolean): Logistic => ({
  coefficients,
  converged,
  separated,
  logLikelihood,
});

/** Steps to the top of the likelihood; half a step back where one went too far. */
function climb(
  matrix: DesignMatrix,
  answers: ArrayLike<number>,
  rows: readonly number[],
  { ridge, start, near }: { readonly ridge: number; readonly start: Float64Array; readonly near: number },
): Climbed {
  let [from, at] = [start, start];
  let reached = Number.NEGATIVE_INFINITY;
  for (let step = 0; step < MOST_STEPS; step++) {
    const here = lookAround(matrix, answers, rows, ridge, at);
    const gained = here.likelihood - reached;
    const factor = factorise(here.sums.products, matrix.columns, ridge);
    if (Math.abs(gained) <= near * (1 + Math.abs(here.likelihood)))
      return { coefficients: at, converged: true, endless: isEndless(factor), logLikelihood: here.likelihood };
    if (gained < 0) {
      const back = from;
      at = at.map((one, j) => (one + (back[j] ?? 0)) / 2);
      continue;
    }
    reached = here.likelihood;
    from = at;
    at = solveFactor(factor, here.sums.answers);
  }
  return { coefficients: from, converged: false, endless: true, logLikelihood: reached };
}

/** The log odds of the whole, and nothing of the columns. */
function startAt(matrix: DesignMatrix, answers: ArrayLike<number>, rows: readonly number[]): Float64Array {
  const coefficients = new Float64Array(matrix.columns);
  const hits = rows.reduce((sum, row) => sum + (answers[row] ?? 0), 0);
  coefficients[0] = Math.log((hits + 0.5) / (rows.length - hits + 0.5));
  return coefficients;
}

/** The likelihood of some coefficients, and the weighted least squares that lead to better ones. */
function lookAround(
  matrix: DesignMatrix,
  answers: ArrayLike<number>,
  rows: readonly number[],
  ridge: number,
  at: Float64Array,
): { readonly likelihood: number; readonly sums: Sums } {
  const sums = noSums(matrix.columns);
  let likelihood = 0;
  for (const row of rows) {
    const odds = rowTimes(matrix, row, at);
    const answer = answers[row] ?? 0;
    const share = expit(odds);
    const weight = Math.max(share * (1 - share), 1e-10);
    addRow(sums, matrix, row, odds + (answer - share) / weight, weight);
    const own = answer === 1 ? odds : -odds;
    likelihood -= own > 0 ? Math.log1p(Math.exp(-own)) : Math.log1p(Math.exp(own)) - own;
  }
  for (let j = 1; j < at.length; j++) likelihood -= (ridge / 2) * (at[j] ?? 0) ** 2;
  return { likelihood, sums };
}

/** Whether the standard error of some coefficient is beyond all measure, as it is where the answers are separated. */
function isEndless(factor: Factor): boolean {
  return factor.used.some((used, j) => {
    if (!used) return false;
    const unit = new Float64Array(factor.size);
    unit[j] = 1;
    return (solveFactor(factor, unit)[j] as number) > UNKNOWN ** 2;
  });
}
