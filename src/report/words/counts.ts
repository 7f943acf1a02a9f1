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

/** How many broken promises a goal leaves room for; a hair of arithmetic (1 − 0.9 is a little less than 0.1) costs nobody a place. */
export function roomOf(goal: number, judged: number): number {
  return Math.floor((1 - goal) * judged + 1e-6);
}
