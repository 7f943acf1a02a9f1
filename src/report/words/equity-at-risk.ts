import { GRADE_WORDS, isRefusal, type Refusal } from "../../value/estimate.ts";
import type { EquityAtRisk } from "../../value/findings/equity-at-risk.ts";
import type { Fall } from "../../value/findings/fall.ts";
import { countOf } from "../format/count.ts";
import { formatRate } from "../format/rate.ts";
import { between, rounded } from "./equity.ts";

/** What of the worth of customers is at risk, and how that is known, for a manager. */
export function equityAtRiskSentences(found: EquityAtRisk | Refusal, currency: string | null): readonly string[] {
  if (isRefusal(found))
    return [`What of it is at risk cannot be said. ${found.reason} What would be needed: ${found.needed}`];
  const { customers, equity, at_risk, falls } = found;
  if (customers === 0) return ["Nobody is short of anything, or likely to be: nothing of it is at risk."];
  const amount = rounded(currency);
  const share = equity.value > 0 ? `, ${formatRate(at_risk.value / equity.value)} of that` : "";
  return [
    `${between(equity, amount)} of it belongs to ${countOf(customers, "customer who is", "customers who are")} short of something, or likely to be; ${between(at_risk, amount)} is at risk${share}. That is grade ${at_risk.grade}${at_risk.grade === "E" ? ", as the least known of it" : ""} (${GRADE_WORDS[at_risk.grade]}).`,
    `What a broken promise takes of it ${fallWords(falls)}.`,
    "What broke longer ago than the window for buying again already shows in what they bought since, and takes nothing more.",
  ];
}

/** Each promise that puts something at risk: what it says, how much, the same in words, and what a broken one takes. */
export const atRiskRows = ({ by_promise, falls }: EquityAtRisk, currency: string | null) =>
  by_promise
    .filter(({ at_risk }) => at_risk > 0)
    .map(({ promise, at_risk, low, high }) => {
      const fall = falls.find((one) => one.promise === promise);
      const takes = fall === undefined ? "" : ofOne(fall, currency);
      return {
        promise,
        says: fall?.says ?? promise,
        at_risk,
        amount: between({ value: at_risk, low, high }, rounded(currency)),
        takes,
      };
    });

/** What one broken promise takes: "24.1% (9.8% to 38%) of what they bring in". */
function ofOne({ source, share, amount }: Fall, currency: string | null): string {
  const of = share === null ? "" : between(share, formatRate);
  switch (source) {
    case "received":
      return `${of} of what they bring in`;
    case "bought":
      return `${of} of their buying again`;
    case "declared":
      return `${rounded(currency)(amount ?? 0)}, as declared`;
    case "none":
      return "not known";
  }
}

function fallWords(falls: readonly Fall[]): string {
  const of = (source: Fall["source"]) => falls.filter((one) => one.source === source);
  const parts = [
    ["is known from what customers bring in for", of("received")],
    ["from whether they buy again for", of("bought")],
    ["is declared in the file (worth) for", of("declared")],
    ["is not known, and so counted as nothing, for", of("none")],
  ] as const;
  return parts
    .filter(([, some]) => some.length > 0)
    .map(([words, some]) => `${words} ${namesOf(some)}`)
    .join("; ");
}

/** A few by what they say; of many how many they are, for each stands in its own row. */
const namesOf = (falls: readonly Fall[]): string =>
  falls.length > NAMED ? countOf(falls.length, "promise", "promises") : falls.map(({ says }) => `“${says}”`).join(", ");

const NAMED = 3;
