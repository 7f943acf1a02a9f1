import type { Foreseen } from "../numbers/auc.ts";

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
