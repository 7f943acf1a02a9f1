import { expect, test } from "vitest";
import { SAMPLE_EQUITY as EQUITY, SAMPLE_AT_RISK, SAMPLE_EXCHANGES } from "../../test/sample-value.ts";
import { refusal } from "../value/estimate.ts";
import { equityText } from "./equity-text.ts";

const screen = { width: 120, color: false };

test("a manager reads what customers are worth, with its ends, and what that rests on", () => {
  const text = equityText(EQUITY, screen);
  for (const words of [
    "In the next 12 months your customers are worth €24,000 (€22,000 to €26,000): €12 each.",
    "20.0% of them will within 8 weeks: 400 (360 to 440) customers.",
    "40% of it stays as margin, less 3.0% that is given back",
    "(not in the file: as usual)",
    "no occasion",
    "too high",
    "own pace",
    "90.0% (85.0% to 94.0%) said yes",
    "Grade D",
  ])
    expect(text.replaceAll(/\s+/g, " ")).toContain(words);
});

test("what of it is at risk stands there with the promises that put it there, and given beside received", () => {
  const text = equityText(EQUITY, screen, { at_risk: SAMPLE_AT_RISK, exchanges: SAMPLE_EXCHANGES });
  for (const words of [
    "€9,000 (€8,100 to €10,000) of it belongs to 640 customers who are short of something",
    "€1,500 (€700 to €2,300) is at risk, 16.7% of that.",
    "30.0% (10.0% to 50.0%) of what they bring in",
    "is not known, and so counted as nothing, for “No noise”",
    "Given is each promise that was kept",
  ])
    expect(text.replaceAll(/\s+/g, " ")).toContain(words);
});

test("no line is wider than the screen, and nothing is shown that is no number", () => {
  const more = { at_risk: SAMPLE_AT_RISK, exchanges: SAMPLE_EXCHANGES };
  for (const width of [60, 80, 120]) {
    const text = equityText(EQUITY, { width, color: false }, more);
    expect(text).not.toMatch(/NaN|undefined|Infinity|null/);
    for (const line of text.split("\n")) expect(line.length, line).toBeLessThanOrEqual(width);
  }
});

test("where it cannot be said, the reason and what would be needed stand there instead", () => {
  const text = equityText(refusal("Nobody has bought a second time.", "Customers who came back."), screen);
  expect(text).toBe(
    "What customers are worth cannot be said. Nobody has bought a second time.\nWhat would be needed: Customers who came back.\n",
  );
});

test("what a purchase brings in may be unknown: then purchases are said, and no amount is", () => {
  const unknown = refusal("It is not known what a purchase brings in.", "An amount with each purchase.");
  const text = equityText({ ...EQUITY, spend: unknown, equity: unknown, by_occasion: [] }, screen);
  expect(text).toContain("will buy 1,900 (1,800 to 2,000) times");
  expect(text).not.toContain("€");
});
