import type { Counts } from "../../gaps/gap.ts";
import { formatGoal, formatPoints, NO_EVIDENCE } from "../format/rate.ts";

/** How a kept rate stands to its goal, as far as the number of cases lets one say. */
export type Standing =
  | { readonly kind: "no-evidence" }
  | { readonly kind: "no-goal" }
  | { readonly kind: "held" | "held-by-chance" | "missed" | "missed-by-chance"; readonly points: number };

export function standingOf(counts: Pick<Counts, "kept_rate" | "kept_rate_interval">, goal: number | null): Standing {
  if (counts.kept_rate === null) return { kind: "no-evidence" };
  if (goal === null) return { kind: "no-goal" };
  const points = counts.kept_rate - goal;
  const [low, high] = counts.kept_rate_interval ?? [0, 1];
  if (points >= 0) return { kind: low >= goal ? "held" : "held-by-chance", points };
  return { kind: high < goal ? "missed" : "missed-by-chance", points };
}

/** "goal 95%: 2.1 points below". */
export function sayStanding(standing: Standing, goal: number | null): string {
  if (goal === null) return standing.kind === "no-evidence" ? NO_EVIDENCE : "no goal set";
  return `goal ${formatGoal(goal)}: ${distanceWords(standing)}`;
}

function distanceWords(standing: Standing): string {
  switch (standing.kind) {
    case "no-evidence":
      return NO_EVIDENCE;
    case "no-goal":
      return "no goal set";
    case "held":
      return standing.points === 0 ? "reached" : `${formatPoints(standing.points)} above`;
    case "held-by-chance":
      return "above, but that may be chance";
    case "missed":
      return `${formatPoints(standing.points)} below`;
    case "missed-by-chance":
      return "below, but that may be chance";
  }
}
