const percent = new Intl.NumberFormat("en-GB", {
  style: "percent",
  minimumFractionDigits: 1,
  maximumFractionDigits: 1,
});
const round = new Intl.NumberFormat("en-GB", { style: "percent", maximumFractionDigits: 3 });
const digit = new Intl.NumberFormat("en-GB", { minimumFractionDigits: 1, maximumFractionDigits: 1 });
const points = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 1 });

export const NO_EVIDENCE = "no evidence";

/** A share of 0…1 as per cent; what is not quite all is never shown as all, nor what is not quite nothing as nothing. */
export function formatRate(rate: number | null): string {
  if (rate === null) return NO_EVIDENCE;
  if (rate === 0 || rate === 1) return round.format(rate);
  if (rate > 0.9995 && rate < 1) return ">99.9%";
  if (rate > 0 && rate < 0.0005) return "<0.1%";
  return percent.format(rate);
}

/** A chance in whole per cent, since no forecast is finer: "80%", "over 99%"; nothing that is open is certain. */
export function formatChance(chance: number): string {
  if (chance < 0.01) return "under 1%";
  return chance > 0.99 ? "over 99%" : `${Math.round(chance * 100)}%`;
}

/** A goal as somebody wrote it: "95%", "99.95%". */
export function formatGoal(goal: number): string {
  return round.format(goal);
}

/** "91.6–92.3%". */
export function formatInterval(interval: readonly [number, number] | null): string {
  if (interval === null) return NO_EVIDENCE;
  const [low, high] = interval.map(formatEnd);
  return low === high ? `${low}%` : `${low}–${high}%`;
}

function formatEnd(end: number): string {
  if (end === 0 || end === 1) return String(end * 100);
  if (end < 0.0005) return "<0.1";
  return end > 0.9995 ? ">99.9" : digit.format(end * 100);
}

/** The distance between two rates: "2.1 points". */
export function formatPoints(distance: number): string {
  const words = points.format(Math.abs(distance) * 100);
  return `${words} ${words === "1" ? "point" : "points"}`;
}
