import { expect, test } from "vitest";
import { isotonic } from "./isotonic.ts";

test("pools what runs against the direction, as R does (value.json: iso.pava)", () => {
  const fitted = isotonic([1, 0, 4, 3, 3, 5, 4, 2, 0]);
  for (const [i, value] of [0.5, 0.5, 3, 3, 3, 3, 3, 3, 3].entries()) expect(fitted[i]).toBeCloseTo(value, 12);
});

test("falls where it is asked to, and counts every mean by its weight", () => {
  expect(isotonic([3, 4, 1], [1, 3, 1], "falling")).toEqual([3.75, 3.75, 1]);
  expect(isotonic([])).toEqual([]);
});
