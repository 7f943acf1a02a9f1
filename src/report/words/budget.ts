import type { PromiseGap } from "../../gaps/gap.ts";
import { formatCount, formatNumber } from "../format/count.ts";
import { formatGoal, formatRate } from "../format/rate.ts";
import { broken, judged, roomOf } from "./counts.ts";

/** What the goal leaves room for and how much of it is used; null without a goal. */
export function budgetSentence(gap: PromiseGap): string | null {
  if (gap.goal === null || gap.budget === null) return null;
  if (judged(gap) === 0)
    return `The goal is ${formatGoal(gap.goal)}; nothing was judged, so nothing of the budget is used.`;
  const room = roomOf(gap.goal, judged(gap));
  const left = `The goal of ${formatGoal(gap.goal)} leaves room for ${formatCount(room)} broken of ${formatCount(judged(gap))}`;
  const used = gap.budget.used === null ? "" : `, ${formatTimes(gap.budget.used)} the budget`;
  return `${left}; ${formatCount(broken(gap))} were broken${used}.`;
}

/** What the burn of the last hours and days asks for; null where it asks for nothing. */
export function alertSentence(gap: PromiseGap): string | null {
  switch (gap.budget?.alert ?? null) {
    case "page":
      return "The budget burns so fast now that somebody should be called.";
    case "ticket":
      return "The budget burns faster than it lasts: somebody should look into it in the next days.";
    case null:
      return null;
  }
}

/** A burn rate: "1.6×" is 1.6 times as fast as the budget lasts. */
export function formatBurn(rate: number | null): string {
  return rate === null ? "no evidence" : `${formatNumber(Math.round(rate * 100) / 100)}×`;
}

function formatTimes(share: number): string {
  return share <= 2 ? `${formatRate(share)} of` : `${formatNumber(Math.round(share * 10) / 10)} times`;
}
