import type { Equity } from "../../value/equity/equity.ts";
import { type Estimate, isRefusal } from "../../value/estimate.ts";
import { formatAmount } from "../format/amount.ts";
import { countOf, formatCount } from "../format/count.ts";
import { formatGoal, formatRate } from "../format/rate.ts";

const MONTH = 365.25 / 12;

/** So many days as a person says it: "4 weeks", "3 months", "45 days". */
export function timeWords(days: number): string {
  const months = Math.round(days / MONTH);
  if (months >= 2 && Math.abs(days - months * MONTH) < 1) return countOf(months, "month", "months");
  if (days % 7 === 0) return countOf(days / 7, "week", "weeks");
  return countOf(Math.round(days), "day", "days");
}

/** "€412,000 (€380,000 to €447,000)". */
export const between = (
  { value, low, high }: Pick<Estimate, "value" | "low" | "high">,
  format: (value: number) => string,
): string => (low === value && high === value ? format(value) : `${format(value)} (${format(low)} to ${format(high)})`);

export const rounded = (currency: string | null) => (value: number) =>
  formatAmount(Math.abs(value) >= 100 ? Math.round(value) : Math.round(value * 100) / 100, currency);

/** The sentences that matter most. */
export function lead({ equity, again, purchases_ahead, assumed, buyers, currency }: Equity): readonly string[] {
  const ahead = timeWords(assumed.horizon_days);
  const worth = isRefusal(equity)
    ? `In the next ${ahead} your customers will buy ${between(purchases_ahead, formatCount)} times. What that brings in cannot be said. ${equity.reason} What would be needed: ${equity.needed}`
    : `In the next ${ahead} your customers are worth ${between(equity, rounded(currency))}: ${rounded(currency)(equity.value / buyers)} each.`;
  const within = timeWords(again.within_days);
  return [
    worth,
    `Would they buy again now? ${formatRate(again.share.value)} of them will within ${within}: ${between(again.customers, formatCount)} customers.`,
  ];
}

/** What the worth of customers rests on, and which of it the file says itself. */
export function assumptions({ assumed, purchases_ahead, spend, currency, equity }: Equity): readonly string[] {
  const usual = (key: (typeof assumed.said)[number]): string =>
    assumed.said.includes(key) ? "" : " (not in the file: as usual)";
  const sentences = [
    `Purchases to come in ${timeWords(assumed.horizon_days)}${usual("horizon")}: ${between(purchases_ahead, formatCount)}. A purchase is a day with ${assumed.bought.join(" or ")}${usual("bought")}.`,
  ];
  if (isRefusal(spend) || isRefusal(equity)) return sentences;
  const margin = assumed.said.includes("margin")
    ? `${formatGoal(assumed.margin)} of it stays as margin`
    : "all of it counts, because the file names no margin";
  const back = assumed.given_back === 0 ? "" : `, less ${formatRate(assumed.given_back)} that is given back`;
  return [
    ...sentences,
    `A purchase brings in ${between(spend, rounded(currency))}; ${margin}${back}. Later amounts are discounted by ${formatGoal(assumed.discount)} a year${usual("discount")}.`,
  ];
}

/** Stated beside behaved. */
export function statedSentences({ stated, again }: Equity): readonly string[] {
  if (isRefusal(stated)) return [`${stated.reason} What would be needed: ${stated.needed}`];
  const share = (one: Estimate): string => between(one, formatRate);
  const sentences = [
    `${countOf(stated.asked, "customer was", "customers were")} asked whether they would buy again: ${share(stated.yes)} said yes.`,
  ];
  if (stated.behaved_of_yes !== null)
    sentences.push(
      `By what they do, ${share(stated.behaved_of_yes)} of those who said yes will within ${timeWords(again.within_days)}${stated.behaved_of_no === null ? "" : `, and ${share(stated.behaved_of_no)} of those who said no`}.`,
    );
  const { did_after_yes: yes, did_after_no: no } = stated;
  if (yes !== null || no !== null)
    sentences.push(
      `Of those who said so long enough ago, ${[yes && `${share(yes)} of ${formatCount(yes.n)} who said yes`, no && `${share(no)} of ${formatCount(no.n)} who said no`].filter((one) => one !== null).join(", and ")} did buy within that time.`,
    );
  return sentences;
}
