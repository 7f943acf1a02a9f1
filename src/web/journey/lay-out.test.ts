import { expect, test } from "vitest";
import { drawWays } from "../../report/chart/ways.ts";
import { layOut } from "./lay-out.ts";
import { mapOf, movesOf, readableShare } from "./map.ts";
import type { Journey } from "./query.ts";

/** Thirty steps in a row, every third of which may be come back to, and many rare leaps. */
const names = Array.from({ length: 30 }, (_, i) => `step.${String(i + 1).padStart(2, "0")}`);
const follows = [
  ...names.slice(1).map((to, i) => ({ from: names[i] ?? "", to, count: 1000 - 20 * i, p50: 3600, p90: 7200 })),
  ...names.flatMap((from, i) =>
    i % 3 ? [] : [{ from, to: names[Math.max(0, i - 2)] ?? "", count: 60, p50: 60, p90: 90 }],
  ),
  ...names.flatMap((from, i) =>
    names.slice(i + 2, i + 6).map((to) => ({ from, to, count: 3, p50: 86_400, p90: 90_000 })),
  ),
];
const journey: Journey = {
  as_of: "2026-01-01T00:00:00.000Z",
  journey: "long",
  subjects: 1000,
  path: names,
  steps: names.map((event) => ({
    event,
    count: 500,
    subjects: 500,
    on_path: true,
    began: 0,
    last: 0,
    ends: false,
    touchpoint: null,
    team: null,
    outside: false,
    asks: [],
    answers: [],
  })),
  follows,
  variants: [],
  variant_count: 0,
  as_meant: 0,
  throughput: null,
  promises: [],
  promised: [],
};
const wording = {
  lines: ({ event }: Journey["steps"][number]) => [{ text: event, className: "name" }],
  label: ({ count }: { readonly count: number }) => String(count),
};

test("thirty steps stand beside one another, none on another, in the order of the path", () => {
  const { steps, moves, width, height } = layOut(mapOf(journey, readableShare(journey)), wording);
  expect(steps).toHaveLength(30);
  for (const [i, one] of steps.entries())
    for (const other of steps.slice(i + 1)) {
      const apart =
        Math.abs(one.x - other.x) >= (one.width + other.width) / 2 ||
        Math.abs(one.y - other.y) >= (one.height + other.height) / 2;
      expect(apart, `${one.event} and ${other.event}`).toBe(true);
    }
  expect(steps.map(({ y }) => y)).toEqual(steps.map(({ y }) => y).sort((a, b) => a - b));
  for (const { points } of moves) expect(points.length).toBeGreaterThan(1);
  expect(width).toBeLessThan(1000);
  expect(height).toBeGreaterThan(30 * 38);
});

test("rare ways are left out, and said to be; those of the path never are", () => {
  const all = mapOf(journey, 0);
  expect(all).toMatchObject({ hiddenMoves: 0, hiddenSteps: 0 });
  const most = mapOf(journey, 0.5);
  expect(most.moves.filter(({ meant }) => meant)).toHaveLength(29);
  expect(most.moves.length + most.hiddenMoves).toBe(all.moves.length);
  expect(most.moves.every(({ meant, count }) => meant || count >= 500)).toBe(true);
});

test("a way of the path that nobody goes is there all the same", () => {
  const alone = { ...journey, follows: [] };
  expect(movesOf(alone)).toHaveLength(29);
  expect(movesOf(alone)[0]).toEqual({ from: "step.01", to: "step.02", count: 0, p50: null, p90: null, meant: true });
});

test("the file holds every step and way, and names stay text", () => {
  const evil = { ...wording, lines: () => [{ text: "<b>&", className: "name" }] };
  const { text } = drawWays(layOut(mapOf(journey, 0), evil), "long", "All of it");
  expect(text.match(/<rect/g)).toHaveLength(30);
  expect(text.match(/class="head"/g)).toHaveLength(follows.length);
  expect(text).not.toContain("<b>");
});
