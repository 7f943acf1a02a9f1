import { expect, test } from "vitest";
import { isRefusal } from "../estimate.ts";
import { seeded } from "../numbers/random.ts";
import type { Drivers, DriversOrRefusal } from "./driver.ts";
import { driversOf } from "./measure.ts";
import type { Pattern } from "./patterns.ts";

const PROMISES = ["comes", "whole", "quiet"].map((name) => ({ name, says: `It is ${name}` }));

/** Customers whose score falls by so much for each promise that was broken. */
function patternsOf(customers: number, falls: readonly number[], shares: readonly number[]): readonly Pattern[] {
  const random = seeded(11);
  return Array.from({ length: customers }, () => {
    const broken = shares.flatMap((share, place) => (random.uniform() < share ? place : []));
    const mean = 5 - broken.reduce((sum, place) => sum + (falls[place] ?? 0), 0);
    return { broken, score: Math.round(Math.max(1, mean - random.exponential())), n: 1 };
  });
}

const found = (drivers: DriversOrRefusal): Drivers => {
  if (isRefusal(drivers)) throw new Error(drivers.reason);
  return drivers;
};

test("the strongest comes first, the shares add up, and the truth lies in the intervals", () => {
  const drivers = found(driversOf(PROMISES, patternsOf(4000, [2, 0.5, 0], [0.2, 0.2, 0.2]), 90));
  expect(drivers.promises.map(({ promise }) => promise)).toEqual(["comes", "whole", "quiet"]);
  const sum = (key: "share" | "weight") => drivers.promises.reduce((all, one) => all + one[key].value, 0);
  expect(sum("share")).toBeCloseTo(drivers.explained, 10);
  expect(sum("weight")).toBeCloseTo(drivers.explained, 10);
  for (const [i, fall] of [2, 0.5, 0].entries()) {
    const points = drivers.promises[i]?.points;
    expect(points?.low).toBeLessThan(-fall + 0.1);
    expect(points?.high).toBeGreaterThan(-fall - 0.1);
  }
  expect(drivers.promises[2]?.share.value).toBeLessThan(0.005);
});

test("equal seeds give equal intervals", () => {
  const patterns = patternsOf(300, [1, 1, 1], [0.3, 0.3, 0.3]);
  expect(driversOf(PROMISES, patterns, 90, { seed: 4 })).toEqual(driversOf(PROMISES, patterns, 90, { seed: 4 }));
  expect(driversOf(PROMISES, patterns, 90, { seed: 5 })).not.toEqual(driversOf(PROMISES, patterns, 90, { seed: 4 }));
});

test("cells and single customers are the same", () => {
  const singles = patternsOf(500, [1, 0.4, 0], [0.3, 0.2, 0.2]);
  const cells = new Map<string, Pattern>();
  for (const one of singles) {
    const key = JSON.stringify([one.broken, one.score]);
    cells.set(key, { ...one, n: (cells.get(key)?.n ?? 0) + 1 });
  }
  const [a, b] = [found(driversOf(PROMISES, singles, 90)), found(driversOf(PROMISES, [...cells.values()], 90))];
  expect(b.explained).toBeCloseTo(a.explained, 12);
  expect(b.promises.map(({ points }) => points.value.toFixed(9))).toEqual(
    a.promises.map(({ points }) => points.value.toFixed(9)),
  );
});

test("a promise that was hardly ever broken before a score is left out with the reason", () => {
  const drivers = found(driversOf(PROMISES, patternsOf(400, [1, 1, 1], [0.3, 0.005, 0]), 90));
  expect(drivers.promises.map(({ promise }) => promise)).toEqual(["comes"]);
  expect(drivers.left_out.map(({ promise }) => promise)).toEqual(["whole", "quiet"]);
  expect(drivers.left_out[1]?.why).toBe("for nobody who gave a score it had been broken before");
});

test.each([
  ["nobody gave a score", [] as readonly Pattern[], "Too little data: nobody gave a score."],
  ["three did", patternsOf(3, [1], [0.5]), "Too little data: 3 customers gave a score."],
  [
    "all gave the same",
    [
      { broken: [0], score: 4, n: 200 },
      { broken: [], score: 4, n: 900 },
    ],
    "All 1100 customers gave the same score.",
  ],
  ["none was broken", patternsOf(200, [], []), "No promise had been broken before a score for enough customers."],
  [
    "all were broken for everybody",
    patternsOf(200, [1, 1, 1], [1, 1, 1]),
    "No promise had been broken before a score for enough customers.",
  ],
])("where %s, there is a reason and no figure", (_, patterns, reason) => {
  expect(driversOf(PROMISES, patterns, 90)).toMatchObject({ kind: "refusal", reason });
});
