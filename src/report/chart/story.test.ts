import { expect, test } from "vitest";
import { type Fate, type Span, storyChart } from "./story.ts";
import { byLane, byMonth } from "./story-spans.ts";

const DAY = 86_400_000;
const span = (promise: string, day: number, fate: Fate, more: Partial<Span> = {}): Span => ({
  ...{ promise, says: `“${promise}”`, asked: day * DAY, due: (day + 2) * DAY },
  ...{ answered: fate === "kept" ? (day + 1) * DAY : null, fate, count: 1, ...more },
});
const about = { asOf: 100 * DAY, timezone: "UTC" };

test("each promise has a lane, those that broke first, and what overlaps stands below", () => {
  const lanes = byLane([span("a", 1, "kept"), span("a", 2, "kept"), span("b", 1, "missed")], about.asOf);
  expect(lanes.map(({ says, rows }) => [says, rows.length])).toEqual([
    ["“b”", 1],
    ["“a”", 2],
  ]);
});

test("very many are counted by month and by what became of them", () => {
  const many = Array.from({ length: 90 }, (_, i) => span("a", i, i % 3 ? "kept" : "missed"));
  const months = byMonth(many, "UTC");
  expect(months.reduce((sum, { count }) => sum + count, 0)).toBe(90);
  expect(months).toHaveLength(6);
  expect(storyChart({ ...about, spans: many }, "Story").text.match(/story-mark/g)).toHaveLength(6 + 5);
});

test("the picture says in words what it shows, and no place is no number", () => {
  const { text } = storyChart({ ...about, spans: [span("a<b", 100, "open", { due: null })] }, "Story");
  expect(text).toContain("1\u00a0promise: 0 kept, 0 late, 0 missed, 1 open, 0 excused.");
  expect(text).toContain("a&lt;b");
  expect(text).not.toMatch(/NaN|Infinity/);
});
