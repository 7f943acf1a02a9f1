import { expect, test } from "vitest";
import { type Said, saidAndDone } from "./said-and-done.ts";

test("no figure lies upon words, however few or many said so", () => {
  const rows = [0, 0.02, 0.45, 1].map((value): Said => ({ words: `Said ${value}`, value, ends: [value, value] }));
  const lines = [...saidAndDone(rows, "Said").text.matchAll(/<text[^>]* y="([\d.]+)"/g)].map(([, y]) => Number(y));
  const apart = [...new Set(lines)].sort((a, b) => a - b);
  expect(apart).toHaveLength(2 * rows.length + 1);
  for (const [i, y] of apart.slice(1).entries()) expect(y - (apart[i] ?? 0)).toBeGreaterThanOrEqual(15);
});
