import { expect, test } from "vitest";
import { axisOf } from "./axis.ts";
import type { Quantiles } from "./gap.ts";
import type { Reach } from "./spread.ts";

type Levels = readonly [number, number, number, number, number, number, number];

function reach(unit: Quantiles["unit"], levels: Levels): Reach {
  const [p0_1, p1, p10, p50, p90, p99, p99_9] = levels;
  return { unit, n: 1000, mean: p50, p0_1, p1, p10, p50, p90, p99, p99_9 };
}

const all = (unit: Quantiles["unit"], value: number): Reach =>
  reach(unit, [value, value, value, value, value, value, value]);
const endOf = (axis: ReturnType<typeof axisOf>): number => (axis === null ? NaN : axis.from + axis.step * axis.bins);

test("waiting is drawn from nothing to where nearly all were answered", () => {
  const axis = axisOf(reach("seconds", [1, 5, 10, 20, 40, 70, 900]), all("seconds", 30), null);
  expect(axis?.from).toBe(0);
  expect(endOf(axis)).toBeCloseTo(70, 9);
});

test("a few that waited endlessly do not press all others to the edge", () => {
  const axis = axisOf(reach("seconds", [1, 5, 10, 20, 40, 4000, 90_000]), all("seconds", 30), null);
  expect(endOf(axis)).toBeCloseTo(20 + 3 * 20, 9);
});

test("there is room beyond what was expected", () => {
  const axis = axisOf(reach("seconds", [1, 5, 10, 20, 40, 70, 900]), all("seconds", 100), all("seconds", 50));
  expect(endOf(axis)).toBeCloseTo(115, 9);
});

test("counts stand in the middle of their bins", () => {
  expect(axisOf(reach("times", [0, 0, 0, 0, 0, 1, 2]), all("times", 0), null)).toEqual({
    from: -0.5,
    step: 1,
    bins: 2,
  });
  expect(axisOf(reach("times", [0, 0, 1, 3, 5, 9, 40]), all("times", 4), null)).toEqual({
    from: -0.5,
    step: 1,
    bins: 10,
  });
  expect(axisOf(reach("times", [0, 0, 50, 90, 100, 119, 140]), all("times", 4), null)).toEqual({
    from: -0.5,
    step: 2,
    bins: 60,
  });
});

test("amounts reach to both sides, and both marks are on the axis", () => {
  const axis = axisOf(reach("amount", [-50, -9, -4, 0, 4, 9, 70]), all("amount", 20), all("amount", -30));
  expect(axis?.from).toBeCloseTo(-30 - 0.15 * 50, 9);
  expect(endOf(axis)).toBeCloseTo(20 + 0.15 * 50, 9);
});

test("where nearly all have the same amount the axis reaches to the few that have not", () => {
  const axis = axisOf(reach("amount", [0, 0, 0, 0, 0, 0, 38]), all("amount", 0.01), null);
  expect(axis?.from).toBe(0);
  expect(endOf(axis)).toBeCloseTo(38, 9);
});

test("one amount alone has an axis with a width", () => {
  expect(axisOf(all("amount", 7), all("amount", 7), null)?.step).toBeGreaterThan(0);
  expect(axisOf(all("seconds", 0), null, null)?.step).toBeGreaterThan(0);
  expect(axisOf(all("times", 0), null, null)?.bins).toBeGreaterThan(0);
});

test("nothing delivered, done or not done, and amounts without end have no axis", () => {
  expect(axisOf(null, all("seconds", 7), null)).toBeNull();
  expect(axisOf(all("done", 1), all("done", 1), null)).toBeNull();
  expect(axisOf(reach("amount", [-1.7e308, -1.7e308, -1.7e308, 0, 1.7e308, 1.7e308, 1.7e308]), null, null)).toBeNull();
});
