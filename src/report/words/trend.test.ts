import { expect, test } from "vitest";
import type { Slice } from "../../gaps/gap.ts";
import { trendLine } from "../chart/trend.ts";
import { moveOf, sayMove } from "./trend.ts";

const month = (key: string | null, kept: number, late: number): Slice => ({
  key,
  asked: kept + late,
  kept,
  late,
  missed: 0,
  open: 0,
  excused: 0,
  kept_rate: kept + late === 0 ? null : kept / (kept + late),
  kept_rate_interval: kept + late === 0 ? null : [0, 1],
  delivered_p50: null,
  felt: { mean: null, n: 0 },
});
const MONTHS = [month("2026-03", 1, 2), month("2026-02", 80, 20), month("2026-01", 90, 10)];

test("the last month with enough judged is held against the one before", () => {
  const move = moveOf(MONTHS);
  expect(move).toEqual({ points: expect.closeTo(-0.1, 9), since: "2026-01" });
  expect(move && sayMove(move)).toBe("10 points less than in Jan 2026");
  expect(sayMove({ points: 0.00001, since: "2026-01" })).toBe("as in Jan 2026");
  expect(moveOf(MONTHS.slice(0, 2))).toBeNull();
});

test("the line says all months in words, and is none where there is one month alone", () => {
  const line = trendLine(MONTHS, 0.9, "Month by month")?.text ?? "";
  expect(line).toContain("Kept rate by month: Jan 2026: 90.0%, Feb 2026: 80.0%, Mar 2026: 33.3%.");
  expect(line).toContain('class="goal"');
  expect(trendLine([month("2026-01", 3, 1), month(null, 2, 2), month("2026-02", 0, 0)], null, "x")).toBeNull();
});
