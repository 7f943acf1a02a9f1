import { expect, test } from "vitest";
import { bootstrapInterval, redrawCounts, redrawPlaces } from "./bootstrap.ts";
import { logInterval, normalInterval, percentileInterval, quantileOf, shareInterval, tInterval } from "./interval.ts";
import { type Random, seeded } from "./random.ts";
import { expit, logAdd, logBeta, logGamma, logit, tCdf, twoSided } from "./special.ts";

const N = 40_000;
const momentsOf = (draw: () => number): { mean: number; variance: number } => {
  const draws = Array.from({ length: N }, draw);
  const mean = draws.reduce((sum, one) => sum + one, 0) / N;
  return { mean, variance: draws.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (N - 1) };
};

test("the same seed gives the same draws, another seed others", () => {
  const draw = (seed: number): number[] => {
    const random = seeded(seed);
    return [random.uniform(), random.normal(), random.gamma(0.3), random.poisson(50)];
  };
  expect(draw(7)).toEqual(draw(7));
  expect(draw(7)).not.toEqual(draw(8));
});

const DRAWS: readonly (readonly [string, (random: Random) => number, number, number])[] = [
  ["uniform", (random) => random.uniform(), 0.5, 1 / 12],
  ["normal", (random) => random.normal(), 0, 1],
  ["exponential", (random) => random.exponential(), 1, 1],
  ["gamma of a small shape", (random) => random.gamma(0.25), 0.25, 0.25],
  ["gamma of a large shape", (random) => random.gamma(6), 6, 6],
  ["beta", (random) => random.beta(0.8, 2.4), 0.25, 0.75 / 16.8],
  ["poisson of a small mean", (random) => random.poisson(2.5), 2.5, 2.5],
  ["poisson of a large mean", (random) => random.poisson(300), 300, 300],
];
test.each(DRAWS)("%s draws have their mean and variance", (_name, draw, mean, variance) => {
  const random = seeded(11);
  const found = momentsOf(() => draw(random));
  expect(Math.abs(found.mean - mean)).toBeLessThan(4 * Math.sqrt(variance / N) + 1e-12);
  expect(found.variance / variance).toBeGreaterThan(0.93);
  expect(found.variance / variance).toBeLessThan(1.07);
});

test("shuffling keeps every item and favours no place", () => {
  const random = seeded(3);
  const first = Array.from({ length: 6000 }, () => random.shuffle(["a", "b", "c"])[0]);
  for (const letter of ["a", "b", "c"]) {
    const share = first.filter((one) => one === letter).length / first.length;
    expect(Math.abs(share - 1 / 3)).toBeLessThan(0.03);
  }
});

test("a redrawn sample keeps its size on average, cell by cell", () => {
  const random = seeded(5);
  const sums = [0, 0, 0];
  for (let i = 0; i < 2000; i++) {
    const drawn = redrawCounts([1, 20, 5000], random);
    for (let j = 0; j < 3; j++) sums[j] = (sums[j] ?? 0) + (drawn[j] ?? 0) / 2000;
  }
  expect(sums[0]).toBeCloseTo(1, 0);
  expect(sums[1]).toBeCloseTo(20, 0);
  expect(Math.abs((sums[2] ?? 0) - 5000)).toBeLessThan(8);
  expect(redrawPlaces(10, random).every((place) => place >= 0 && place < 10)).toBe(true);
});

test("an interval from redrawing holds the true mean of normal numbers in 90 to 99 % of samples", () => {
  const random = seeded(17);
  let held = 0;
  for (let round = 0; round < 200; round++) {
    const sample = Array.from({ length: 60 }, () => random.normal());
    const mean = sample.reduce((sum, one) => sum + one, 0) / 60;
    const interval = bootstrapInterval(
      mean,
      200,
      () => redrawPlaces(60, random).reduce((sum, place) => sum + (sample[place] ?? 0), 0) / 60,
    );
    if (interval && interval.low <= 0 && interval.high >= 0) held += 1;
  }
  expect(held / 200).toBeGreaterThan(0.9);
  expect(held / 200).toBeLessThan(0.99);
});

test("too few usable draws give no interval", () => {
  expect(percentileInterval(1, [1, 2, Number.NaN])).toBeNull();
  expect(bootstrapInterval(1, 100, () => null)).toBeNull();
});

test("intervals are as wide as their distributions say", () => {
  expect(normalInterval(10, 1).high).toBeCloseTo(11.959964, 6);
  expect(tInterval(10, 1, 5).low).toBeCloseTo(10 - 2.570582, 6);
  expect(logInterval(10, 0.1).high).toBeCloseTo(10 * Math.exp(0.1959964), 5);
  const share = shareInterval(0.02, 0.015);
  expect(share.low).toBeGreaterThan(0);
  expect(share.high).toBeGreaterThan(0.05);
  expect(shareInterval(1, 0).high).toBe(1);
  expect(quantileOf([1, 2, 3, 4], 0.5)).toBe(2.5);
});

test("special functions are right, also in the tails", () => {
  expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.sqrt(Math.PI)), 12);
  expect(logBeta(2, 1e6)).toBeCloseTo(-Math.log(1e6) - Math.log(1e6 + 1), 6);
  expect(twoSided(10) / 1.5239706048320995e-23).toBeCloseTo(1, 8);
  expect(2 * tCdf(-1.860813, 17.776474)).toBeCloseTo(0.079394, 6);
  expect(logAdd(-1000, -1000)).toBeCloseTo(-1000 + Math.log(2), 9);
  expect(logAdd(Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY)).toBe(Number.NEGATIVE_INFINITY);
  expect(expit(logit(0.3))).toBeCloseTo(0.3, 12);
  expect(expit(-800)).toBe(0);
});
