import { type Interval, percentileInterval } from "./interval.ts";
import type { Random } from "./random.ts";

/**
 * Counts of a sample as they would come out if as many were drawn again (Efron 1979): each cell's count becomes
 * Poisson with that mean, which for whole cells is the usual bootstrap with the total left free.
 */
export function redrawCounts(counts: ArrayLike<number>, random: Random): Float64Array {
  const out = new Float64Array(counts.length);
  for (let i = 0; i < counts.length; i++) {
    const mean = counts[i] ?? 0;
    // Beyond a thousand the normal distribution differs by less than chance could show.
    out[i] = mean > 1000 ? Math.max(0, Math.round(mean + Math.sqrt(mean) * random.normal())) : random.poisson(mean);
  }
  return out;
}

/** Places of n items drawn with replacement. */
export function redrawPlaces(n: number, random: Random): Int32Array {
  return Int32Array.from({ length: n }, () => random.below(n));
}

/**
 * The interval of a figure by drawing again `times` over. `figure` is given nothing but its own chance to draw from and
 * may give null where a draw cannot carry it; null where fewer than 20 draws could.
 */
export function bootstrapInterval(
  value: number,
  times: number,
  draw: () => number | null,
  level = 0.95,
): Interval | null {
  const draws: number[] = [];
  for (let i = 0; i < times; i++) {
    const one = draw();
    if (one !== null) draws.push(one);
  }
  return percentileInterval(value, draws, level);
}
