import { expect, test } from "vitest";
import { isSamePeriod, monthOf, presetsAt } from "./periods.ts";

const at = (asOf: string, timezone: string) =>
  Object.fromEntries(presetsAt(asOf, timezone).map(({ name, from, to }) => [name, [from, to]]));

test("periods count back from the judged moment, in days of the experience's time zone", () => {
  expect(at("2026-10-31T22:30:00Z", "Europe/Helsinki")).toMatchObject({
    last7: ["2026-10-26", undefined],
    last30: ["2026-10-03", undefined],
    thisMonth: ["2026-11-01", undefined],
    lastMonth: ["2026-10-01", "2026-10-31"],
    thisQuarter: ["2026-10-01", undefined],
    lastQuarter: ["2026-07-01", "2026-09-30"],
    thisYear: ["2026-01-01", undefined],
  });
  expect(at("2026-10-31T22:30:00Z", "America/New_York").thisMonth).toEqual(["2026-10-01", undefined]);
});

test("what lies before the first month or quarter is of the year before", () => {
  expect(at("2028-01-15T12:00:00Z", "UTC")).toMatchObject({
    lastMonth: ["2027-12-01", "2027-12-31"],
    lastQuarter: ["2027-10-01", "2027-12-31"],
  });
});

test("a month ends on its last day", () => {
  expect(monthOf("2028-02")).toEqual({ from: "2028-02-01", to: "2028-02-29" });
  expect(monthOf("2026-12")).toEqual({ from: "2026-12-01", to: "2026-12-31" });
  expect(isSamePeriod(monthOf("2026-12"), { from: "2026-12-01", to: "2026-12-31" })).toBe(true);
  expect(isSamePeriod(monthOf("2026-12"), { from: "2026-12-01", to: undefined })).toBe(false);
});
