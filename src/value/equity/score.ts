/** What was foreseen of some customers, and what happened. Columns of equal length; `customers` are as many as share a row. */
export interface Foreseen {
  readonly foreseen: Float64Array;
  readonly happened: Float64Array;
  readonly customers: Float64Array;
}

/** How far what was foreseen lay from what happened. */
export interface Errors {
  readonly foreseen: number;
  readonly happened: number;
  /** Mean distance, and the root of the mean square of it. */
  readonly mae: number;
  readonly rmse: number;
  /** How much of the order was right: −1…1; 0 where one of the two does not vary. */
  readonly correlation: number;
}

export function errorsOf({ foreseen, happened, customers }: Foreseen): Errors {
  const sums = { n: 0, f: 0, h: 0, away: 0, square: 0, ff: 0, hh: 0, fh: 0 };
  for (let i = 0; i < foreseen.length; i++) {
    const [f, h, n] = [foreseen[i] ?? 0, happened[i] ?? 0, customers[i] ?? 0];
    sums.n += n;
    sums.f += n * f;
    sums.h += n * h;
    sums.away += n * Math.abs(f - h);
    sums.square += n * (f - h) ** 2;
    sums.ff += n * f * f;
    sums.hh += n * h * h;
    sums.fh += n * f * h;
  }
  const { n } = sums;
  const within = (both: number, one: number, other: number): number => Math.max(0, both - (one * other) / n);
  const spread = Math.sqrt(within(sums.ff, sums.f, sums.f) * within(sums.hh, sums.h, sums.h));
  return {
    foreseen: sums.f,
    happened: sums.h,
    mae: sums.away / n,
    rmse: Math.sqrt(sums.square / n),
    correlation: spread > 0 ? (sums.fh - (sums.f * sums.h) / n) / spread : 0,
  };
}

/**
 * The chance that of two customers, one who did and one who did not, the one who did was given the higher chance; equal
 * chances count half (Hanley and McNeil 1982). Null where all did or none.
 */
export function aucOf({ foreseen, happened, customers }: Foreseen): number | null {
  const order = Array.from(foreseen.keys()).sort((a, b) => (foreseen[a] ?? 0) - (foreseen[b] ?? 0));
  let [below, won, did, didNot] = [0, 0, 0, 0];
  for (let start = 0; start < order.length; ) {
    const level = foreseen[order[start] ?? 0];
    let [yes, no] = [0, 0];
    let end = start;
    for (; end < order.length && foreseen[order[end] ?? 0] === level; end++) {
      const i = order[end] ?? 0;
      yes += (happened[i] ?? 0) * (customers[i] ?? 0);
      no += (1 - (happened[i] ?? 0)) * (customers[i] ?? 0);
    }
    won += yes * (below + no / 2);
    below += no;
    did += yes;
    didNot += no;
    start = end;
  }
  return did === 0 || didNot === 0 ? null : won / (did * didNot);
}
