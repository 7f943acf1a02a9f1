import { expect, test } from "vitest";
import { csvOf } from "./csv.ts";

test("a spreadsheet knows the letters, and the cells by their quotes", () => {
  expect(
    csvOf(
      ["what", "how many"],
      [
        ['“5″, or "5"', 3],
        ["two\nlines", null],
      ],
    ),
  ).toBe('\uFEFFwhat,how many\r\n"“5″, or ""5""",3\r\n"two\nlines",\r\n');
});

test.each(["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1", "＋1", "－1", "＠SUM(A1)"])(
  "%j is run by no spreadsheet",
  (text) => {
    expect(csvOf(["said"], [[text]])).toContain(`'${text}`);
  },
);

test("a number below nothing stays a number, and yes and no are words", () => {
  expect(csvOf(["n", "so", "not"], [[-1.5, true, false]])).toBe("\uFEFFn,so,not\r\n-1.5,yes,no\r\n");
});
