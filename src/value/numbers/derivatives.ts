import { CholeskyDecomposition, EigenvalueDecomposition, Matrix } from "ml-matrix";
import type { Objective } from "./objective.ts";

/** The slope of f in each direction, by central differences. */
export function gradientAt(f: Objective, at: readonly number[]): number[] {
  return at.map((one, i) => {
    const step = 6e-6 * Math.max(1, Math.abs(one));
    return (f(moved(at, i, step)) - f(moved(at, i, -step))) / (2 * step);
  });
}

/** The curvature of f: second differences in all pairs of directions. */
export function hessianAt(f: Objective, at: readonly number[]): number[][] {
  const steps = at.map((one) => 1e-3 * Math.max(1, Math.abs(one)));
  const here = f(at);
  const second = (i: number, j: number): number => {
    const [si, sj] = [steps[i] ?? 0, steps[j] ?? 0];
    if (i === j) {
      const near = f(moved(at, i, si)) + f(moved(at, i, -si)) - 2 * here;
      const far = f(moved(at, i, 2 * si)) + f(moved(at, i, -2 * si)) - 2 * here;
      return (16 * near - far) / (12 * si ** 2);
    }
    const corner = (a: number, b: number): number => f(moved(moved(at, i, a * si), j, b * sj));
    return (corner(1, 1) - corner(1, -1) - corner(-1, 1) + corner(-1, -1)) / (4 * si * sj);
  };
  const half = at.map((_, i) => at.map((_, j) => (j <= i ? second(i, j) : 0)));
  return half.map((row, i) => row.map((one, j) => (j <= i ? one : (half[j]?.[i] ?? 0))));
}

/**
 * Covariance of the parameters at the minimum of a negative log-likelihood: the inverse of its curvature.
 * Null where the likelihood is flat there, so that the parameters cannot be told apart.
 */
export function covarianceAt(f: Objective, at: readonly number[]): number[][] | null {
  const hessian = hessianAt(f, at);
  if (!hessian.every((row) => row.every(Number.isFinite))) return null;
  return invertPositive(hessian);
}

type Slope = (at: readonly number[]) => readonly number[];

/** The curvature from the slope: first differences of it, the same in both directions. */
function hessianOf(slope: Slope, at: readonly number[]): number[][] {
  const rows = at.map((one, i) => {
    const step = 1e-4 * Math.max(1, Math.abs(one));
    const [up, down] = [slope(moved(at, i, step)), slope(moved(at, i, -step))];
    return up.map((value, j) => (value - (down[j] ?? 0)) / (2 * step));
  });
  return rows.map((row, i) => row.map((one, j) => (one + (rows[j]?.[i] ?? 0)) / 2));
}

/** The least curvature that is taken at its word: a parameter that is known to a factor of e⁵ is as good as not known. */
const FLAT = 1 / 25;

/** The same for logarithms of parameters where some direction may be flat: nothing is known worse than to a factor of e⁵. */
export function flatCovarianceAt(f: Objective, at: readonly number[], slope?: Slope): number[][] | null {
  const hessian = slope === undefined ? hessianAt(f, at) : hessianOf(slope, at);
  if (!hessian.every((row) => row.every(Number.isFinite))) return null;
  const { eigenvectorMatrix, realEigenvalues } = new EigenvalueDecomposition(new Matrix(hessian), {
    assumeSymmetric: true,
  });
  const spreads = Matrix.diag(realEigenvalues.map((one) => 1 / Math.max(one, FLAT)));
  return eigenvectorMatrix.mmul(spreads).mmul(eigenvectorMatrix.transpose()).to2DArray();
}

/** The inverse of a symmetric matrix that is positive definite; null where it is not. */
export function invertPositive(matrix: readonly (readonly number[])[]): number[][] | null {
  const cholesky = new CholeskyDecomposition(new Matrix(matrix.map((row) => [...row])));
  if (!cholesky.isPositiveDefinite()) return null;
  const inverse = cholesky.solve(Matrix.eye(matrix.length)).to2DArray();
  return inverse.every((row) => row.every(Number.isFinite)) ? inverse : null;
}

/** Standard error of a figure computed from parameters (delta method): √(g′ V g). */
export function errorOf(figure: Objective, at: readonly number[], covariance: readonly (readonly number[])[]): number {
  const slope = gradientAt(figure, at);
  const variance = covariance.reduce(
    (sum, row, i) => sum + row.reduce((part, one, j) => part + one * (slope[i] ?? 0) * (slope[j] ?? 0), 0),
    0,
  );
  return Math.sqrt(Math.max(0, variance));
}

const moved = (at: readonly number[], i: number, step: number): number[] =>
  at.map((one, j) => (i === j ? one + step : one));
