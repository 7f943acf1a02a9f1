import { factorise, noSums, type Sums, solveFactor } from "../numbers/normal-equations.ts";
import type { Correlations } from "./importance.ts";

/** Scores that were given after the same promises had been broken: which (places in a list), the score, and how many. */
export interface Pattern {
  readonly broken: readonly number[];
  readonly score: number;
  readonly n: number;
}

/** Sums of products over the patterns: the constant, one yes-no for each promise, and the score. */
export function sumPatterns(patterns: readonly Pattern[], promises: number, counts: ArrayLike<number>): Sums {
  const sums = noSums(promises + 1);
  const size = promises + 1;
  for (const [i, { broken, score }] of patterns.entries()) {
    const n = counts[i] as number;
    if (n === 0) continue;
    const columns = [0, ...broken.map((place) => place + 1)];
    for (const j of columns) {
      sums.answers[j] = (sums.answers[j] as number) + n * score;
      for (const k of columns) if (k <= j) sums.products[j * size + k] = (sums.products[j * size + k] as number) + n;
    }
    sums.squares += n * score * score;
    sums.weight += n;
    sums.count += n;
  }
  return sums;
}

/** Correlations of the promises' breaking with one another and with the score; 0 for those that never vary. */
export function correlationsOf({ size, products, answers, squares, weight }: Sums): Correlations | null {
  const mean = (answers[0] as number) / weight;
  const spread = squares / weight - mean ** 2;
  if (!(spread > 1e-12 * (1 + mean ** 2))) return null;
  const share = (j: number): number => (products[j * size] as number) / weight;
  const scale = (j: number): number => Math.sqrt(share(j) * (1 - share(j)));
  const places = Array.from({ length: size - 1 }, (_, i) => i + 1);
  const among = places.map((j) =>
    places.map((k) => {
      if (j === k) return 1;
      const both = (products[Math.max(j, k) * size + Math.min(j, k)] as number) / weight;
      const size2 = scale(j) * scale(k);
      return size2 > 0 ? (both - share(j) * share(k)) / size2 : 0;
    }),
  );
  const answer = places.map((j) => {
    const size2 = scale(j) * Math.sqrt(spread);
    return size2 > 0 ? ((answers[j] as number) / weight - share(j) * mean) / size2 : 0;
  });
  return { among, with: answer };
}

/** How much lower the score is where each promise was broken, the others held equal: least squares. */
export function slopesOf(sums: Sums): readonly number[] {
  return [...solveFactor(factorise(sums.products, sums.size), sums.answers)].slice(1);
}
