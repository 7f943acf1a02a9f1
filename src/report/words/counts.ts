import type { Counts } from "../../gaps/gap.ts";

export function broken(counts: Counts): number {
  return counts.late + counts.missed;
}

export function judged(counts: Counts): number {
  return counts.kept + counts.late + counts.missed;
}

/** Share broken of those judged; null where nothing was judged. */
export function brokenRate(counts: Counts): number | null {
  return counts.kept_rate === null ? null : 1 - counts.kept_rate;
}
