import type { Minimum, Objective } from "./objective.ts";

/**
 * The lowest point by a simplex that walks, stretches and shrinks: needs no slope.
 * Nelder and Mead, Computer Journal 7 (1965), with the coefficients that fit the dimension (Gao and Han 2012).
 */
export function nelderMead(
  f: Objective,
  start: readonly number[],
  options: { readonly steps?: number; readonly spread?: number; readonly tolerance?: number } = {},
): Minimum {
  const { steps = 400 * start.length, spread = 0.25, tolerance = 1e-11 } = options;
  const n = start.length;
  const [stretch, shorten, shrink] = [1 + 2 / n, 0.75 - 1 / (2 * n), 1 - 1 / n || 0.5];
  let evaluations = 0;
  const point = (at: readonly number[]): Vertex => {
    evaluations += 1;
    const value = f(at);
    return { at, value: Number.isNaN(value) ? Number.POSITIVE_INFINITY : value };
  };
  const corners = [point(start), ...start.map((_, i) => point(start.map((one, j) => (i === j ? one + spread : one))))];
  for (let step = 0; step < steps; step++) {
    corners.sort((a, b) => a.value - b.value);
    const [best, worst, second] = [corners[0] as Vertex, corners[n] as Vertex, corners[n - 1] as Vertex];
    if (isFlat(corners, tolerance)) return { ...best, converged: Number.isFinite(best.value), evaluations };
    const middle = start.map((_, i) => corners.slice(0, n).reduce((sum, { at }) => sum + (at[i] ?? 0), 0) / n);
    const along = (length: number): Vertex => point(middle.map((one, i) => one + length * (one - (worst.at[i] ?? 0))));
    const mirrored = along(1);
    const next = choose(mirrored, { best, second, worst }, along, stretch, shorten);
    if (next) corners[n] = next;
    else
      for (let i = 1; i <= n; i++)
        corners[i] = point(best.at.map((one, j) => one + shrink * ((corners[i]?.at[j] ?? 0) - one)));
  }
  corners.sort((a, b) => a.value - b.value);
  return { ...(corners[0] as Vertex), converged: false, evaluations };
}

interface Vertex {
  readonly at: readonly number[];
  readonly value: number;
}

/** The corner that takes the worst one's place; undefined where the simplex must shrink. */
function choose(
  mirrored: Vertex,
  { best, second, worst }: { readonly best: Vertex; readonly second: Vertex; readonly worst: Vertex },
  along: (length: number) => Vertex,
  stretch: number,
  shorten: number,
): Vertex | undefined {
  if (mirrored.value < best.value) {
    const further = along(stretch);
    return further.value < mirrored.value ? further : mirrored;
  }
  if (mirrored.value < second.value) return mirrored;
  const nearer = along(mirrored.value < worst.value ? shorten : -shorten);
  return nearer.value < Math.min(mirrored.value, worst.value) ? nearer : undefined;
}

/** Flat in value and small in extent: either alone stops too early. */
function isFlat(corners: readonly Vertex[], tolerance: number): boolean {
  const best = corners[0] as Vertex;
  const worst = corners[corners.length - 1] as Vertex;
  if (!(worst.value - best.value <= tolerance * (1 + Math.abs(best.value)))) return false;
  return corners.every(({ at }) => at.every((one, i) => Math.abs(one - (best.at[i] ?? 0)) < 1e-5));
}
