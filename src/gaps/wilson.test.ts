import { expect, test } from "vitest";
import { wilson } from "./wilson.ts";

// Newcombe, Statistics in Medicine 17 (1998), table I, method 3.
const KNOWN = [
  { hits: 81, n: 263, low: 0.2553, high: 0.3662 },
  { hits: 15, n: 148, low: 0.0624, high: 0.1605 },
  { hits: 0, n: 20, low: 0, high: 0.1611 },
  { hits: 1, n: 29, low: 0.0061, high: 0.1718 },
];

test.each(KNOWN)("of $n there were $hits", ({ hits, n, low, high }) => {
  const [from, to] = wilson(hits, n) ?? [];
  expect(from).toBeCloseTo(low, 4);
  expect(to).toBeCloseTo(high, 4);
});

test("mirrored cases have mirrored intervals", () => {
  const [low, high] = wilson(19, 20) ?? [0, 0];
  const [other, another] = wilson(1, 20) ?? [0, 0];
  expect(low).toBeCloseTo(1 - another, 12);
  expect(high).toBeCloseTo(1 - other, 12);
});

test("all or none of them reach the very end", () => {
  expect(wilson(20, 20)?.[1]).toBe(1);
  expect(wilson(0, 7)?.[0]).toBe(0);
});

test("nothing seen is no evidence", () => {
  expect(wilson(0, 0)).toBeNull();
});
