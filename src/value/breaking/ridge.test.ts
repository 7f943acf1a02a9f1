import { expect, test } from "vitest";
import { matrixOf } from "../numbers/design-matrix.ts";
import { fitLogistic } from "../numbers/logistic.ts";
import { seeded } from "../numbers/random.ts";
import { expit } from "../numbers/special.ts";
import { fitRidge, sparseRows } from "./ridge.ts";

const random = seeded(5);
const rows = Array.from({ length: 400 }, () => [1, random.normal(), random.uniform() < 0.3 ? 1 : 0]);
const answers: readonly number[] = rows.map(([, x = 0, z = 0]) =>
  random.uniform() < expit(-0.5 + 0.8 * x - z) ? 1 : 0,
);

test("with next to no ridge it is the plain logistic regression", () => {
  const found = fitRidge(sparseRows(rows, 3), answers, 1e-9);
  const plain = fitLogistic(matrixOf(rows), answers).coefficients;
  for (const [j, one] of found.entries()) expect(one).toBeCloseTo(plain[j] ?? Number.NaN, 5);
});

test("stays finite where a column tells for certain, and keeps to the usual where the ridge is large", () => {
  const certain = rows.map(([one = 1, x = 0], i) => [one, x, answers[i] ?? 0]);
  expect(fitRidge(sparseRows(certain, 3), answers, 5).every((one) => Number.isFinite(one))).toBe(true);
  const share = answers.reduce((sum, one) => sum + one, 0) / answers.length;
  const [constant = 0, slope = 1] = fitRidge(sparseRows(rows, 3), answers, 1e6);
  expect(expit(constant)).toBeCloseTo(share, 2);
  expect(Math.abs(slope)).toBeLessThan(0.01);
});
