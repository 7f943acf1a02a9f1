import type { DesignMatrix } from "./design-matrix.ts";

/**
 * All that least squares needs to know of its rows: sums of products. They can be added up, taken away and made in SQL,
 * so that a fit costs the same whatever the number of rows. `products` is X′WX, row after row; `answers` is X′Wy.
 */
export interface Sums {
  readonly size: number;
  readonly products: Float64Array;
  readonly answers: Float64Array;
  /** y′Wy. */
  squares: number;
  /** Sum of weights. */
  weight: number;
  count: number;
}

export const noSums = (size: number): Sums => ({
  size,
  products: new Float64Array(size * size),
  answers: new Float64Array(size),
  squares: 0,
  weight: 0,
  count: 0,
});

/** Where a row's numbers are not 0: of yes-no columns most are. Used again for every row. */
let filled = new Int32Array(64);

/** Adds one row of a matrix with its answer; only the lower triangle of the products is kept. */
export function addRow(sums: Sums, { values, columns }: DesignMatrix, row: number, answer: number, weight = 1): void {
  if (filled.length < columns) filled = new Int32Array(2 * columns);
  const from = row * columns;
  const { products, answers } = sums;
  let count = 0;
  for (let j = 0; j < columns; j++) {
    const value = values[from + j] as number;
    if (value === 0) continue;
    filled[count++] = j;
    const own = weight * value;
    answers[j] = (answers[j] as number) + own * answer;
    const line = j * columns;
    for (let i = 0; i < count; i++) {
      const k = filled[i] as number;
      products[line + k] = (products[line + k] as number) + own * (values[from + k] as number);
    }
  }
  sums.squares += weight * answer * answer;
  sums.weight += weight;
  sums.count += 1;
}

/** `sign` 1 adds the other's sums, −1 takes them away. */
export function addSums(sums: Sums, other: Sums, sign: 1 | -1 = 1): void {
  for (let i = 0; i < sums.products.length; i++)
    sums.products[i] = (sums.products[i] ?? 0) + sign * (other.products[i] ?? 0);
  for (let i = 0; i < sums.answers.length; i++)
    sums.answers[i] = (sums.answers[i] ?? 0) + sign * (other.answers[i] ?? 0);
  sums.squares += sign * other.squares;
  sums.weight += sign * other.weight;
  sums.count += sign * other.count;
}

/** A column that adds less than this share of itself to those before it says nothing new. */
const NOTHING_NEW = 1e-9;

/** X′WX = L L′, with zero columns for those of X that are made up of others; the lower triangle is read. */
export interface Factor {
  readonly size: number;
  readonly lower: Float64Array;
  readonly used: readonly boolean[];
}

/** Cholesky's factor; `ridge` is added to the diagonal of all columns but the first, which is the constant. */
export function factorise(products: Float64Array, size: number, ridge = 0): Factor {
  const lower = new Float64Array(size * size);
  const used: boolean[] = [];
  for (let j = 0; j < size; j++) {
    const own = (products[j * size + j] ?? 0) + (j === 0 ? 0 : ridge);
    let pivot = own;
    for (let k = 0; k < j; k++) pivot -= (lower[j * size + k] ?? 0) ** 2;
    used.push(pivot > NOTHING_NEW * own && pivot > 0);
    if (!used[j]) continue;
    const root = Math.sqrt(pivot);
    lower[j * size + j] = root;
    for (let i = j + 1; i < size; i++) {
      let sum = products[i * size + j] ?? 0;
      for (let k = 0; k < j; k++) sum -= (lower[i * size + k] ?? 0) * (lower[j * size + k] ?? 0);
      lower[i * size + j] = sum / root;
    }
  }
  return { size, lower, used };
}

/** The coefficients that solve the equations; 0 for columns that say nothing new. */
export function solveFactor({ size, lower, used }: Factor, answers: ArrayLike<number>): Float64Array {
  const solved = new Float64Array(size);
  for (let i = 0; i < size; i++) {
    if (!used[i]) continue;
    let sum = answers[i] ?? 0;
    for (let k = 0; k < i; k++) sum -= (lower[i * size + k] ?? 0) * (solved[k] ?? 0);
    solved[i] = sum / (lower[i * size + i] ?? 1);
  }
  for (let i = size - 1; i >= 0; i--) {
    if (!used[i]) continue;
    let sum = solved[i] ?? 0;
    for (let k = i + 1; k < size; k++) if (used[k]) sum -= (lower[k * size + i] ?? 0) * (solved[k] ?? 0);
    solved[i] = sum / (lower[i * size + i] ?? 1);
  }
  return solved;
}
