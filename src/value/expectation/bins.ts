/** Rows alike in what matters: how far short of expected it was (within a stretch), and what was felt or done. */
export interface Cell {
  readonly occasion: string;
  /** The stretch ends at `bin` × step, inclusive, as being on time is. */
  readonly bin: number;
  /** Mean of how far short; below 0 is better than expected. */
  readonly x: number;
  readonly y: number;
  readonly n: number;
}

/** Sums over each stretch of the axis, in its order; x counted in steps. Everything that a fit needs. */
export interface Bins {
  readonly step: number;
  readonly ends: Float64Array;
  readonly n: Float64Array;
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly xx: Float64Array;
  readonly xy: Float64Array;
  /** Over all stretches. */
  readonly yy: number;
  readonly total: number;
}

/** Adds cells up by stretch. `counts` stand for the cells' own, so that a sample can be drawn again. */
export function binsOf(cells: readonly Cell[], step: number, counts?: ArrayLike<number>): Bins {
  const places = [...new Set(cells.map(({ bin }) => bin))].sort((a, b) => a - b);
  const placeOf = new Map(places.map((bin, i) => [bin, i]));
  const empty = (): Float64Array => new Float64Array(places.length);
  const [n, x, y, xx, xy] = [empty(), empty(), empty(), empty(), empty()];
  let [yy, total] = [0, 0];
  for (const [i, cell] of cells.entries()) {
    const count = counts?.[i] ?? cell.n;
    const place = placeOf.get(cell.bin) ?? 0;
    const at = cell.x / step;
    n[place] = (n[place] ?? 0) + count;
    x[place] = (x[place] ?? 0) + count * at;
    y[place] = (y[place] ?? 0) + count * cell.y;
    xx[place] = (xx[place] ?? 0) + count * at ** 2;
    xy[place] = (xy[place] ?? 0) + count * at * cell.y;
    yy += count * cell.y ** 2;
    total += count;
  }
  return { step, ends: Float64Array.from(places), n, x, y, xx, xy, yy, total };
}

/** Sums over all that lies beyond the end of each stretch, and at last over everything. */
export interface Beyond {
  readonly n: Float64Array;
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly xx: Float64Array;
  readonly xy: Float64Array;
}

/** Place i holds the sums of the stretches after the i-th; place −1 is the last of the array: everything. */
export function beyondOf(bins: Bins): Beyond {
  return { n: after(bins.n), x: after(bins.x), y: after(bins.y), xx: after(bins.xx), xy: after(bins.xy) };
}

function after(values: Float64Array): Float64Array {
  const out = new Float64Array(values.length + 1);
  let sum = 0;
  for (let i = values.length - 1; i >= 0; i--) {
    out[i] = sum;
    sum += values[i] ?? 0;
  }
  out[values.length] = sum;
  return out;
}
