import type { GapInBrief, Quantiles } from "../../gaps/gap.ts";
import type { Axis } from "../format/quantity.ts";

/** Below so many deliveries a density would pretend to know more than it does: each one is a dot. */
export const FEW = 30;

/** A place on the axis; where it differs from case to case, its middle and the stretch that holds most of them. */
export interface Mark {
  readonly at: number;
  readonly from: number;
  readonly to: number;
  readonly varies: boolean;
}

export interface Bin {
  readonly from: number;
  readonly to: number;
  readonly within: number;
  readonly beyond: number;
}

/** Expected, target and delivered of one promise on one axis: all that the signature picture shows, before it is drawn. */
export interface ThreeMarks {
  readonly axis: Axis;
  readonly from: number;
  readonly to: number;
  readonly bins: readonly Bin[];
  /** Deliveries outside the axis, to its left and to its right. */
  readonly below: number;
  readonly above: number;
  /** Broken without ever being answered; they have no place on the axis. */
  readonly never: number;
  /** Deliveries known, on the axis and outside it. */
  readonly delivered: number;
  readonly middle: number | null;
  readonly expected: Mark | null;
  readonly target: Mark | null;
  /** Where people turn, whatever was said: read from what they felt or did. */
  readonly revealed: Mark | null;
}

/** The three marks of a promise; null where nothing can be put on an axis (nothing known, or a plain done or not done). */
export function threeMarks(gap: GapInBrief, currency: string | null, revealed: Mark | null = null): ThreeMarks | null {
  const quantiles = gap.delivered ?? gap.expected ?? gap.target;
  const unit = quantiles?.unit ?? "done";
  if (unit === "done") return null;
  const bins = binsOf(gap);
  const span = spanOf(gap, bins, revealed);
  const width = span.to - span.from;
  const inside = bins.reduce((sum, bin) => sum + bin.within + bin.beyond, 0);
  const below = gap.density?.below ?? 0;
  const above = gap.density?.above ?? 0;
  return {
    axis: { unit, currency },
    ...span,
    bins,
    below,
    above,
    never: gap.kind === "then" ? gap.missed : 0,
    delivered: inside + below + above,
    middle: gap.delivered && gap.delivered.n > 0 ? gap.delivered.p50 : null,
    expected: markOf(gap.expected, width),
    target: markOf(gap.target, width),
    revealed: revealed && { ...revealed, varies: revealed.to - revealed.from > width * 0.02 },
  };
}

function binsOf({ density, delivered }: GapInBrief): Bin[] {
  if (density === null || !(density.to > density.from)) return [];
  const step = (density.to - density.from) / density.within.length;
  // So narrow that nothing can be divided by it.
  if (!Number.isFinite(1 / step)) return [];
  const bins = density.within.map((within, i) => ({
    from: density.from + i * step,
    to: density.from + (i + 1) * step,
    within,
    beyond: density.beyond[i] ?? 0,
  }));
  return delivered?.unit === "times" ? bins.map(aroundWholes).filter((bin) => bin.to > bin.from) : bins;
}

/** A bin that holds the whole numbers from 1 up to but not 3 reaches from half before 1 to half after 2. */
function aroundWholes(bin: Bin): Bin {
  return { ...bin, from: Math.ceil(bin.from) - 0.5, to: Math.ceil(bin.to) - 0.5 };
}

/** The axis holds all bins and the middle of every mark, with a little room beyond the last. */
function spanOf(gap: GapInBrief, bins: readonly Bin[], revealed: Mark | null): { from: number; to: number } {
  const places = [gap.expected?.p50, gap.target?.p50, revealed?.at, bins.length > 0 ? undefined : gap.delivered?.p50];
  const marks = places.filter((place) => place !== undefined);
  const edges = bins.length > 0 ? [bins[0]?.from ?? 0, bins.at(-1)?.to ?? 0] : [];
  const low = Math.min(...marks, ...edges, gap.kind === "then" ? 0 : Number.POSITIVE_INFINITY);
  const high = Math.max(...marks, ...edges);
  const flat = !(high - low > 1e-9 * Math.max(Math.abs(high), Math.abs(low)));
  const room = flat ? Math.max(1, Math.abs(high) * 0.2) : (high - low) * 0.04;
  const tight = edges.length === 0 || marks.some((mark) => mark >= high);
  return { from: marks.some((mark) => mark <= low && mark !== 0) ? low - room : low, to: tight ? high + room : high };
}

function markOf(quantiles: Quantiles | null, width: number): Mark | null {
  if (quantiles === null || quantiles.n === 0) return null;
  return {
    at: quantiles.p50,
    from: quantiles.p10,
    to: quantiles.p90,
    varies: quantiles.p90 - quantiles.p10 > width * 0.02,
  };
}

/** Whether what was delivered is too few for a density. */
export function isFew(marks: ThreeMarks): boolean {
  return marks.delivered < FEW;
}
