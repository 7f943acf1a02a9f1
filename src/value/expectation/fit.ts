import { type Beyond, type Bins, beyondOf } from "./bins.ts";
import type { Form, FormKind } from "./form.ts";

/** On either side of a turn there must be so many, and such a share of all. */
export const LEAST_BESIDE = 10;
export const LEAST_SHARE = 0.01;
/** Two hinges are looked for at so many places, in pairs; one at every place. */
const PAIRED = 60;

/** Each with the standard deviation beside them. */
const PARAMETERS: Readonly<Record<FormKind, number>> = { none: 1, linear: 2, step: 3, hinge: 3, "two hinges": 4 };

/** Least squares on one regressor z and a constant, from sums. */
interface Regressor {
  readonly z: number;
  readonly zz: number;
  readonly zy: number;
}

export interface Best {
  readonly rss: number;
  readonly level: number;
  readonly slope: number;
  readonly turns: number;
  readonly ends: number | null;
  /** Between these it makes no difference. */
  readonly between: readonly [number, number];
}

/**
 * All forms by least squares, each at its best turn; turns are looked for at the ends of stretches that have enough on
 * both sides (Muggeo 2003 and Hansen 2000 for the forms; here every place is tried, so that no start matters).
 */
export function fitForms(bins: Bins): readonly Form[] {
  const beyond = beyondOf(bins);
  const context = { bins, beyond, all: bins.n.length };
  const places = turningPlaces(bins, beyond);
  const one = bestOf(places, (place) => stepAt(context, place));
  const hinge = bestOf(places, (place) => hingeAt(context, place));
  const two = bestPair(context, thinned(places));
  const line = lineOf(context);
  const forms = [
    formOf(bins, "none", flat(context)),
    ...(line === null ? [] : [formOf(bins, "linear", line)]),
    ...(one === null ? [] : [formOf(bins, "step", one)]),
    ...(hinge === null ? [] : [formOf(bins, "hinge", hinge)]),
    ...(two === null ? [] : [formOf(bins, "two hinges", two)]),
  ];
  return forms;
}

/** The best fit of a form for each place at which it could turn. */
export function fitAt(bins: Bins, beyond: Beyond, kind: FormKind): readonly Best[] {
  const context = { bins, beyond, all: bins.n.length };
  const places = turningPlaces(bins, beyond);
  const some = thinned(places);
  const fits = (): readonly (Best | null)[] => {
    switch (kind) {
      case "none":
      case "linear":
        return [];
      case "step":
        return places.map((place) => stepAt(context, place));
      case "hinge":
        return places.map((place) => hingeAt(context, place));
      case "two hinges":
        return some.map((first, i) => bestOf(some.slice(i + 1), (second) => rampAt(context, first, second)));
    }
  };
  return fits().filter((fit) => fit !== null);
}

/** The form with the lowest BIC; of equals the simplest. */
export function choose(forms: readonly Form[]): Form | undefined {
  return forms.reduce<Form | undefined>(
    (best, form) => (best === undefined || form.bic < best.bic - 1e-6 ? form : best),
    undefined,
  );
}

interface Context {
  readonly bins: Bins;
  readonly beyond: Beyond;
  readonly all: number;
}

/** Ends of stretches with enough on both sides. */
function turningPlaces({ total, n }: Bins, beyond: Beyond): readonly number[] {
  const least = Math.max(LEAST_BESIDE, LEAST_SHARE * total);
  return Array.from(n, (_, i) => i).filter((i) => {
    const right = beyond.n[i] ?? 0;
    return right >= least && total - right >= least;
  });
}

const thinned = (places: readonly number[]): readonly number[] => {
  const every = Math.ceil(places.length / PAIRED);
  return places.filter((_, i) => i % every === 0);
};

function flat({ bins, beyond, all }: Context): Best {
  const mean = (beyond.y[all] ?? 0) / bins.total;
  return {
    rss: rest(bins.yy - bins.total * mean ** 2, bins),
    level: mean,
    slope: 0,
    turns: 0,
    ends: null,
    between: [0, 0],
  };
}

