import { isRefusal } from "../../value/estimate.ts";
import type { Exchange, Exchanges } from "../../value/exchange/exchange.ts";
import { countOf, formatCount } from "../format/count.ts";
import { formatScore } from "../format/score.ts";
import { between, rounded } from "./equity.ts";
import { lower } from "./sentence.ts";

/** Heads of the table in which value given stands beside value received. */
export const EXCHANGE_HEADS = [
  "",
  "Customers",
  "Promises kept",
  "broken",
  "Given",
  "Withheld",
  "Received",
  "Said last",
] as const;

/** One line of it; what is not known is a dash, and is said below. */
export function exchangeCells(one: Exchange, name: string, currency: string | null): readonly string[] {
  const amount = rounded(currency);
  const worth = (figure: Exchange["given"]): string => (isRefusal(figure) ? "–" : amount(figure.value));
  return [
    name,
    formatCount(one.customers),
    formatCount(one.kept),
    formatCount(one.broken),
    worth(one.given),
    worth(one.withheld),
    typeof one.received === "number" ? amount(one.received) : "–",
    one.felt.mean === null ? "–" : formatScore(one.felt.mean),
  ];
}

/** All lines: by occasion where there are any, and everybody. */
export const exchangeRows = (
  { whole, by_occasion }: Exchanges,
  currency: string | null,
): readonly (readonly string[])[] => [
  ...by_occasion.map((one) => exchangeCells(one, one.name === "" ? "no occasion" : one.name, currency)),
  exchangeCells(whole, "everybody", currency),
];

/** What the figures are, and what nobody knows. */
export function exchangeNotes({ whole, unpriced }: Exchanges): readonly string[] {
  const { given, received } = whole;
  return [
    isRefusal(given)
      ? `What customers were given cannot be said in money. ${given.reason} What would be needed: ${given.needed}`
      : `Given is each promise that was kept, at what a broken one is held to cost: measured, or else declared (grade ${given.grade}); withheld is the same of the broken ones.${unpricedWords(unpriced)}`,
    typeof received === "number"
      ? "Received is what came in so far, less what was given back."
      : `What was received cannot be said. ${received.reason} What would be needed: ${received.needed}`,
  ];
}

const unpricedWords = (unpriced: readonly string[]): string =>
  unpriced.length === 0
    ? ""
    : ` Nobody knows what keeping these is worth, so they count nothing: ${unpriced.join(", ")}.`;

/** One customer's side and ours in a sentence. */
export function exchangeSentence(one: Exchange, currency: string | null): string {
  const { given, withheld, received } = one;
  const amount = rounded(currency);
  const promises = `${countOf(one.kept, "promise was", "promises were")} kept for them and ${formatCount(one.broken)} broken`;
  const worth =
    isRefusal(given) || isRefusal(withheld)
      ? `, of which nobody knows the worth (needed: ${isRefusal(given) ? lower(given.needed).replace(/\.$/, "") : ""})`
      : `: given ${between(given, amount)}, withheld ${amount(withheld.value)}, as far as it is known`;
  const got =
    typeof received === "number" ? `received from them ${amount(received)}` : "what was received is not declared";
  return `${promises}${worth}; ${got}.`;
}
