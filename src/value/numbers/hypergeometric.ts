/**
 * Gauss's function ₂F₁(a, b; c; z) for 0 ≤ z < 1 by its series, which ends when a term no longer counts.
 * Quick where a or b is small or z is well below 1; c must not be 0 or a negative whole number.
 */
export function hypergeometric(a: number, b: number, c: number, z: number): number {
  let term = 1;
  let sum = 1;
  for (let n = 0; n < 100_000; n++) {
    term *= (((a + n) * (b + n)) / ((c + n) * (n + 1))) * z;
    sum += term;
    if (Math.abs(term) <= 1e-15 * Math.abs(sum) && n > Math.abs(a) + Math.abs(b)) break;
  }
  return sum;
}

/** The logarithm of ₂F₁(a, b; c; z) for positive a, b and c and 0 ≤ z < 1, also where the function itself is too large. */
export function logHypergeometric(a: number, b: number, c: number, z: number): number {
  let term = 1;
  let sum = 1;
  let scale = 0;
  for (let n = 0; n < 100_000; n++) {
    const ratio = (((a + n) * (b + n)) / ((c + n) * (n + 1))) * z;
    term *= ratio;
    sum += term;
    if (ratio < 1 && term <= 1e-16 * sum) break;
    if (sum > 1e200) {
      scale += Math.log(sum);
      term /= sum;
      sum = 1;
    }
  }
  return scale + Math.log(sum);
}

/**
 * ₂F₁(a, 1; c; z) for c > a > 0 and 0 ≤ z < 1 by Gauss's continued fraction, read from the front (Lentz 1976): some
 * steps where the series would need thousands of terms.
 */
export function hypergeometricOne(a: number, c: number, z: number): number {
  let value = 1;
  let front = 1;
  let back = 0;
  for (let n = 1; n < 10_000; n++) {
    const half = n >> 1;
    const coefficient =
      n % 2 === 1
        ? ((a + half) * (c - 1 + half)) / ((c + n - 2) * (c + n - 1))
        : (half * (c - a + half - 1)) / ((c + n - 2) * (c + n - 1));
    const step = -coefficient * z;
    back = 1 / (1 + step * back);
    front = 1 + step / front;
    const change = front * back;
    value *= change;
    if (Math.abs(change - 1) < 1e-15) break;
  }
  return 1 / value;
}
