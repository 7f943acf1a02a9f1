import { describe, expect, test } from "vitest";
import { matrixOf } from "./design-matrix.ts";
import { chanceOf, fitLogistic } from "./logistic.ts";
import { seeded } from "./random.ts";
import { expit } from "./special.ts";

describe("logistic regression", () => {
  test("with one yes-no column gives back the two shares", () => {
    const rows = [...Array(30).fill([1, 0]), ...Array(20).fill([1, 1])];
    const answers = rows.map((_, i) => (i < 6 || (i >= 30 && i < 42) ? 1 : 0));
    const matrix = matrixOf(rows);
    const fit = fitLogistic(matrix, answers);
    expect(fit).toMatchObject({ converged: true, separated: false });
    expect(chanceOf(fit, matrix, 0)).toBeCloseTo(6 / 30, 9);
    expect(chanceOf(fit, matrix, 49)).toBeCloseTo(12 / 20, 9);
    expect(fit.logLikelihood).toBeCloseTo(
      6 * Math.log(0.2) + 24 * Math.log(0.8) + 12 * Math.log(0.6) + 8 * Math.log(0.4),
      9,
    );
  });

  test("finds the law that made the answers", () => {
    const random = seeded(3);
    const rows = Array.from({ length: 20_000 }, () => [1, random.normal(), random.normal()]);
    const answers = rows.map(([, a = 0, b = 0]) => (random.uniform() < expit(-1 + 0.8 * a - 0.5 * b) ? 1 : 0));
    const { coefficients } = fitLogistic(matrixOf(rows), answers);
    for (const [i, truth] of [-1, 0.8, -0.5].entries())
      expect(Math.abs((coefficients[i] ?? 0) - truth)).toBeLessThan(0.06);
  });

  test("at its coefficients the likelihood has no slope", () => {
    const random = seeded(4);
    const matrix = matrixOf(Array.from({ length: 200 }, () => [1, random.normal(), random.uniform()]));
    const answers = Array.from({ length: 200 }, () => random.below(2));
    const fit = fitLogistic(matrix, answers);
    for (let j = 0; j < 3; j++) {
      const slope = answers.reduce(
        (sum, answer, row) => sum + (answer - chanceOf(fit, matrix, row)) * (matrix.values[row * 3 + j] ?? 0),
        0,
      );
      expect(Math.abs(slope)).toBeLessThan(1e-6);
    }
  });

  test("separated answers are seen, and held by a ridge", () => {
    const rows = Array.from({ length: 40 }, (_, i) => [1, i < 20 ? -1 : 1]);
    const matrix = matrixOf(rows);
    const fit = fitLogistic(
      matrix,
      rows.map(([, side = 0]) => (side > 0 ? 1 : 0)),
    );
    expect(fit.separated).toBe(true);
    expect(Math.abs(fit.coefficients[1] ?? 0)).toBeLessThan(10);
    expect(chanceOf(fit, matrix, 39)).toBeGreaterThan(0.9);
  });

  test("a level that only ever had one answer is seen too", () => {
    const rows = Array.from({ length: 60 }, (_, i) => [1, i < 5 ? 1 : 0]);
    const fit = fitLogistic(
      matrixOf(rows),
      rows.map((_, i) => (i < 5 || i % 2 === 0 ? 1 : 0)),
    );
    expect(fit.separated).toBe(true);
    expect(fit.coefficients.every(Number.isFinite)).toBe(true);
  });

  test("answers that are all the same give numbers and no certainty", () => {
    const matrix = matrixOf([
      [1, 0],
      [1, 1],
      [1, 2],
    ]);
    const fit = fitLogistic(matrix, [1, 1, 1]);
    expect(fit.coefficients.every(Number.isFinite)).toBe(true);
  });
});
