import { type AdjustedEstimate, OUTCOMES, type OutcomeCost, type PromiseCost } from "../../value/cost/cost.ts";
import type { Estimate } from "../../value/estimate.ts";
import { formatAmount } from "../format/amount.ts";
import { countOf, formatCount, formatNumber } from "../format/count.ts";
import { formatRate } from "../format/rate.ts";
import { lower } from "./sentence.ts";

/** What customers feel, do and bring in afterwards, in the words of a table's head. */
export const OUTCOME_WORDS: Readonly<Record<OutcomeCost["outcome"], string>> = {
  felt: "Felt score",
  bought: "Buy again",
  received: "Brings in",
};

/** A difference with its sign: "−1.02", "−18.4 in 100", "−€35". */
export function formatDifference(value: number, unit: OutcomeCost["unit"], currency: string | null): string {
  const size = sizeOf(Math.abs(value), unit, currency);
  return isNothing(size) ? size : `${value < 0 ? "−" : "+"}${size}`;
}

function sizeOf(size: number, unit: OutcomeCost["unit"], currency: string | null): string {
  switch (unit) {
    case "points":
      return size.toFixed(2);
    case "share":
      return `${(100 * size).toFixed(1)} in 100`;
    case "amount":
      return formatAmount(size >= 10 ? Math.round(size) : Math.round(100 * size) / 100, currency);
  }
}

const isNothing = (size: string): boolean => !/[1-9]/.test(size.replace(" in 100", ""));

/** "−1.08 to −0.95". */
export const formatEnds = ({ low, high }: Estimate, unit: OutcomeCost["unit"], currency: string | null): string =>
  `${formatDifference(low, unit, currency)} to ${formatDifference(high, unit, currency)}`;

/** Whether the interval leaves no room for "no difference". */
export const isProven = ({ low, high }: Estimate): boolean => low > 0 || high < 0;

/** The figure to rely on: adjusted where it could be, else as it was seen; null where there is none. */
export const bestOf = ({ adjusted, naive }: OutcomeCost): Estimate | null =>
  adjusted.kind === "estimate" ? adjusted : naive.kind === "estimate" ? naive : null;

/** One outcome in a sentence for a manager. */
export function costSentence(cost: OutcomeCost, currency: string | null, days: number): string {
  const { adjusted, naive, unit } = cost;
  if (naive.kind === "refusal")
    return `${ABOUT[cost.outcome]} it cannot be known: ${lower(naive.reason)} Needed: ${lower(naive.needed)}`;
  const { smallest_seen } = cost;
  if (adjusted.kind === "refusal")
    return `${ABOUT[cost.outcome]} those it was broken for differ by ${formatDifference(naive.value, unit, currency)} (${formatEnds(naive, unit, currency)}), but how much of that is the promise's doing cannot be known: ${lower(adjusted.reason)}${smallest_seen === null ? "" : ` The smallest difference that could have been seen is ${sizeOf(smallest_seen, unit, currency)}.`} Needed: ${lower(adjusted.needed)}`;
  const then = `${level(adjusted.means.broken, cost, currency)} instead of ${level(adjusted.means.had_it_been_kept, cost, currency)}`;
  const seen = `as they are they differ by ${formatDifference(naive.value, unit, currency)} (${formatEnds(naive, unit, currency)})`;
  if (!isProven(adjusted))
    return `${ABOUT[cost.outcome]} no proof of an effect: between ${formatDifference(adjusted.low, unit, currency)} and ${formatDifference(adjusted.high, unit, currency)}; the smallest that could have been seen is ${sizeOf(adjusted.smallest_seen, unit, currency)}; ${seen}.`;
  return `${verbOf(cost, adjusted.value, currency, days)} (95% interval ${formatEnds(adjusted, unit, currency)}): ${then}, compared with kept ones that were alike beforehand; ${seen}.`;
}

const ABOUT: Readonly<Record<OutcomeCost["outcome"], string>> = {
  felt: "In felt score",
  bought: "In buying again",
  received: "In what they bring in",
};

