import type { PromiseBreaking } from "../../value/breaking/measure.ts";
import { formatDuration } from "../format/duration.ts";
import { formatChance } from "../format/rate.ts";

/** How well it is known which open ones will be broken, for a manager; or why no chances are given. */
export function breakingSentence({ judged }: Pick<PromiseBreaking, "judged">): string {
  if ("kind" in judged) return `no chances are given: ${lower(judged.reason)} Needed: ${lower(judged.needed)}`;
  const { warning, auc, brier, brier_of_base_rate: base } = judged;
  const better = `its forecasts missed by ${formatChance(1 - brier / base)} less than the usual share of broken ones would`;
  const order = auc === null ? "" : `, and put the broken before the kept in ${formatChance(auc)} of pairs`;
  const early =
    warning.warned === null || warning.warned === 0
      ? "none of those that broke stood out beforehand"
      : `${share(warning.warned)} of those that broke stood out beforehand${warning.hours === null ? "" : `, half of them ${formatDuration(warning.hours * 3600)} or more before`}`;
  return `in a later time than it learned from ${better}${order}; ${early}.`;
}

const share = (of: number): string => (of === 1 ? "all" : formatChance(of));
const lower = (sentence: string): string => sentence.charAt(0).toLowerCase() + sentence.slice(1);
