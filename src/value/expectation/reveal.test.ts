import { expect, test } from "vitest";
import { seeded } from "../numbers/random.ts";
import { binsOf, type Cell } from "./bins.ts";
import { fitForms } from "./fit.ts";
import { formAt } from "./form.ts";
import { type RevealOptions, reveal } from "./reveal.ts";

const FELT: RevealOptions = { outcome: "felt", redraws: 60 };

/** One row a customer: how far short it was, and the score. */
function cellsOf(rows: readonly (readonly [short: number, score: number])[], step = 1): Cell[] {
  return rows.map(([x, y]) => ({ occasion: "", bin: Math.ceil(x / step), x, y, n: 1 }));
}

function world(felt: (short: number) => number, n = 600, seed = 1): Cell[] {
  const random = seeded(seed);
  const rows = Array.from({ length: n }, () => {
    const short = -4 + 14 * random.uniform();
    return [short, felt(short) + 0.6 * random.normal()] as const;
  });
  return cellsOf(rows, 0.25);
}

test.each([
  ["none", () => 4, null, null],
  ["linear", (x: number) => 4 - 0.2 * x, null, null],
  ["step", (x: number) => (x > 3 ? 2.5 : 4), 3, null],
  ["hinge", (x: number) => 4 - 0.4 * Math.max(0, x - 3), 3, null],
  ["two hinges", (x: number) => 4 - 0.6 * Math.min(4, Math.max(0, x - 1)), 1, 5],
] as const)("finds in what people felt: %s", (form, felt, turns, ends) => {
  const found = reveal(world(felt), 0.25, FELT);
  if (found.kind === "refusal") throw new Error(found.reason);
  expect(found.form).toBe(form);
  if (turns === null) expect(found.threshold).toBeNull();
  else {
    expect(found.threshold?.value).toBeCloseTo(turns, -0.3);
    expect(found.threshold?.low).toBeLessThanOrEqual(turns + 0.25);
    expect(found.threshold?.high).toBeGreaterThanOrEqual(turns - 0.25);
    expect(found.before - found.beyond).toBeGreaterThan(1);
    expect(found.change?.high).toBeLessThan(-0.5);
  }
  if (ends !== null) expect(Math.abs((found.ends ?? 0) - ends)).toBeLessThan(1);
});

test("the same seed tells the same", () => {
  const cells = world((x) => (x > 2 ? 3 : 4));
  expect(reveal(cells, 0.25, { ...FELT, seed: 7 })).toEqual(reveal(cells, 0.25, { ...FELT, seed: 7 }));
});

test("sums over cells are the sums over rows: every form leaves over what it leaves over row by row", () => {
  const cells = world((x) => 4 - 0.3 * Math.max(0, x - 2), 300);
  const forms = fitForms(binsOf(cells, 0.25));
  expect(forms.map(({ kind }) => kind)).toEqual(["none", "linear", "step", "hinge", "two hinges"]);
  for (const form of forms) {
    const rss = cells.reduce((sum, { x, y, bin }) => {
      const at = form.kind === "step" ? bin * 0.25 - 1e-9 : x;
      return sum + (y - formAt(form, at)) ** 2;
    }, 0);
    expect(form.rss).toBeCloseTo(rss, 6);
    expect(form.bic).toBeGreaterThan(Number.NEGATIVE_INFINITY);
  }
});

test.each([
  ["nobody", []],
  [
    "three rows",
    [
      [1, 5],
      [2, 4],
      [3, 1],
    ],
  ],
  ["the same score from everybody", Array.from({ length: 90 }, (_, i) => [i, 4])],
  ["the same wait for everybody", Array.from({ length: 90 }, (_, i) => [2, i % 5])],
  ["all but a few at one place", Array.from({ length: 90 }, (_, i) => [i < 85 ? 2 : i, i % 5])],
] as const)("says why it cannot tell: %s", (_, rows) => {
  const found = reveal(cellsOf(rows as readonly (readonly [number, number])[]), 1, FELT);
  expect(found).toMatchObject({
    kind: "refusal",
    reason: expect.stringMatching(/\.$/),
    needed: expect.stringMatching(/\.$/),
  });
});

test("a step without any noise is found, and nothing is no number", () => {
  const found = reveal(cellsOf(Array.from({ length: 200 }, (_, i) => [i / 20, i > 100 ? 2 : 5])), 1, FELT);
  expect(found).toMatchObject({ form: "step", threshold: { value: 5 }, same_form: 1 });
  expect(JSON.stringify(found)).not.toMatch(/null,"(value|low|high)"|NaN/);
});

test("the free curve only falls, and everybody is in it once", () => {
  const found = reveal(
    world((x) => (x > 3 ? 2 : 4)),
    0.25,
    FELT,
  );
  if (found.kind === "refusal") throw new Error(found.reason);
  const values = found.curve.map(({ value }) => value);
  expect(values).toEqual(values.toSorted((a, b) => b - a));
  expect(found.curve.reduce((sum, { n }) => sum + n, 0)).toBe(600);
});
