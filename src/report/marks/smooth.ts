const KERNEL = [1, 4, 6, 4, 1].map((weight) => weight / 16);

/** Counts spread a little over their neighbours, so that a line through them is calm; the sum stays the same. */
export function smooth(counts: readonly number[]): number[] {
  const last = counts.length - 1;
  const spread = counts.map(() => 0);
  counts.forEach((count, i) => {
    KERNEL.forEach((weight, k) => {
      const place = i + k - 2;
      const inside = place < 0 ? -place - 1 : place > last ? 2 * last - place + 1 : place;
      const at = Math.min(last, Math.max(0, inside));
      spread[at] = (spread[at] ?? 0) + count * weight;
    });
  });
  return spread;
}
