import { EigenvalueDecomposition, Matrix } from "ml-matrix";

/** Correlations of some causes with one another and with what they explain: p × p and p. */
export interface Correlations {
  readonly among: readonly (readonly number[])[];
  readonly with: readonly number[];
}

/** A cause that the others make up all but so little of explains nothing of its own. */
const NOTHING_NEW = 1e-9;
/** All subsets of the causes are looked at: 2 to the power of these. */
export const MOST_CAUSES = 14;

/**
 * What share of the variance each cause explains, averaged over all orders in which they could be brought in: the shares
 * add up to R². Lindeman, Merenda and Gold 1980 (as in relaimpo: Grömping, Journal of Statistical Software 17, 2006).
 */
export function lmg(correlations: Correlations): readonly number[] {
  const p = correlations.with.length;
  if (p > MOST_CAUSES) throw new Error(`${p} causes have too many orders`);
  const explained = explainedBySubset(correlations);
  const weights = Array.from({ length: p }, (_, size) => (factorial(size) * factorial(p - 1 - size)) / factorial(p));
  return correlations.with.map((_, cause) => {
    let share = 0;
    for (let subset = 0; subset < explained.length; subset++) {
      if (subset & (1 << cause)) continue;
      const gain = (explained[subset | (1 << cause)] as number) - (explained[subset] as number);
      share += (weights[bitsIn(subset)] as number) * gain;
    }
    return share;
  });
}

/** R² of every subset of the causes, by the bits of its number; the matrix is swept one cause at a time. */
function explainedBySubset({ among, with: answer }: Correlations): Float64Array {
  const p = answer.length;
  const size = p + 1;
  const start = new Float64Array(size * size);
  for (let i = 0; i < p; i++) {
    for (let j = 0; j < p; j++) start[i * size + j] = among[i]?.[j] ?? 0;
    start[i * size + p] = start[p * size + i] = answer[i] ?? 0;
  }
  start[size * size - 1] = 1;
  const explained = new Float64Array(1 << p);
  const walk = (matrix: Float64Array, subset: number, from: number): void => {
    explained[subset] = 1 - (matrix[size * size - 1] as number);
    for (let cause = from; cause < p; cause++) walk(without(matrix, size, cause), subset | (1 << cause), cause + 1);
  };
  walk(start, 0, 0);
  return explained;
}

/** What is left of all when one cause is taken out of it (a step of Gauss's elimination). */
function without(matrix: Float64Array, size: number, cause: number): Float64Array {
  const pivot = matrix[cause * size + cause] as number;
  if (!(pivot > NOTHING_NEW)) return matrix;
  const left = matrix.slice();
  for (let i = 0; i < size; i++) {
    const share = (matrix[i * size + cause] as number) / pivot;
    if (share === 0) continue;
    for (let j = 0; j < size; j++)
      left[i * size + j] = (left[i * size + j] as number) - share * (matrix[cause * size + j] as number);
  }
  return left;
}

function factorial(n: number): number {
  let product = 1;
  for (let i = 2; i <= n; i++) product *= i;
  return product;
}

function bitsIn(subset: number): number {
  let count = 0;
  for (let left = subset; left > 0; left >>= 1) count += left & 1;
  return count;
}

/**
 * Relative weights: what each cause explains through causes that are as like them as can be and do not overlap; they
 * add up to R² too. Johnson, Multivariate Behavioral Research 35 (2000).
 */
export function relativeWeights({ among, with: answer }: Correlations): readonly number[] {
  const p = answer.length;
  if (p === 0) return [];
  const { realEigenvalues, eigenvectorMatrix: q } = new EigenvalueDecomposition(
    new Matrix(among.map((row) => [...row])),
    {
      assumeSymmetric: true,
    },
  );
  const roots = realEigenvalues.map((one) => (one > NOTHING_NEW ? Math.sqrt(one) : 0));
  const between = (power: (root: number) => number): Matrix =>
    q.mmul(Matrix.diag(roots.map((root) => (root === 0 ? 0 : power(root))))).mmul(q.transpose());
  const loadings = between((root) => root);
  const slopes = between((root) => 1 / root).mmul(Matrix.columnVector([...answer]));
  return answer.map((_, cause) =>
    answer.reduce((sum, _, k) => sum + loadings.get(cause, k) ** 2 * slopes.get(k, 0) ** 2, 0),
  );
}
