import { describe, expect, test } from "vitest";
import { matrixOf } from "./design-matrix.ts";
import { leastSquares } from "./least-squares.ts";
import { addRow, addSums, noSums } from "./normal-equations.ts";

function lineThrough(rows: readonly (readonly number[])[], answers: readonly number[]) {
  const matrix = matrixOf(rows);
  const sums = noSums(matrix.columns);
  answers.forEach((answer, row) => {
    addRow(sums, matrix, row, answer);
  });
  return leastSquares(sums);
}

/** R's `cars`: speed and stopping distance, the first ten. */
const SPEED = [4, 4, 7, 7, 8, 9, 10, 10, 10, 11];
const DISTANCE = [2, 10, 4, 22, 16, 10, 18, 26, 34, 17];

describe("least squares", () => {
  test("gives slope, errors and what is left as the textbook does", () => {
    const { coefficients, errors, degrees, variance } = lineThrough(
      SPEED.map((one) => [1, one]),
      DISTANCE,
    );
    const mean = 8;
    const sxx = SPEED.reduce((sum, one) => sum + (one - mean) ** 2, 0);
    const sxy = SPEED.reduce((sum, one, i) => sum + (one - mean) * (DISTANCE[i] ?? 0), 0);
    const average = DISTANCE.reduce((sum, one) => sum + one, 0) / 10;
    expect(coefficients[1]).toBeCloseTo(sxy / sxx, 12);
    expect(coefficients[0]).toBeCloseTo(average - (sxy / sxx) * mean, 12);
    const left = SPEED.reduce(
      (sum, one, i) => sum + ((DISTANCE[i] ?? 0) - (coefficients[0] ?? 0) - (coefficients[1] ?? 0) * one) ** 2,
      0,
    );
    expect(degrees).toBe(8);
    expect(variance).toBeCloseTo(left / 8, 10);
    expect(errors[1]).toBeCloseTo(Math.sqrt(left / 8 / sxx), 10);
  });

  test("leaves out what says nothing new", () => {
    const { coefficients, errors, degrees } = lineThrough(
      SPEED.map((one) => [1, one, 2 * one, 5]),
      DISTANCE,
    );
    const plain = lineThrough(
      SPEED.map((one) => [1, one]),
      DISTANCE,
    );
    expect([...coefficients].slice(2)).toEqual([0, 0]);
    expect(coefficients[1]).toBeCloseTo(plain.coefficients[1] ?? 0, 10);
    expect(errors[1]).toBeCloseTo(plain.errors[1] ?? 0, 10);
    expect(degrees).toBe(8);
  });

  test("of one row there is no error, and no NaN", () => {
    const { coefficients, errors, degrees, variance } = lineThrough([[1, 3]], [7]);
    expect([coefficients[0], errors[0], degrees, variance]).toEqual([7, 0, 0, 0]);
  });

  test("sums of parts are the sums of the whole, and can be taken away again", () => {
    const matrix = matrixOf(SPEED.map((one) => [1, one]));
    const [whole, one, other] = [noSums(2), noSums(2), noSums(2)];
    DISTANCE.forEach((answer, row) => {
      addRow(whole, matrix, row, answer);
      addRow(row < 4 ? one : other, matrix, row, answer);
    });
    const added = noSums(2);
    addSums(added, one);
    addSums(added, other);
    expect(added).toEqual(whole);
    addSums(added, other, -1);
    expect(added).toEqual(one);
  });
});
