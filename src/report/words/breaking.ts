import type { PromiseBreaking } from "../../value/breaking/measure.ts";
import { countOf, formatCount } from "../format/count.ts";
import { formatDuration } from "../format/duration.ts";
import { formatChance } from "../format/rate.ts";
import { lower, upper } from "./sentence.ts";

/** How well it is known which open ones will be broken, for a manager; or why no chances are given. */
export function breakingSentence({ judged }: Pick<PromiseBreaking, "judged">): string {
  if ("kind" in judged) return `no chances are given: ${lower(judged.reason)} Needed: ${lower(judged.needed)}`;
  const { warning, auc, brier, brier_of_base_rate: base, gain } = judged;
  const ends = [gain.low, gain.high].map((end) => formatChance(end / base)).join(" to ");
  const better = `its forecasts missed by ${formatChance(1 - brier / base)} (${ends}) less than the usual share of broken ones would`;
  const order = auc === null ? "" : `, and put the broken before the kept in ${formatChance(auc)} of pairs`;
  const early =
    warning.warned === null || warning.warned === 0
      ? "none of those that broke stood out beforehand"
      : `${share(warning.warned)} of those that broke stood out beforehand${warning.hours === null ? "" : `, half of them ${formatDuration(warning.hours * 3600)} or more before`}`;
  return `on ${countOf(judged.askings, "promise", "promises")} of a later time than it learned from ${better}${order}; ${early}.`;
}

/** What of a promise is open, how much of it will be broken by the chances, and how well that is known. */
export function openSentences({ open, chances, judged }: PromiseBreaking): readonly string[] {
  if (open === 0) return ["Nothing is open."];
  const known = upper(breakingSentence({ judged }));
  if (chances.length === 0) return [`${formatCount(open)} open; ${breakingSentence({ judged })}`];
  const expected = chances.reduce((sum, { chance }) => sum + chance, 0);
  const likely = chances.filter(({ chance }) => chance >= 0.5).length;
  return [
    `${formatCount(open)} open, of which about ${formatCount(Math.round(expected))} will be broken; ${countOf(likely, "is", "are")} more likely broken than kept. Who they are: kept at-risk.`,
    known,
  ];
}

const share = (of: number): string => (of === 1 ? "all" : formatChance(of));
