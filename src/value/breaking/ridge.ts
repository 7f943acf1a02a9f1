import { factorise, solveFactor } from "../numbers/normal-equations.ts";
import { expit } from "../numbers/special.ts";

/** Rows of which most numbers are 0: for row i, `at[from[i]…from[i+1]]` are the columns that are not, with their values. */
export interface SparseRows {
  readonly columns: number;
  readonly from: Int32Array;
  readonly at: Int32Array;
  readonly values: Float64Array;
}

export function sparseRows(rows: readonly (readonly number[])[], columns: number): SparseRows {
  const filled = rows.reduce((sum, row) => sum + row.reduce((own, value) => own + Number(value !== 0), 0), 0);
  const from = new Int32Array(rows.length + 1);
  const [at, values] = [new Int32Array(filled), new Float64Array(filled)];
  let next = 0;
  for (const [i, row] of rows.entries()) {
    for (const [j, value] of row.entries()) {
      if (value === 0) continue;
      at[next] = j;
      values[next] = value;
      next += 1;
    }
    from[i + 1] = next;
  }
  return { columns, from, at, values };
}

const MOST_STEPS = 30;

/**
 * Logistic regression with a ridge on all columns but the first, which is the constant (le Cessie and van Houwelingen
 * 1992), by Newton's steps, halved where they go too far. The ridge keeps every coefficient finite, whatever is separated.
 */
export function fitRidge(rows: SparseRows, answers: ArrayLike<number>, ridge: number): Float64Array {
  const n = rows.from.length - 1;
  const hits = Array.from(answers).reduce((sum, answer) => sum + answer, 0);
  let at = new Float64Array(rows.columns);
  at[0] = Math.log((hits + 0.5) / (n - hits + 0.5));
  let value = penalised(rows, answers, at, ridge);
  for (let step = 0; step < MOST_STEPS; step++) {
    const way = newtonStep(rows, answers, at, ridge);
    let [length, next, found] = [1, at, Number.POSITIVE_INFINITY];
    for (; length > 1e-4; length /= 2) {
      next = at.map((one, j) => one + length * (way[j] ?? 0));
      found = penalised(rows, answers, next, ridge);
      if (found <= value) break;
    }
    if (!(found <= value)) return at;
    const gained = value - found;
    [at, value] = [next, found];
    if (gained < 1e-8 * (1 + value)) return at;
  }
  return at;
}

export function oddsOf({ from, at, values }: SparseRows, row: number, coefficients: Float64Array): number {
  let sum = 0;
  for (let k = from[row] ?? 0, end = from[row + 1] ?? 0; k < end; k++)
    sum += (values[k] ?? 0) * (coefficients[at[k] ?? 0] ?? 0);
  return sum;
}

/** The negative log-likelihood with its penalty. */
function penalised(rows: SparseRows, answers: ArrayLike<number>, coefficients: Float64Array, ridge: number): number {
  let sum = 0;
  for (let i = 0; i + 1 < rows.from.length; i++) {
    const odds = oddsOf(rows, i, coefficients);
    const own = answers[i] ? -odds : odds;
    sum += Math.max(0, own) + Math.log1p(Math.exp(-Math.abs(own)));
  }
  for (let j = 1; j < coefficients.length; j++) sum += (ridge / 2) * (coefficients[j] ?? 0) ** 2;
  return sum;
}

function newtonStep(
  rows: SparseRows,
  answers: ArrayLike<number>,
  coefficients: Float64Array,
  ridge: number,
): Float64Array {
  const { columns, from, at, values } = rows;
  const [products, slope] = [new Float64Array(columns * columns), new Float64Array(columns)];
  for (let i = 0; i + 1 < from.length; i++) {
    const share = expit(oddsOf(rows, i, coefficients));
    const weight = Math.max(share * (1 - share), 1e-9);
    const miss = (answers[i] ?? 0) - share;
    for (let k = from[i] ?? 0, end = from[i + 1] ?? 0; k < end; k++) {
      const column = at[k] ?? 0;
      const value = values[k] ?? 0;
      slope[column] = (slope[column] ?? 0) + miss * value;
      const line = column * columns;
      for (let m = from[i] ?? 0; m <= k; m++) {
        const place = line + (at[m] ?? 0);
        products[place] = (products[place] ?? 0) + weight * value * (values[m] ?? 0);
      }
    }
  }
  for (let j = 1; j < columns; j++) slope[j] = (slope[j] ?? 0) - ridge * (coefficients[j] ?? 0);
  return solveFactor(factorise(products, columns, ridge), slope);
}
