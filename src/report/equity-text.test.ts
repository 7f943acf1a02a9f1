import { expect, test } from "vitest";
import type { Equity, Foresaw } from "../value/equity/equity.ts";
import { type Estimate, estimate, refusal } from "../value/estimate.ts";
import { equityText } from "./equity-text.ts";

const about = (value: number, low: number, high: number): Estimate =>
  estimate({ value, low, high }, { n: 2000, grade: "D", method: "BG/NBD on 2,000 customers" });

const foresaw: Foresaw = {
  purchases_foreseen: 980,
  purchases: 1000,
  mae: 0.51,
  rmse: 1.05,
  again_foreseen: 0.2,
  again: 0.21,
  auc: 0.82,
  brier: 0.12,
};

const EQUITY: Equity = {
  kind: "equity",
  experience: "Shop",
  currency: "EUR",
  timezone: "UTC",
  as_of: "2026-06-30T12:00:00.000Z",
  assumed: {
    bought: ["order.placed"],
    again_within_days: 56,
    margin: 0.4,
    horizon_days: 365.25,
    discount: 0.1,
    said: ["bought", "margin"],
    given_back: 0.03,
  },
  buyers: 2000,
  repeaters: 900,
  purchases: 5000,
  first_day: "2025-01-01",
  last_day: "2026-06-30",
  model: { kind: "bg-nbd", title: "BG/NBD", words: "each buys at a pace of their own", parameters: { r: 0.5 } },
  hold_out: {
    from: "2026-01-01",
    to: "2026-06-30",
    days: 181,
    customers: 1500,
    models: [{ kind: "bg-nbd", title: "BG/NBD", ...foresaw }],
    naive: { ...foresaw, mae: 0.9 },
  },
  again: {
    within_days: 56,
    share: about(0.2, 0.18, 0.22),
    customers: about(400, 360, 440),
    judged_on_days: 56,
    brier_of_all: 0.16,
    calibration: [
      { customers: 1000, foreseen: 0.05, happened: 0.06, interval: [0.045, 0.08] },
      { customers: 1000, foreseen: 0.5, happened: 0.35, interval: [0.32, 0.38] },
    ],
  },
  purchases_ahead: about(1900, 1800, 2000),
  spend: about(30, 29, 31),
  equity: about(24_000, 22_000, 26_000),
  by_occasion: [
    {
      name: "",
      customers: 500,
      received: 20_000,
      again: about(0.1, 0.05, 0.15),
      purchases_ahead: about(300, 250, 350),
      equity: about(4000, 3500, 4500),
    },
    {
      name: "moving",
      customers: 1500,
      received: 80_000,
      again: about(0.23, 0.2, 0.26),
      purchases_ahead: about(1600, 1500, 1700),
      equity: about(20_000, 18_000, 22_000),
    },
  ],
  by_cohort: [],
  stated: {
    kind: "stated",
    asked: 200,
    yes: about(0.9, 0.85, 0.94),
    behaved_of_yes: 0.25,
    behaved_of_no: 0.15,
    did_after_yes: about(0.3, 0.22, 0.39),
    did_after_no: null,
  },
  times: null,
};

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

test("no line is wider than the screen, and nothing is shown that is no number", () => {
  for (const width of [60, 80, 120]) {
    const text = equityText(EQUITY, { width, color: false });
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
