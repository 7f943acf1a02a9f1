import { expect, test } from "vitest";
import { aucOf, type Forecast, judgeForecasts } from "./judged.ts";

const forecasts = (chances: readonly (readonly [chance: number, broken: boolean])[]): Forecast[] =>
  chances.map(([chance, broken], i) => ({ asking: `${i}`, chance, broken, hoursLeft: 10 + i }));

test("the share of pairs in the right order is counted with ties as halves", () => {
  expect(
    aucOf(
      forecasts([
        [0.1, false],
        [0.4, false],
        [0.35, true],
        [0.8, true],
      ]),
    ),
  ).toBe(0.75);
  expect(
    aucOf(
      forecasts([
        [0.5, false],
        [0.5, true],
      ]),
    ),
  ).toBe(0.5);
  expect(aucOf(forecasts([[0.5, true]]))).toBeNull();
});

test("Brier, its gain over the base rate, and the hours of warning by hand", () => {
  const judged = judgeForecasts(
    forecasts([
      [0.9, true],
      [0.2, false],
      [0.6, false],
      [0.3, true],
    ]),
    0.5,
  );
  expect(judged).toMatchObject({ n: 4, askings: 4, broke: 0.5, brier_of_base_rate: 0.25 });
  expect(judged.brier).toBeCloseTo((0.01 + 0.04 + 0.36 + 0.49) / 4, 12);
  expect(judged.gain.value).toBeCloseTo(0.25 - 0.225, 12);
  expect(judged.gain.low).toBeLessThan(0);
  expect(judged.warning).toEqual({ warned: 0.5, right: 0.5, hours: 10 });
});

test("several moments of one asking are one warning, the earliest", () => {
  const one = (chance: number, hoursLeft: number): Forecast => ({ asking: "a", chance, broken: true, hoursLeft });
  expect(judgeForecasts([one(0.4, 40), one(0.7, 30), one(0.9, 5)], 0.3).warning).toEqual({
    warned: 1,
    right: 1,
    hours: 30,
  });
});

test("calibration holds everybody once, from the lowest chance", () => {
  const many = forecasts(Array.from({ length: 400 }, (_, i) => [i / 400, i % 2 === 0] as const));
  const { calibration } = judgeForecasts(many, 0.5);
  expect(calibration).toHaveLength(10);
  expect(calibration.reduce((sum, { n }) => sum + n, 0)).toBe(400);
  expect(calibration.map(({ said }) => said)).toEqual(calibration.map(({ said }) => said).toSorted((a, b) => a - b));
});
