import { expect, test } from "vitest";
import { expectationOf, turnsAt } from "../../../test/sample-expectations.ts";
import { emptyPromise, quantiles } from "../../../test/sample-numbers.ts";
import { estimate, refusal } from "../../value/estimate.ts";
import { expectationSentences } from "./expectation.ts";

const DAY = 86_400;
const various = {
  ...emptyPromise("one", "One", "then"),
  expected: quantiles(
    "seconds",
    [1, 2, 3, 4, 5].map((days) => days * DAY),
  ),
};
const fixed = { ...various, expected: quantiles("seconds", [7 * DAY]) };
const TWO = estimate({ value: 7200, low: 7200, high: 7200 }, { n: 80, grade: "D", method: "by hand" });
const say = (...[felt, gap = various]: [Parameters<typeof expectationOf>[1], typeof various?]): string =>
  expectationSentences(expectationOf("one", felt), gap, null).join(" ").replaceAll("\u00a0", " ");

test("says where people turn, and that it is not where it was promised", () => {
  expect(say(turnsAt(4))).toMatch(
    /^People turn at 4 hours after the time they were given, not at that time \(95% interval: 3 hours to 4\.5 hours after\)/,
  );
  expect(say(turnsAt(4))).toContain(
    "up to there they give 4.0, beyond it 2.8, 1.25 less (1.12 to 1.41) (read from 1,475 customers who said how it was; grade D: they were seen together, and no more).",
  );
  expect(say(turnsAt(48), fixed)).toMatch(/^People turn at 9 days, not at 7 days/);
});

test("says where the promise is enough and where it is not", () => {
  expect(say(turnsAt(0))).toMatch(/^People turn where it was promised/);
  expect(say(turnsAt(-24), fixed)).toMatch(
    /^People turn at 6 days, sooner than at 7 days: to keep the promise is not enough/,
  );
});

test("each occasion has its interval and its customers", () => {
  const occasions = [
    { occasion: "gift", felt: turnsAt(4) },
    { occasion: "move", felt: turnsAt(2, { n: 80, threshold: { ...TWO, low: 7200, high: 7201 } }) },
  ];
  const words = expectationSentences({ ...expectationOf("one", turnsAt(4)), by_occasion: occasions }, various, null)
    .join(" ")
    .replaceAll("\u00a0", " ");
  expect(words).toContain(
    "gift at 4 hours after the time they were given (95% interval: 3 hours to 4.5 hours after; 1,475 customers)",
  );
  expect(words).toContain("1,475 customers); move at 2 hours after");
  expect(words).toContain("(95% interval: no wider than can be said; 80 customers).");
});

test("no threshold is an answer", () => {
  expect(say(turnsAt(0, { form: "none", threshold: null, change: null, beyond: 4 }))).toMatch(
    /^No threshold: what they feel does not hang on it/,
  );
  expect(say(turnsAt(0, { form: "linear", threshold: null, slope: -1 }))).toMatch(
    /^No threshold: what they feel falls little by little/,
  );
  expect(say(turnsAt(4, { beyond: 4.5 }))).toContain("something else stands behind it");
});

test("what cannot be told is said with its reason and what is needed", () => {
  expect(say(refusal("Only 3 customers of this promise said how it was.", "At least 60."))).toBe(
    "It cannot be told: only 3 customers of this promise said how it was. Needed: at least 60.",
  );
});
