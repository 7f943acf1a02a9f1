/**
 * The closest curve to some means that only ever falls, or only ever rises (pool adjacent violators: Ayer et al. 1955).
 * `means` in the order of the axis, `weights` how many each is of; the same number of values comes back.
 */
export function isotonic(
  means: readonly number[],
  weights: readonly number[] = means.map(() => 1),
  direction: "rising" | "falling" = "rising",
): number[] {
  const sign = direction === "rising" ? 1 : -1;
  const pools: { sum: number; weight: number; length: number }[] = [];
  for (const [i, mean] of means.entries()) {
    const weight = weights[i] ?? 0;
    let pool = { sum: sign * mean * weight, weight, length: 1 };
    for (let last = pools.at(-1); last !== undefined && level(last) >= level(pool); last = pools.at(-1)) {
      pools.pop();
      pool = { sum: last.sum + pool.sum, weight: last.weight + pool.weight, length: last.length + pool.length };
    }
    pools.push(pool);
  }
  return pools.flatMap((pool) => Array.from({ length: pool.length }, () => sign * level(pool)));
}

const level = ({ sum, weight }: { readonly sum: number; readonly weight: number }): number => sum / weight;