function lineOf(context: Context): Best | null {
  const { beyond, all } = context;
  return regress(context, { z: beyond.x[all] ?? 0, zz: beyond.xx[all] ?? 0, zy: beyond.xy[all] ?? 0 }, 0, null);
}

function stepAt(context: Context, place: number): Best | null {
  const { bins, beyond } = context;
  const [n, y] = [beyond.n[place] ?? 0, beyond.y[place] ?? 0];
  const end = bins.ends[place] ?? 0;
  const next = bins.ends[place + 1] ?? end + 1;
  // Where nobody is, nothing can be told apart: it turns somewhere up to where the next stretch begins.
  return regress(context, { z: n, zz: n, zy: y }, (end + next - 1) / 2, null, [end, next - 1]);
}

function hingeAt(context: Context, place: number): Best | null {
  const at = context.bins.ends[place] ?? 0;
  return regress(context, bent(context.beyond, place, at), at, null);
}

/** Sums of (x − at) for those beyond the place. */
function bent({ n, x, y, xx, xy }: Beyond, place: number, at: number): Regressor {
  const [count, sum] = [n[place] ?? 0, x[place] ?? 0];
  return {
    z: sum - at * count,
    zz: (xx[place] ?? 0) - 2 * at * sum + at ** 2 * count,
    zy: (xy[place] ?? 0) - at * (y[place] ?? 0),
  };
}

/** From one place to another: 0 before, 1 after, a line between. */
function rampAt(context: Context, first: number, second: number): Best | null {
  const { bins, beyond } = context;
  const [from, to] = [bins.ends[first] ?? 0, bins.ends[second] ?? 0];
  const width = to - from;
  const near = bent(beyond, first, from);
  const far = bent(beyond, second, from);
  const [n, y] = [beyond.n[second] ?? 0, beyond.y[second] ?? 0];
  const z = {
    z: (near.z - far.z) / width + n,
    zz: (near.zz - far.zz) / width ** 2 + n,
    zy: (near.zy - far.zy) / width + y,
  };
  return regress(context, z, from, to);
}

function regress(
  { bins, beyond, all }: Context,
  { z, zz, zy }: Regressor,
  turns: number,
  ends: number | null,
  between: readonly [number, number] = [turns, turns],
): Best | null {
  const { total, yy } = bins;
  const y = beyond.y[all] ?? 0;
  const spread = zz - z ** 2 / total;
  if (!(spread > 1e-9 * Math.max(1, zz))) return null;
  const slope = (zy - (z * y) / total) / spread;
  const level = (y - slope * z) / total;
  return { rss: rest(yy - y ** 2 / total - slope ** 2 * spread, bins), level, slope, turns, ends, between };
}

/** What is left over is never less than what rounding leaves. */
const rest = (rss: number, { yy }: Bins): number => Math.max(rss, 1e-12 * Math.max(yy, 1e-12));

function bestOf(places: readonly number[], lay: (place: number) => Best | null): Best | null {
  let best: Best | null = null;
  for (const place of places) {
    const found = lay(place);
    if (found !== null && (best === null || found.rss < best.rss)) best = found;
  }
  return best;
}

function bestPair(context: Context, places: readonly number[]): Best | null {
  let best: Best | null = null;
  for (const [i, first] of places.entries())
    for (const second of places.slice(i + 1)) {
      const found = rampAt(context, first, second);
      if (found !== null && (best === null || found.rss < best.rss)) best = found;
    }
  return best;
}

function formOf({ total, step }: Bins, kind: FormKind, { rss, level, slope, turns, ends }: Best): Form {
  const perUnit = kind === "linear" || kind === "hinge";
  return {
    kind,
    level,
    change: perUnit ? slope / step : slope,
    turns: kind === "none" || kind === "linear" ? null : turns * step,
    ends: ends === null ? null : ends * step,
    rss,
    bic: total * Math.log(rss / total) + PARAMETERS[kind] * Math.log(total),
  };
}
