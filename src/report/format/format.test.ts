import { expect, test } from "vitest";
import { formatAmount } from "./amount.ts";
import { countOf, formatBriefCount, formatCount, formatNumber } from "./count.ts";
import { durationTicks, formatBriefDuration, formatDuration, formatDurationTicks } from "./duration.ts";
import { formatDay, formatMoment, formatMonth } from "./moment.ts";
import { axisTicks, formatBriefQuantity, formatQuantity } from "./quantity.ts";
import { formatGoal, formatInterval, formatPoints, formatRate } from "./rate.ts";

const HOUR = 3600;
const DAY = 24 * HOUR;
const plain = (text: string) => text.replaceAll("\u00a0", " ");

test.each([
  [0, "0 seconds", "0 s"],
  [1, "1 second", "1 s"],
  [45 * 60, "45 minutes", "45 min"],
  [HOUR, "1 hour", "1 h"],
  [5.25 * HOUR, "5.3 hours", "5.3 h"],
  [34.2 * HOUR, "34 hours", "34 h"],
  [DAY, "1 day", "1 d"],
  [2.1 * DAY, "2.1 days", "2.1 d"],
  [71.4 * DAY, "71 days", "71 d"],
  [3 * 365.2425 * DAY, "3 years", "3 y"],
  [-2 * DAY, "-2 days", "-2 d"],
])("says %d seconds as a person would", (seconds, full, brief) => {
  expect(plain(formatDuration(seconds))).toBe(full);
  expect(plain(formatBriefDuration(seconds))).toBe(brief);
});

test("marks an axis of time at round lengths, in one unit", () => {
  expect(formatDurationTicks(durationTicks(0, 7 * DAY, 5)).map(plain)).toEqual(["0", "2 d", "4 d", "6 d"]);
  expect(formatDurationTicks(durationTicks(0, 12 * HOUR, 5)).map(plain)).toEqual(["0", "3 h", "6 h", "9 h", "12 h"]);
  expect(formatDurationTicks(durationTicks(0, 100, 5)).map(plain)).toEqual(["0", "30 s", "60 s", "90 s"]);
  expect(formatDurationTicks(durationTicks(-DAY, DAY, 4)).map(plain)).toEqual(
    ["-24 h", "-12 h", "0", "12 h", "24 h"].map((label) => label),
  );
  expect(durationTicks(5, 5, 5)).toEqual([]);
  expect(durationTicks(0, 40 * 365.2425 * DAY, 5).length).toBeLessThanOrEqual(10);
});

test("never shows almost all as all, nor almost nothing as nothing", () => {
  expect([1, 0.99996, 0.9194, 0.00001, 0].map(formatRate)).toEqual(["100%", ">99.9%", "91.9%", "<0.1%", "0%"]);
  expect(formatRate(null)).toBe("no evidence");
  expect([0.95, 0.9995, 1].map(formatGoal)).toEqual(["95%", "99.95%", "100%"]);
  expect(formatInterval([0.9161, 0.9226])).toBe("91.6–92.3%");
  expect(formatInterval([0, 0.00001])).toBe("0–<0.1%");
  expect(formatInterval(null)).toBe("no evidence");
  expect([0.021, -0.01].map(formatPoints)).toEqual(["2.1 points", "1 point"]);
});

test("counts in full, or in short where room is short", () => {
  expect(formatCount(25_409)).toBe("25,409");
  expect([9999, 25_409, 3e6].map(formatBriefCount)).toEqual(["9,999", "25.4k", "3m"]);
  expect([12, 0.0451, 1234.5].map(formatNumber)).toEqual(["12", "0.0451", "1,235"]);
  expect([1, 2].map((count) => plain(countOf(count, "promise", "promises")))).toEqual(["1 promise", "2 promises"]);
});

test("shows amounts in the currency of the experience, if it is one", () => {
  expect(formatAmount(1250, "EUR")).toBe("€1,250");
  expect(formatAmount(0.45, "BRL")).toBe("R$0.45");
  expect(plain(formatAmount(12.5, "points"))).toBe("12.5 points");
  expect(formatAmount(12.5, null)).toBe("12.5");
});

test("shows moments in the time zone of the experience, year first", () => {
  expect(formatMoment("2018-10-18T00:00:00Z", "America/Sao_Paulo")).toBe("2018-10-17 21:00");
  expect(formatDay("2024-12-31T22:14:00Z", "Europe/Helsinki")).toBe("2025-01-01");
  expect(formatMonth("2025-03")).toBe("Mar 2025");
  expect(formatMonth("…")).toBe("…");
});

test("says a number in the unit of its axis", () => {
  const axis = (unit: "seconds" | "times" | "amount" | "done") => ({ unit, currency: "EUR" });
  expect([1, 3].map((value) => plain(formatQuantity(value, axis("times"))))).toEqual(["1 time", "3 times"]);
  expect(formatBriefQuantity(3, axis("times"))).toBe("3×");
  expect(formatQuantity(12.5, axis("amount"))).toBe("€12.50");
  expect([0, 1].map((value) => formatQuantity(value, axis("done")))).toEqual(["not done", "done"]);
  expect(axisTicks(-0.5, 2.5, 5, axis("times")).map((tick) => tick.label)).toEqual(["0", "1", "2"]);
  expect(axisTicks(1, 1, 5, axis("amount"))).toEqual([]);
});
