import { expect, test } from "vitest";
import { expectationOf, turnsAt } from "../../../test/sample-expectations.ts";
import { emptyPromise, quantiles } from "../../../test/sample-numbers.ts";
import type { PromiseGap } from "../../gaps/gap.ts";
import { columnsOf } from "./columns.ts";
import { revealedMark } from "./revealed.ts";
import { beyondIsLeft, shapesOf } from "./shape.ts";
import { smooth } from "./smooth.ts";
import { isFew, type ThreeMarks, threeMarks } from "./three-marks.ts";

const sum = (counts: readonly number[]) => counts.reduce((all, count) => all + count, 0);

function gap(more: Partial<PromiseGap>): PromiseGap {
  return { ...emptyPromise("one", "One", "then"), ...more };
}

function marks(more: Partial<PromiseGap>): ThreeMarks {
  const found = threeMarks(gap(more), null);
  if (found === null) throw new Error("there are marks");
  return found;
}

const spike = {
  delivered: quantiles("seconds", [1]),
  expected: quantiles("seconds", [5]),
  density: {
    from: 0,
    to: 10,
    within: [0, 0, 0, 0, 500, 0, 0, 0, 0, 0],
    beyond: [0, 0, 0, 0, 0, 3, 2, 0, 0, 0],
    below: 0,
    above: 0,
  },
};

test("has no line where nothing is known, or where it is only done or not", () => {
  expect(threeMarks(gap({}), null)).toBeNull();
  expect(threeMarks(gap({ delivered: quantiles("done", [1, 0]) }), null)).toBeNull();
});

test("puts those that never came aside, for promises that wait for an answer", () => {
  expect(marks({ ...spike, missed: 7 }).never).toBe(7);
  expect(marks({ ...spike, missed: 7, kind: "measure" }).never).toBe(0);
});

test("draws nothing over a stretch too narrow to be divided", () => {
  const narrow = { ...spike.density, from: -6.4e-323, to: -6e-323 };
  expect(marks({ ...spike, density: narrow }).bins).toEqual([]);
});

test("is few below thirty", () => {
  const some = (count: number) => marks({ ...spike, density: { ...spike.density, within: [count], beyond: [0] } });
  expect(isFew(some(29))).toBe(true);
  expect(isFew(some(30))).toBe(false);
});

test("makes room for marks beyond the deliveries", () => {
  const far = marks({ ...spike, target: quantiles("seconds", [25]) });
  expect(far.to).toBeGreaterThan(25);
  expect(marks({ expected: quantiles("seconds", [5]) }).to).toBeGreaterThan(5);
});

test("says that an expectation varies only where it does", () => {
  expect(marks(spike).expected?.varies).toBe(false);
  expect(marks({ ...spike, expected: quantiles("seconds", [2, 3, 4, 5, 6, 7, 8, 9]) }).expected?.varies).toBe(true);
});

test("smooths without losing anybody", () => {
  expect(sum(smooth([0, 10, 0, 0, 7, 1]))).toBeCloseTo(18);
  expect(smooth([])).toEqual([]);
  expect(sum(smooth([5]))).toBeCloseTo(5);
});

test("moves nobody over the mark when it smooths", () => {
  const [within, beyond] = shapesOf(marks(spike));
  expect([within?.side, within?.to, beyond?.side, beyond?.from]).toEqual(["within", 5, "beyond", 5]);
  expect(sum(within?.high ?? [])).toBeCloseTo(500);
  expect(sum(beyond?.high ?? [])).toBeCloseTo(5);
});

test("keeps those that came just in time on their side when a bin begins at the mark", () => {
  const inTime = { ...spike.density, within: [0, 0, 0, 0, 400, 100, 0, 0, 0, 0] };
  const [within, beyond] = shapesOf(marks({ ...spike, density: inTime }));
  expect(sum(within?.high ?? [])).toBeCloseTo(500);
  expect(sum(beyond?.high ?? [])).toBeCloseTo(5);
});

test("knows when too little is what breaks the promise", () => {
  const bins = [
    { from: 0, to: 1, within: 0, beyond: 9 },
    { from: 1, to: 2, within: 9, beyond: 0 },
  ];
  expect(beyondIsLeft(bins)).toBe(true);
  expect(beyondIsLeft(bins.map((bin) => ({ ...bin, within: bin.beyond, beyond: bin.within })))).toBe(false);
});

test("centres whole numbers on themselves", () => {
  const times = { unit: "times", n: 40, mean: 1, p10: 0, p50: 1, p90: 2, p99: 2 } as const;
  const whole = marks({
    kind: "count",
    delivered: times,
    density: { from: 0, to: 3, within: [5, 30, 0], beyond: [0, 0, 5], below: 0, above: 0 },
  });
  expect(whole.bins.map((bin) => [bin.from, bin.to])).toEqual([
    [-0.5, 0.5],
    [0.5, 1.5],
    [1.5, 2.5],
  ]);
});

test("shares bins out over columns without losing anybody", () => {
  const { bins } = marks(spike);
  const columns = columnsOf(bins, 0, 10, 7);
  expect(sum(columns.map((column) => column.within))).toBeCloseTo(500);
  expect(sum(columns.map((column) => column.beyond))).toBeCloseTo(5);
});

test("makes room for where people turn, on the side that is worse", () => {
  const expected = quantiles("seconds", [3600]);
  const at = (more: Partial<ReturnType<typeof expectationOf>>) =>
    revealedMark(gap({ expected }), { ...expectationOf("one", turnsAt(4)), ...more });
  expect(at({})).toMatchObject({ at: 5 * 3600, from: 4 * 3600, to: 5.5 * 3600 });
  expect(at({ worse: "less" })).toMatchObject({ at: -3 * 3600 });
  expect(at({ felt: turnsAt(4, { beyond: 4.9 }) })).toBeNull();
  expect(revealedMark(gap({ expected }), undefined)).toBeNull();
  expect(threeMarks(gap({ ...spike }), null, { at: 25, from: 24, to: 26, varies: true })?.to).toBeGreaterThan(25);
});
