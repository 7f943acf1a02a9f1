import type { Quantiles } from "./gap.ts";
import type { Reach } from "./spread.ts";

/** Stretches of equal width on which what was delivered is counted. */
export interface Axis {
  readonly from: number;
  readonly step: number;
  readonly bins: number;
}

const BINS = 60;
/** Of the width: so much beyond a mark is shown even where nearly nobody is there. */
const ROOM = 0.15;

/**
 * From where to where the density of a promise is drawn: it holds what was expected and targeted (but for the tenth at
 * either end) and most of what was delivered. Null where there is nothing to draw, or only done and not done.
 */
export function axisOf(delivered: Reach | null, expected: Quantiles | null, target: Quantiles | null): Axis | null {
  if (delivered === null) return null;
  const { p0_1, p1, p10, p50, p90, p99, p99_9 } = delivered;
  const marks = [expected, target].filter((mark) => mark !== null);
  const highest = Math.max(...marks.map((mark) => mark.p90));
  const lowest = Math.min(...marks.map((mark) => mark.p10));
  const [low, high] = [tail(p50, p10, p1, p0_1), tail(p50, p90, p99, p99_9)];
  switch (delivered.unit) {
    case "done":
      return null;
    case "times":
      return wholes(Math.ceil(Math.max(high, highest + 1)));
    case "seconds": {
      // Waiting begins at nothing.
      const from = Math.min(0, ...marks.map((mark) => mark.p50));
      const to = Math.max(high, highest);
      return stretch(from, roomBeyond(highest, to, to - from));
    }
    case "amount": {
      const [from, to] = [Math.min(low, lowest), Math.max(high, highest)];
      return stretch(roomBeyond(lowest, from, from - to), roomBeyond(highest, to, to - from));
    }
  }
}

/**
 * How far most reach to one side: as far as the hundredth, but no more than three times as far from the middle as the
 * tenth; where nearly all have the same, as far as the few that have not.
 */
function tail(middle: number, tenth: number, hundredth: number, thousandth: number): number {
  if (tenth === middle) return hundredth === middle ? thousandth : hundredth;
  const far = middle + 3 * (tenth - middle);
  return tenth > middle ? Math.min(hundredth, far) : Math.max(hundredth, far);
}

/** The end of the axis, moved outwards where a mark stands at it. */
const roomBeyond = (mark: number, end: number, width: number): number => (mark === end ? end + ROOM * width : end);

function stretch(from: number, to: number): Axis | null {
  if (!Number.isFinite(to - from)) return null;
  if (to > from) return { from, step: (to - from) / BINS, bins: BINS };
  const half = Math.max(0.5, Math.abs(from) * 0.1);
  return { from: from - half, step: (2 * half) / BINS, bins: BINS };
}

/** Whole numbers from 0 up to `highest`, each in the middle of its stretch or several in one. */
function wholes(highest: number): Axis {
  const count = Math.max(1, highest) + 1;
  const step = Math.ceil(count / BINS);
  return { from: -0.5, step, bins: Math.ceil(count / step) };
}
