import { gradientAt } from "./derivatives.ts";
import { nelderMead } from "./nelder-mead.ts";
import type { Minimum, Objective } from "./objective.ts";

export interface MinimiseOptions {
  /** Relative to the size of the value. */
  readonly tolerance?: number;
  readonly steps?: number;
  /** Whether a simplex goes on where the steps get stuck; it takes thousands of looks. True where nothing is said. */
  readonly simplex?: boolean;
  /** The slope, where it is known better than by differences. */
  readonly gradient?: ((at: readonly number[]) => readonly number[]) | undefined;
}

/**
 * The lowest point near a start: quasi-Newton steps (BFGS: Nocedal and Wright, Numerical Optimization, 2006, chapter 6)
 * with slopes by central differences, and a simplex (Nelder and Mead 1965) where they get stuck.
 */
export function minimise(f: Objective, start: readonly number[], options: MinimiseOptions = {}): Minimum {
  const first = bfgs(f, start, options);
  if (first.converged || options.simplex === false) return first;
  const rough = nelderMead(f, first.at);
  const again = bfgs(f, rough.at, options);
  const best = again.value <= rough.value ? again : rough;
  const evaluations = first.evaluations + rough.evaluations + again.evaluations;
  return { ...best, converged: rough.converged, evaluations };
}

/** The lowest of the minima found from several starts. */
export function minimiseFrom(
  f: Objective,
  starts: readonly (readonly number[])[],
  options: MinimiseOptions = {},
): Minimum {
  const found = starts.map((start) => minimise(f, start, options)).sort((a, b) => a.value - b.value);
  const best = found[0];
  if (best === undefined) throw new Error("a minimum is looked for from no start");
  return { ...best, evaluations: found.reduce((sum, { evaluations }) => sum + evaluations, 0) };
}

const dot = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((sum, one, i) => sum + one * (b[i] ?? 0), 0);

function bfgs(f: Objective, start: readonly number[], options: MinimiseOptions): Minimum {
  const { tolerance = 1e-10, steps = 200 } = options;
  let evaluations = 1;
  const slopeAt = (at: readonly number[]): readonly number[] => {
    if (options.gradient) return options.gradient(at);
    evaluations += 2 * at.length;
    return gradientAt(f, at);
  };
  let at = start;
  let value = f(at);
  if (!Number.isFinite(value)) return { at, value, converged: false, evaluations };
  let slope = slopeAt(at);
  let inverse = identity(at.length);
  let idle = 0;
  for (let step = 0; step < steps; step++) {
    if (!slope.every(Number.isFinite)) return { at, value, converged: false, evaluations };
    let way = inverse.map((row) => -dot(row, slope));
    if (dot(way, slope) >= 0) [inverse, way] = [identity(at.length), slope.map((one) => -one)];
    const next = searchLine(f, at, value, slope, way);
    evaluations += next.evaluations;
    if (next.at === at) {
      // The slope by differences is no better than rounding here: nothing below can be found.
      return { at, value, converged: -dot(way, slope) <= Math.sqrt(tolerance) * (1 + Math.abs(value)), evaluations };
    }
    const nextSlope = slopeAt(next.at);
    inverse = updateInverse(inverse, difference(next.at, at), difference(nextSlope, slope));
    idle = value - next.value <= tolerance * (1 + Math.abs(value)) ? idle + 1 : 0;
    [at, value, slope] = [next.at, next.value, nextSlope];
    if (idle === 2) return { at, value, converged: true, evaluations };
  }
  return { at, value, converged: false, evaluations };
}

const difference = (a: readonly number[], b: readonly number[]): number[] => a.map((one, i) => one - (b[i] ?? 0));
const identity = (n: number): number[][] =>
  Array.from({ length: n }, (_, i) => Array.from({ length: n }, (_, j) => (i === j ? 1 : 0)));

/** Halves the step until it goes down enough (Armijo); at most two units a step, since parameters are logarithms. */
function searchLine(
  f: Objective,
  at: readonly number[],
  value: number,
  slope: readonly number[],
  way: readonly number[],
): { readonly at: readonly number[]; readonly value: number; readonly evaluations: number } {
  const longest = Math.max(...way.map(Math.abs));
  let length = longest > 2 ? 2 / longest : 1;
  const fall = dot(way, slope);
  for (let evaluations = 1; evaluations <= 40; evaluations++, length /= 2) {
    const tried = at.map((one, i) => one + length * (way[i] ?? 0));
    const found = f(tried);
    if (found <= value + 1e-4 * length * fall && found < value) return { at: tried, value: found, evaluations };
  }
  return { at, value, evaluations: 40 };
}

/** The BFGS update of the inverse Hessian; left as it is where the curvature is not positive. */
function updateInverse(inverse: number[][], step: readonly number[], turn: readonly number[]): number[][] {
  const curvature = dot(step, turn);
  if (!(curvature > 1e-12)) return inverse;
  const turned = inverse.map((row) => dot(row, turn));
  const weight = (1 + dot(turn, turned) / curvature) / curvature;
  return inverse.map((row, i) =>
    row.map((one, j) => {
      const [si, sj] = [step[i] ?? 0, step[j] ?? 0];
      return one + weight * si * sj - ((turned[i] ?? 0) * sj + si * (turned[j] ?? 0)) / curvature;
    }),
  );
}
