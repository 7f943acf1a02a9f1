import type { Counts } from "../../gaps/gap.ts";
import { standingOf } from "../words/standing.ts";
import type { Ink } from "./ink.ts";

/** A kept rate on a line that ends at 100 %: "──━━●━──│", the goal upright; as wide as told. */
export function rateLine(counts: Counts, goal: number | null, from: number, width: number, ink: Ink): string {
  if (counts.kept_rate === null || counts.kept_rate_interval === null) return " ".repeat(width);
  const column = (rate: number) =>
    Math.min(width - 1, Math.max(0, Math.round(((rate - from) / (1 - from)) * (width - 1))));
  const paint = ink.standing(standingOf(counts, goal));
  const [low, high] = counts.kept_rate_interval.map(column) as [number, number];
  const at = column(counts.kept_rate);
  const goalAt = goal === null ? -1 : column(goal);
  return Array.from({ length: width }, (_, i) => {
    if (i === at) return paint("●");
    if (i === goalAt) return "│";
    return i >= low && i <= high ? paint("━") : ink.soft("─");
  }).join("");
}
