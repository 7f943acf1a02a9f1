/** A mean score, always with one digit so that two of them compare: "4.3". */
export function formatScore(mean: number): string {
  return mean.toLocaleString("en-GB", { minimumFractionDigits: 1, maximumFractionDigits: 1 });
}