function level(mean: number, { unit }: OutcomeCost, currency: string | null): string {
  switch (unit) {
    case "points":
      return mean.toFixed(2);
    case "share":
      return formatRate(Math.min(1, Math.max(0, mean)));
    case "amount":
      return formatAmount(Math.round(100 * mean) / 100, currency);
  }
}

function verbOf({ outcome, unit }: OutcomeCost, value: number, currency: string | null, days: number): string {
  const size = sizeOf(Math.abs(value), unit, currency);
  const less = value < 0;
  switch (outcome) {
    case "felt":
      return `A broken one ${less ? "costs" : "adds"} ${size} points of felt score`;
    case "bought":
      return `Of those it was broken for ${size} ${less ? "fewer" : "more"} buy again within ${Math.round(days)} days`;
    case "received":
      return `A broken one brings in ${size} ${less ? "less" : "more"} within ${Math.round(days)} days`;
  }
}

/** What speaks for trusting a figure less, and what was left out; nothing where all is as it should be. */
export function costNotes(cost: OutcomeCost): string[] {
  const { apart, adjusted, n } = cost;
  const notes = [
    apart.waiting > 0 && n.broken > 0
      ? `${formatRate(apart.waiting / n.broken)} of the scores of those it was broken for were given while they still waited: they judge the waiting.`
      : null,
    apart.before.broken + apart.before.kept > 0 && cost.outcome === "felt"
      ? `${countOf(apart.before.broken + apart.before.kept, "score", "scores")} came before it was settled and ${apart.before.broken + apart.before.kept === 1 ? "is" : "are"} left out.`
      : null,
    ...(adjusted.kind === "estimate" ? trustNotes(adjusted) : []),
  ];
  return notes.filter((note) => note !== null);
}

const ALIKE = 0.1;

function trustNotes(adjusted: AdjustedEstimate): (string | null)[] {
  const { without_like, compared, worst_balance, separated, sample, sensitivity } = adjusted;
  return [
    isProven(adjusted)
      ? `To explain it away, something that nobody wrote down would have to make both the breaking and this ${formatNumber(Number(sensitivity.e_value_interval.toFixed(1)))} times as likely (E-value), or explain ${formatRate(sensitivity.robustness_interval)} of what is left of both (robustness value).`
      : null,
    without_like > 0
      ? `${formatCount(without_like)} of ${formatCount(without_like + compared)} broken ones have no kept one like them and are left out.`
      : null,
    worst_balance > ALIKE
      ? `The two sides are still not quite alike in ${worstOf(adjusted)} (${worst_balance.toFixed(2)} standard deviations apart; up to ${ALIKE.toFixed(2)} counts as alike): read it with care.`
      : null,
    separated ? "Something known beforehand all but decides whether it breaks; the fit was held back (ridge)." : null,
    sample === null
      ? null
      : `The adjusted figure is of a part of the customers, with ${formatCount(sample)} promises; the other is of all.`,
  ];
}

/** What the two sides are least alike in. */
function worstOf({ balance, worst_balance }: AdjustedEstimate): string {
  const worst = balance.find(({ after }) => Math.abs(after) === worst_balance);
  return worst === undefined ? "one thing known beforehand" : `“${worst.name}”`;
}

/** The compact line of a report: "felt score −1.01 · buy again −18.4 in 100 · brings in −€35"; null where nothing is proven. */
export function costBrief(cost: PromiseCost, currency: string | null, withEnds = false): string | null {
  const parts = OUTCOMES.flatMap((outcome) => {
    const { adjusted, unit } = cost[outcome];
    if (adjusted.kind !== "estimate" || !isProven(adjusted)) return [];
    const ends = withEnds ? ` (${formatEnds(adjusted, unit, currency)})` : "";
    return `${OUTCOME_WORDS[outcome].toLowerCase()} ${formatDifference(adjusted.value, unit, currency)}${ends}`;
  });
  return parts.length === 0 ? null : parts.join(" · ");
}
