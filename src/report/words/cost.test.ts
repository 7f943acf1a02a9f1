import { expect, test } from "vitest";
import { adjustedOf, SAMPLE_COSTS, SAMPLE_DRIVERS } from "../../../test/sample-costs.ts";
import { SAMPLE } from "../../../test/sample-report.ts";
import { valueText } from "../value-text.ts";
import { costBrief, costNotes, costSentence, formatDifference } from "./cost.ts";

const [first, second] = SAMPLE_COSTS;
if (first === undefined || second === undefined) throw new Error("the sample has no costs");
const plain = (text: string): string => text.replaceAll("\u00a0", " ");

test("a difference has its sign and unit, and nothing has none", () => {
  expect([-1.04, 0.5, 0.001].map((value) => formatDifference(value, "points", null))).toEqual([
    "−1.04",
    "+0.50",
    "0.00",
  ]);
  expect(formatDifference(-0.184, "share", null)).toBe("−18.4 in 100");
  expect([-34.6, 2.5].map((value) => formatDifference(value, "amount", "EUR"))).toEqual(["−€35", "+€2.50"]);
});

test("what is proven is said with what it would have been", () => {
  expect(costSentence(first.felt, "EUR", 91)).toBe(
    "A broken one costs 1.04 points of felt score (95% interval −1.14 to −0.94): 3.07 instead of 4.11, compared with kept ones that were alike beforehand; as they are they differ by −1.16 (−1.26 to −1.06).",
  );
  const bought = { ...first.bought, adjusted: adjustedOf(-0.155, 0.046, { broken: 0.551, had_it_been_kept: 0.706 }) };
  expect(costSentence(bought, "EUR", 91)).toContain(
    "Of those it was broken for 15.5 in 100 fewer buy again within 91 days",
  );
});

test("what is not proven is no proof of nothing", () => {
  expect(costSentence(first.bought, "EUR", 91)).toBe(
    "In buying again no proof of an effect: between −6.6 in 100 and +2.6 in 100; the smallest that could have been seen is 6.4 in 100; as they are they differ by −9.3 in 100 (−13.1 in 100 to −5.5 in 100).",
  );
});

test("what cannot be known is said with the reason and what is needed", () => {
  expect(costSentence(first.received, "EUR", 91)).toBe(
    "In what they bring in those it was broken for differ by −€16 (−€24 to −€8.20), but how much of that is the promise's doing cannot be known: no overlap: 300 of 412 broken ones have no kept one like them in what was known beforehand. The smallest difference that could have been seen is €11. Needed: kept promises to customers, in places and at times like those where it was broken.",
  );
  expect(costSentence(second.felt, "EUR", 91)).toBe(
    "In felt score it cannot be known: it was never broken: there is nobody to compare with. Needed: broken ones.",
  );
});

test("what speaks for trusting it less is told", () => {
  const notes = costNotes(first.felt).map(plain).join(" ");
  expect(notes).toContain(
    "19.9% of the scores of those it was broken for were given while they still waited: they judge the waiting.",
  );
  expect(notes).toContain("3 scores came before it was settled and are left out.");
  expect(notes).toContain("1.7 times as likely (E-value), or explain 8.0% of what is left of both (robustness value).");
  expect(notes).toContain("12 of 826 broken ones have no kept one like them");
  expect(notes).toContain(
    "not quite alike in “region: <b>Oulu</b>” (0.16 standard deviations apart; up to 0.10 counts as alike)",
  );
  expect(notes).toContain("10,210 promises");
});

test("the brief line holds what is proven and nothing else", () => {
  expect(costBrief(first, "EUR")).toBe("felt score −1.04");
  expect(costBrief(first, "EUR", true)).toBe("felt score −1.04 (−1.14 to −0.94)");
  expect(costBrief(second, "EUR")).toBeNull();
});

test("drivers stand beside the adjusted cost, and how far Johnson's weights differ is said", () => {
  const { experience, as_of, timezone } = SAMPLE;
  const value = { experience, as_of, timezone, currency: "EUR", costs: SAMPLE_COSTS, drivers: SAMPLE_DRIVERS };
  const text = valueText(value, { width: 100, color: false });
  expect(text).toMatch(/20\.0% +18\.0%–22\.0% +−1\.02 +−1\.04 to −1\.00 +−1\.04/);
  expect(text.replaceAll(/\s+/g, " ")).toContain("Johnson's relative weights differ from them by at most 1 point.");
  for (const line of valueText(value, { width: 60, color: false }).split("\n"))
    expect(line.length).toBeLessThanOrEqual(60);
});
