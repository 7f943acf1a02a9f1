import { expect, test } from "vitest";
import type { Deficit, Deficits, Shortfall } from "../value/deficit/deficit.ts";
import { estimate, refusal } from "../value/estimate.ts";
import { atRiskText } from "./at-risk-text.ts";

const likely: Shortfall = {
  promise: "soon",
  says: "Within a week",
  subject: "o-1",
  occasion: "broken-machine",
  stakes: 3,
  state: "likely",
  chance: 0.714,
  cost: 40,
  part: 85.68,
  asked_at: "2026-10-28T10:00:00.000Z",
  due_at: "2026-11-02T10:00:00.000Z",
  hours_left: 31,
  causes: ["region Oulu"],
};
const broken: Shortfall = { ...likely, state: "broken", chance: 1, part: 120, hours_left: null, causes: [] };
const one: Deficit = { customer: "c-7", deficit: 205.68, to_save: 85.68, weight: 5.1, shortfalls: [broken, likely] };

const found: Deficits = {
  currency: "EUR",
  as_of: "2026-10-31T22:00:00.000Z",
  customers: 12,
  total: 1234.5,
  to_save: 85.68,
  total_known: estimate({ value: 1234.5, low: 900, high: 1600 }, { n: 31, grade: "E", method: "by hand" }),
  still_to_save: [one],
  let_down: [one],
  costs: [
    { promise: "soon", amount: 40, source: "measured", known: { value: 40, low: 20, high: 60, grade: "C" } },
    { promise: "gladly", amount: null, source: "none", known: null },
  ],
  forecasts: [
    {
      promise: "gladly",
      says: "Gladly",
      open: 4,
      judged: refusal("It was never broken, so nothing tells which will be.", "At least 15."),
    },
  ],
};

const text = (more: Partial<Deficits> = {}, width = 100): string =>
  atRiskText({ ...found, ...more }, { width, color: false, timezone: "Europe/Helsinki" });

test("says whom to help, why, with what chance, how long there is, and what is at stake", () => {
  const shown = text();
  expect(shown.replaceAll(/\s+/g, " ")).toContain(
    "12 customers are short of something, or likely to be: €1,235 (€900 to €1,600) in all",
  );
  expect(shown.replaceAll(/\s+/g, " ")).toContain("Amounts rest on 31 promises and are grade E, as the least known");
  expect(shown).toContain("c-7  €86, and 1 broken promise before: €206 in all");
  expect(shown).toContain(
    "71% likely to be broken, 31 hours left: “Within a week” (o-1, broken-machine, stakes 3); what",
  );
  expect(shown).toContain("region Oulu");
  expect(shown).toMatch(/no chances are given: it was never broken/);
  expect(shown).toContain("measured: soon; unknown, and so counted as nothing: gladly");
});

test("where nobody knows what anything costs, no amount is shown", () => {
  const unknown = { ...one, deficit: null, to_save: null, shortfalls: [{ ...likely, cost: null, part: null }] };
  const shown = text({ total: null, total_known: null, to_save: null, still_to_save: [unknown], let_down: [] });
  expect(shown).toContain("c-7  of unknown cost");
  expect(shown).not.toMatch(/€|NaN|null|undefined/);
});

test("an empty ledger has nobody to help, and nothing is wider than the screen", () => {
  const shown = text({ customers: 0, still_to_save: [], let_down: [], forecasts: [] }, 60);
  expect(shown).toContain("Nobody that we know of.");
  expect(shown.replaceAll(/\s+/g, " ")).toContain(
    "nobody is short of anything, or likely to be, as far as the events tell.",
  );
  expect(shown).not.toContain("€");
  for (const line of text({}, 60).split("\n")) expect(line.length).toBeLessThanOrEqual(60);
});
