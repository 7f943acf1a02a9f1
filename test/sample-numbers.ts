import type { Counts, Density, Mean, PromiseGap, Quantiles, Slice } from "../src/gaps/gap.ts";

/** The same numbers in every run, evenly spread over 0…1. */
export function dice(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

export function wilson(kept: number, judged: number): readonly [number, number] | null {
  if (judged === 0) return null;
  const z = 1.959964;
  const rate = kept / judged;
  const middle = rate + z ** 2 / (2 * judged);
  const half = z * Math.sqrt((rate * (1 - rate)) / judged + z ** 2 / (4 * judged ** 2));
  const whole = 1 + z ** 2 / judged;
  return [Math.max(0, (middle - half) / whole), Math.min(1, (middle + half) / whole)];
}

export function counts(kept: number, late = 0, missed = 0, open = 0, excused = 0): Counts {
  const judged = kept + late + missed;
  const asked = judged + open + excused;
  const kept_rate = judged > 0 ? kept / judged : null;
  return { asked, kept, late, missed, open, excused, kept_rate, kept_rate_interval: wilson(kept, judged) };
}

export function quantiles(unit: Quantiles["unit"], values: readonly number[]): Quantiles | null {
  if (values.length === 0) return null;
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return { unit, n: values.length, mean, p10: at(0.1), p50: at(0.5), p90: at(0.9), p99: at(0.99) };
}

export interface Delivery {
  readonly delivered: number;
  readonly expected: number;
}

export function density(deliveries: readonly Delivery[], from: number, to: number, bins: number): Density {
  const within = Array.from({ length: bins }, () => 0);
  const beyond = Array.from({ length: bins }, () => 0);
  let below = 0;
  let above = 0;
  for (const { delivered, expected } of deliveries) {
    const bin = Math.floor(((delivered - from) / (to - from)) * bins);
    const side = delivered <= expected ? within : beyond;
    if (delivered < from) below += 1;
    else if (bin >= bins) above += 1;
    else side[bin] = (side[bin] ?? 0) + 1;
  }
  return { from, to, within, beyond, below, above };
}

export function slice(key: string | null, from: Counts, delivered_p50: number | null, felt: Mean): Slice {
  return { key, ...from, delivered_p50, felt };
}

const NO_FELT: PromiseGap["felt"] = { kept: { mean: null, n: 0 }, broken: { mean: null, n: 0 }, scale: null };

/** A promise about which nothing is known; everything else is said on top of it. */
export function emptyPromise(promise: string, says: string, kind: PromiseGap["kind"]): PromiseGap {
  return {
    ...counts(0),
    promise,
    says,
    kind,
    made: { at: null, how: null, quote: null },
    journey: null,
    team: null,
    touchpoint: null,
    outside: false,
    unpromised: 0,
    unmeasured: 0,
    goal: null,
    budget: null,
    on_target: 0,
    off_target: 0,
    target_rate: null,
    delivered: null,
    expected: null,
    target: null,
    distance: { delivered_minus_expected: null, delivered_minus_target: null, target_minus_expected: null },
    density: null,
    felt: NO_FELT,
    by_occasion: [],
    by_month: [],
    by_team: [],
    by_touchpoint: [],
    by_property: {},
    legs: null,
  };
}
