import type { Part } from "../../gaps/gap.ts";
import { inOrder } from "../chart/trend.ts";
import { formatMonth } from "../format/moment.ts";
import { formatPoints } from "../format/rate.ts";
import { judged } from "./counts.ts";

/** The kept rate of the last month against the one before, of months in which enough was judged to say so. */
export interface Move {
  /** Difference of two rates, 0…1. */
  readonly points: number;
  /** "2026-09". */
  readonly since: string;
}

/** With fewer judged a month swings by chance alone. */
const ENOUGH = 10;

export function moveOf(months: readonly Part[]): Move | null {
  const [before, last] = inOrder(months)
    .filter((month) => judged(month) >= ENOUGH)
    .slice(-2);
  if (before?.key == null || last === undefined) return null;
  return { points: (last.kept_rate ?? 0) - (before.kept_rate ?? 0), since: before.key };
}

/** "2.1 points less than in Sep 2026". */
export function sayMove({ points, since }: Move): string {
  const size = formatPoints(points);
  if (size.startsWith("0 ")) return `as in ${formatMonth(since)}`;
  return `${size} ${points > 0 ? "more" : "less"} than in ${formatMonth(since)}`;
}
