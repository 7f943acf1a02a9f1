import type { GapInBrief, Report } from "../../gaps/gap.ts";
import { countOf, formatCount } from "../format/count.ts";
import { formatGoal, formatRate } from "../format/rate.ts";
import { broken, brokenRate, judged, roomOf } from "./counts.ts";

/** The one sentence that matters most, in parts: the promise's own words are kept apart so that a door can set them off. */
export interface Lead {
  readonly before: string;
  readonly says: string | null;
  readonly after: string;
  /** What else there is to know at a glance. */
  readonly then: string | null;
  readonly promise: GapInBrief | null;
}

/** What matters most: the promise that breaks most beyond what its goal leaves room for, by the number of broken ones. */
export function leadOf(report: Report<GapInBrief>): Lead {
  const evident = report.promises.filter((gap) => judged(gap) > 0);
  if (report.promises.length === 0) return plain("No promise is written in the experience file yet.");
  if (evident.length === 0)
    return plain("No evidence: not one promise could be judged yet.", silentWords(report, evident));
  const worst = worstOf(evident);
  if (worst === null) return plain(allKept(evident), silentWords(report, evident));
  const misses = overGoal(worst) > 0;
  const then = [othersMissing(evident, worst), silentWords(report, evident)].filter((part) => part !== null).join(" ");
  return {
    before: misses ? "The promise that breaks most beyond its goal is " : "The promise that breaks most is ",
    says: worst.says,
    after: `${brokenWords(worst)}${goalWords(worst)}`,
    then: then === "" ? null : then,
    promise: worst,
  };
}

/** Those over their goal come first, by how many too many; where none is, the one with most broken. */
function worstOf(evident: readonly GapInBrief[]): GapInBrief | null {
  return evident.filter((gap) => broken(gap) > 0).toSorted(byWeight)[0] ?? null;
}

/** What matters most first: by how many are broken beyond the goal, then by how many are broken. */
export function byWeight(a: GapInBrief, b: GapInBrief): number {
  const beyond = (gap: GapInBrief) => Math.max(0, overGoal(gap));
  return beyond(b) - beyond(a) || broken(b) - broken(a);
}

/** Broken promises beyond what the goal leaves room for; nothing to say without a goal. */
export function overGoal(gap: GapInBrief): number {
  return gap.goal === null ? 0 : broken(gap) - (1 - gap.goal) * judged(gap) - 1e-6;
}

function brokenWords(gap: GapInBrief): string {
  return `: ${formatCount(broken(gap))} of ${formatCount(judged(gap))} were broken (${formatRate(brokenRate(gap))})`;
}

function goalWords(gap: GapInBrief): string {
  if (gap.goal === null) return "; no goal is set.";
  const room = roomOf(gap.goal, judged(gap));
  const holds = overGoal(gap) <= 0 ? ", so it is held" : "";
  return `, where its goal of ${formatGoal(gap.goal)} leaves room for ${formatCount(room)}${holds}.`;
}

function allKept(evident: readonly GapInBrief[]): string {
  const all = evident.reduce((sum, gap) => sum + judged(gap), 0);
  return all === 1 ? "The only promise judged so far was kept." : `All ${formatCount(all)} promises judged were kept.`;
}

function othersMissing(evident: readonly GapInBrief[], worst: GapInBrief): string | null {
  const goals = evident.filter((gap) => gap.goal !== null);
  if (goals.length === 0) return null;
  const missing = goals.filter((gap) => overGoal(gap) > 0);
  if (missing.length === 0) return goals.length === 1 ? null : `All ${goals.length} promises with a goal hold it.`;
  if (missing.length === 1 && missing[0] === worst && goals.length > 1)
    return `The other ${goals.length - 1} with a goal hold it.`;
  return missing.length > 1 ? `${missing.length} of ${goals.length} promises with a goal miss it.` : null;
}

function silentWords(report: Report<GapInBrief>, evident: readonly GapInBrief[]): string | null {
  const silent = report.promises.length - evident.length;
  if (silent === 0 || evident.length === 0) return null;
  return `For ${countOf(silent, "promise", "promises")} there is no evidence.`;
}

function plain(before: string, then: string | null = null): Lead {
  return { before, says: null, after: "", then, promise: null };
}
