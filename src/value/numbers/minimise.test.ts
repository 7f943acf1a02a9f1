import { expect, test } from "vitest";
import { covarianceAt, errorOf, flatCovarianceAt, gradientAt, hessianAt } from "./derivatives.ts";
import { minimise, minimiseFrom } from "./minimise.ts";
import { nelderMead } from "./nelder-mead.ts";

const valley = ([x = 0, y = 0]: readonly number[]): number => (1 - x) ** 2 + 100 * (y - x ** 2) ** 2;

test("finds the end of Rosenbrock's valley", () => {
  const found = minimise(valley, [-1.2, 1]);
  expect(found.converged).toBe(true);
  expect(found.at[0]).toBeCloseTo(1, 4);
  expect(found.at[1]).toBeCloseTo(1, 4);
});

test("the simplex finds it without slopes", () => {
  const found = nelderMead(valley, [-1.2, 1]);
  expect(found.converged).toBe(true);
  expect(found.at[0]).toBeCloseTo(1, 3);
});

test("steps over points that are not allowed", () => {
  const found = minimise(([x = 0]) => (x <= 0 ? Number.POSITIVE_INFINITY : x - Math.log(x)), [5]);
  expect(found.at[0]).toBeCloseTo(1, 4);
});

test("finds the bottom of a function with a kink", () => {
  const found = minimise(([x = 0, y = 0]) => Math.abs(x - 2) + Math.abs(y + 1), [0, 0]);
  expect(found.at[0]).toBeCloseTo(2, 3);
  expect(found.at[1]).toBeCloseTo(-1, 3);
});

test("of several starts the lowest end is taken", () => {
  const twoPits = ([x = 0]: readonly number[]): number => Math.min((x + 3) ** 2 + 1, (x - 3) ** 2);
  expect(minimise(twoPits, [-4]).value).toBeCloseTo(1, 6);
  expect(minimiseFrom(twoPits, [[-4], [4]]).value).toBeCloseTo(0, 6);
});

test("says that it did not get there where there is no bottom", () => {
  expect(minimise(([x = 0]) => x, [0], { steps: 5 }).converged).toBe(false);
});

test("a start that is not allowed is no minimum", () => {
  const found = minimise(() => Number.NaN, [1, 2]);
  expect(found.converged).toBe(false);
});

test("slope and curvature are those of calculus", () => {
  const f = ([x = 0, y = 0]: readonly number[]): number => x ** 3 + 2 * x * y + Math.exp(y);
  expect(gradientAt(f, [2, 0.5])).toEqual([expect.closeTo(13, 6), expect.closeTo(4 + Math.exp(0.5), 6)]);
  const [[xx = 0, xy = 0] = [], [, yy = 0] = []] = hessianAt(f, [2, 0.5]);
  expect([xx, xy, yy]).toEqual([expect.closeTo(12, 5), expect.closeTo(2, 5), expect.closeTo(Math.exp(0.5), 5)]);
});

test("covariance is the inverse curvature, and a figure's error follows from it", () => {
  const bowl = ([x = 0, y = 0]: readonly number[]): number => 2 * x ** 2 + 8 * y ** 2;
  expect(covarianceAt(bowl, [0, 0])).toEqual([
    [expect.closeTo(0.25, 6), expect.closeTo(0, 6)],
    [expect.closeTo(0, 6), expect.closeTo(0.0625, 6)],
  ]);
  const covariance = [
    [4, 0],
    [0, 9],
  ];
  expect(errorOf(([x = 0, y = 0]) => x + y, [0, 0], covariance)).toBeCloseTo(Math.sqrt(13), 6);
});

test("where one direction is flat the others are known as well as ever", () => {
  const ridge = ([x = 0, y = 0]: readonly number[]): number => 50 * (x + y) ** 2;
  const covariance = flatCovarianceAt(ridge, [1, -1]) ?? [];
  expect(errorOf(([x = 0, y = 0]) => x + y, [1, -1], covariance)).toBeCloseTo(0.1, 5);
  expect(errorOf(([x = 0, y = 0]) => x - y, [1, -1], covariance)).toBeCloseTo(5 * Math.SQRT2, 3);
});

test("where parameters cannot be told apart there is no covariance", () => {
  expect(covarianceAt(([x = 0, y = 0]) => (x + y) ** 2, [1, -1])).toBeNull();
});
