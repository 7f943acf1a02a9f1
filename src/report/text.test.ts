import fc from "fast-check";
import stringWidth from "string-width";
import { expect, test } from "vitest";
import { anyReport } from "../../test/any-report.ts";
import { SAMPLE_COSTS } from "../../test/sample-costs.ts";
import { counts, emptyPromise } from "../../test/sample-numbers.ts";
import { SAMPLE } from "../../test/sample-report.ts";
import { SAMPLE_AT_RISK, SAMPLE_EQUITY } from "../../test/sample-value.ts";
import { promiseText } from "./promise-text.ts";
import { reportText } from "./text.ts";

const ESCAPES = /\u001b\[[0-9;]*m/g;

/** Lines that are too wide, or hold what no terminal should be sent, or a number that is none. */
function faults(text: string, width: number): string[] {
  const lines = text.replace(ESCAPES, "").split("\n");
  return lines.filter(
    (line) => stringWidth(line) > width || /[\p{Cc}\p{Surrogate}]|NaN|undefined|Infinity|\[object/u.test(line),
  );
}

test.each([80, 100, 120])("fits %i columns", (width) => {
  expect(faults(reportText(SAMPLE, { width, color: true }), width)).toEqual([]);
  for (const gap of SAMPLE.promises) {
    expect(faults(promiseText(gap, { width, color: true, currency: "EUR" }), width)).toEqual([]);
  }
});

test("begins with what matters most and gives every promise its row", () => {
  const text = reportText(SAMPLE, { width: 120, color: false });
  expect(text).toMatch(/^Laundry Direct\nas of 2026-01-01 00:00 Europe\/Helsinki · 10,906.customers/);
  expect(text).toContain("The promise that breaks most beyond its goal is “Delivered and installed within three days”");
  for (const gap of SAMPLE.promises) expect(text).toContain(`\n${gap.promise}`);
  expect(text).toMatch(/Delivered and installed within three days +[▁▂▃▄▅▆▇█ ]+ +78\.4% {2}✗ 95% +2,475\n/);
  expect(text).toMatch(/working-in-three-days +2 d◇ +▼3 d +never {2}77\.6–79\.1% +\*electrician\n/);
});

test("says no evidence where nothing was judged, and shows no rate", () => {
  const quiet = { ...emptyPromise("quiet", "Nobody asked", "then"), goal: 0.9 };
  const text = reportText({ ...SAMPLE, promises: [quiet] }, { width: 80, color: false });
  expect(text).toContain("No evidence: not one promise could be judged yet.");
  expect(text).toMatch(/Nobody asked +no evidence +–\n/);
  expect(text).not.toMatch(/\d\.\d%/);
});

test("uses colour only when asked", () => {
  expect(reportText(SAMPLE, { width: 80, color: false })).not.toMatch(ESCAPES);
  expect(reportText(SAMPLE, { width: 80, color: true })).toMatch(ESCAPES);
});

test("keeps wide signs in their columns", () => {
  const wide = {
    ...emptyPromise("洗濯機", "洗濯機は今週中に届きます 👩‍👩‍👧 必ず約束します", "first"),
    ...counts(9, 0, 1),
    team: "配送",
  };
  const lines = reportText({ ...SAMPLE, promises: [wide] }, { width: 80, color: false }).split("\n");
  const row = lines.find((line) => line.includes("90.0%")) ?? "";
  const name = lines.find((line) => line.includes("配送")) ?? "";
  expect(stringWidth(row)).toBe(80);
  expect(stringWidth(name)).toBe(80);
});

test("lets no name move the cursor", () => {
  const evil = { ...emptyPromise("a\u001b[2Jb", "wipe\u001b]0;title\u0007 it\nall", "then"), ...counts(1) };
  const text = reportText({ ...SAMPLE, promises: [evil] }, { width: 80, color: false });
  expect(faults(text, 80)).toEqual([]);
  expect(text).toContain("a�[2Jb");
});

test("shows one promise in depth", () => {
  const [first] = SAMPLE.promises;
  const text = promiseText(first ?? emptyPromise("none", "None", "then"), {
    width: 100,
    color: false,
    currency: "EUR",
  });
  expect(text).toContain("78.4% kept · 95% interval 77.6–79.1% · goal 95%: 16.6 points below");
  expect(text).toContain("Half of our customers wait at least 46 minutes longer than we mean them to.");
  expect(text).toMatch(/What became of it\nkept +8,979 +75\.7% {2}█+\n/);
  expect(text).toMatch(/By month\nJan 2025 +\d+\.\d% {2}[─━●│]+/);
  expect(text).toContain(
    "Of the late ones, 61.0% lost most of their time between parcel.delivered and installation.completed",
  );
  expect(text).toContain("never came: 214");
});

test("whatever the report, the text fits and holds no number that is none", () => {
  fc.assert(
    fc.property(anyReport, fc.constantFrom(80, 120), (report, width) => {
      expect(faults(reportText(report, { width, color: false }), width)).toEqual([]);
      for (const gap of report.promises)
        expect(faults(promiseText(gap, { width, color: true, currency: report.currency }), width)).toEqual([]);
    }),
    { numRuns: 100 },
  );
});

test("what costs and customers' worth were measured stand below, each with its interval", () => {
  const value = { costs: SAMPLE_COSTS, equity: SAMPLE_EQUITY, at_risk: SAMPLE_AT_RISK };
  const text = reportText(SAMPLE, { width: 80, color: false }, value);
  expect(text.replaceAll(/\s+/g, " ")).toContain("€1,500 (€700 to €2,300) is at risk, 16.7% of that.");
  expect(text).toContain("felt score −1.04 (−1.14 to −0.94)");
  expect(faults(text, 80)).toEqual([]);
});
