/** The 97.5th percentile of the normal distribution. */
const Z = 1.959963984540054;

/**
 * Within which shares the true one lies, at 95 %, when `hits` of `n` were seen; null when nothing was.
 * Wilson's score interval, JASA 22 (1927); it stays inside 0…1 and is right for few cases and for shares near the ends.
 */
export function wilson(hits: number, n: number): readonly [number, number] | null {
  if (n === 0) return null;
  const share = hits / n;
  const middle = share + Z ** 2 / (2 * n);
  const half = Z * Math.sqrt((share * (1 - share)) / n + Z ** 2 / (4 * n ** 2));
  const whole = 1 + Z ** 2 / n;
  // Rounding would leave a hair between the end and 0 or 1.
  const low = hits === 0 ? 0 : (middle - half) / whole;
  const high = hits === n ? 1 : (middle + half) / whole;
  return [low, high];
}
