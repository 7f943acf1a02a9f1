import { expect, test } from "vitest";
import { SAMPLE_AT_RISK, SAMPLE_DEFICITS, SAMPLE_EXCHANGES } from "../../../test/sample-value.ts";
import type { PromiseBreaking } from "../../value/breaking/measure.ts";
import type { Shortfall } from "../../value/deficit/deficit.ts";
import { refusal } from "../../value/estimate.ts";
import { openSentences } from "./breaking.ts";
import { deficitReason } from "./deficit.ts";
import { equityAtRiskSentences } from "./equity-at-risk.ts";
import { exchangeSentence } from "./exchange.ts";

const plainly = (words: string | readonly string[]): string => [words].flat().join(" ").replaceAll("\u00a0", " ");

const SHORT: Shortfall = {
  promise: "soon",
  says: "Within three days",
  subject: "o1",
  occasion: "gift",
  stakes: 3,
  state: "broken",
  chance: 1,
  cost: 10,
  part: 30,
  asked_at: "2026-03-01T00:00:00.000Z",
  due_at: null,
  hours_left: null,
  causes: [],
};

test("why somebody is to be helped is said with the chance, the time that is left and what speaks for it", () => {
  const likely = { ...SHORT, state: "likely", chance: 0.82, hours_left: 5, causes: ["a Friday", "Oulu"] } as const;
  expect(plainly(deficitReason({ shortfalls: [SHORT, likely, { ...SHORT, occasion: null, stakes: 1 }] }))).toBe(
    "“Within three days” is 82% likely to be broken within 5 hours: what speaks for it is a Friday, Oulu. 2 promises were broken: “Within three days”. It was for gift, where a broken promise weighs 3 times.",
  );
  expect(deficitReason({ shortfalls: [] })).toBe("");
});

test("what is open of a promise is said with how much of it will break, or why that is not known", () => {
  const chance = { promise: "soon", customerKey: "1", subjectKey: "0", askedKey: "0", occasion: "", askedAt: 0 };
  const [known] = SAMPLE_DEFICITS.forecasts;
  if (known === undefined) throw new Error("the sample has no forecasts");
  const open: PromiseBreaking = {
    ...known,
    chances: [0.9, 0.4, 0.3].map((one) => ({ ...chance, dueAt: undefined, chance: one, causes: [] })),
  };
  expect(plainly(openSentences(open))).toContain("40 open, of which about 2 will be broken; 1 is more likely broken");
  expect(plainly(openSentences(open))).toMatch(
    /On \d[\d,]* promises of a later time than it learned from its forecasts missed by \d+% \(\d+% to \d+%\) less/,
  );
  const refused = { ...open, judged: refusal("It was never broken.", "At least 15 that broke."), chances: [] };
  expect(plainly(openSentences(refused))).toBe(
    "40 open; no chances are given: it was never broken. Needed: at least 15 that broke.",
  );
  expect(openSentences({ ...open, open: 0 })).toEqual(["Nothing is open."]);
});

test("nothing at risk, and what cannot be said, are sentences too", () => {
  const none = { ...SAMPLE_AT_RISK, customers: 0, by_promise: [] };
  expect(equityAtRiskSentences(none, "EUR")).toEqual([
    "Nobody is short of anything, or likely to be: nothing of it is at risk.",
  ]);
  const refused = equityAtRiskSentences(refusal("Nobody knows.", "A cost."), "EUR");
  expect(refused).toEqual(["What of it is at risk cannot be said. Nobody knows. What would be needed: A cost."]);
});

test("one customer's side stands beside ours", () => {
  expect(plainly(exchangeSentence({ ...SAMPLE_EXCHANGES.whole, kept: 3, broken: 1 }, "EUR"))).toBe(
    "3 promises were kept for them and 1 broken: given €90,000 (€72,000 to €108,000), withheld €12,000, as far as it is known; received from them €100,000.",
  );
  const unknown = refusal("Nobody knows what it is worth.", "A declared worth.");
  expect(
    plainly(
      exchangeSentence({ ...SAMPLE_EXCHANGES.whole, given: unknown, withheld: unknown, received: unknown }, "EUR"),
    ),
  ).toContain("of which nobody knows the worth (needed: a declared worth); what was received is not declared.");
});
