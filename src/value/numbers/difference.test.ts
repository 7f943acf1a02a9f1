import { expect, test } from "vitest";
import { APART, differenceOf, sideOf, smallestSeen } from "./difference.ts";
import { seeded } from "./random.ts";
import { tCdf, twoSided } from "./special.ts";

/** Student's sleep data (1908), as in R. */
const SLEEP = [
  [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2],
  [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4],
] as const;

const side = (outcomes: readonly number[], from = "") =>
  sideOf(outcomes.map((outcome, i) => ({ customer: `${from}${i}`, outcome })));

test("with one row a customer it is Welch's test", () => {
  const found = differenceOf(side(SLEEP[0]), side(SLEEP[1], "b"));
  const t = (found?.value ?? 0) / (found?.error ?? 1);
  expect(t).toBeCloseTo(-1.860813, 6);
  expect(found?.degrees).toBeCloseTo(17.776474, 6);
  expect(2 * tCdf(-Math.abs(t), found?.degrees ?? 0)).toBeCloseTo(0.079394, 6);
});

test("the same people on both sides: what they share goes out", () => {
  const together = {
    sumSum: SLEEP[0].reduce<number>((sum, one, i) => sum + one * (SLEEP[1][i] ?? 0), 0),
    sumN: SLEEP[0].reduce<number>((sum, one) => sum + one, 0),
    nSum: SLEEP[1].reduce<number>((sum, one) => sum + one, 0),
    nN: 10,
  };
  const found = differenceOf(side(SLEEP[0]), side(SLEEP[1]), together);
  // The paired t of the same data, as Student gave it.
  expect((found?.value ?? 0) / (found?.error ?? 1)).toBeCloseTo(-4.0621, 4);
});

test("rows of one customer count as one", () => {
  const random = seeded(5);
  const once = Array.from({ length: 60 }, () => random.normal());
  const rows = (times: number) =>
    sideOf(
      once.flatMap((outcome, i) =>
        Array.from({ length: times }, () => ({ customer: String(i), outcome: outcome + (i < 30 ? 0 : 1) })),
      ),
    );
  expect(differenceOf(rows(7), rows(7))?.error).toBeCloseTo(differenceOf(rows(1), rows(1))?.error ?? 0, 12);
});

test("without two customers on each side, or without anything that varies, there is none", () => {
  expect(differenceOf(side([1]), side([2, 3]))).toBeNull();
  expect(differenceOf(side([]), side([2, 3]))).toBeNull();
  expect(differenceOf(side([5, 5]), side([5, 5]))).toBeNull();
  expect(differenceOf(side([5, 5]), side([1, 1]), APART)).toBeNull();
});

test("the smallest difference is the one that is seen four times in five", () => {
  // Of many differences as large as that, with an error of 1, so many are beyond 1.96.
  const beyond = 1 - twoSided(smallestSeen(1) - 1.959964) / 2;
  expect(beyond).toBeCloseTo(0.8, 4);
});
