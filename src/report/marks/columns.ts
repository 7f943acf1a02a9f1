import type { Bin } from "./three-marks.ts";

/** The same counts in another number of equal stretches; a bin on a border is shared out by how much of it lies where. */
export function columnsOf(bins: readonly Bin[], from: number, to: number, count: number): Bin[] {
  const step = (to - from) / count;
  return Array.from({ length: count }, (_, i) => {
    const start = from + i * step;
    const end = start + step;
    let within = 0;
    let beyond = 0;
    for (const bin of bins) {
      const share = (Math.min(bin.to, end) - Math.max(bin.from, start)) / (bin.to - bin.from);
      if (share <= 0) continue;
      within += bin.within * share;
      beyond += bin.beyond * share;
    }
    return { from: start, to: end, within, beyond };
  });
}
