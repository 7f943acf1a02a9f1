import { expect, test } from "vitest";
import { chanceOfNoAnswer, fitLegs } from "./legs-survival.ts";
import type { Lesson } from "./snapshot.ts";

const HOUR = 3_600_000;

function ended(waits: readonly (readonly [hours: number, answered: boolean])[]): Lesson[] {
  return waits.map(([hours, answered], i) => ({
    customerKey: `${i}`,
    subjectKey: "0",
    askedKey: "0",
    occasion: "",
    askedAt: answered ? 0 : 1000 * HOUR - hours * HOUR,
    dueAt: undefined,
    at: 0,
    last: new Map(),
    since: new Map(),
    texts: [],
    numbers: [],
    moments: [],
    broken: false,
    answeredAt: answered ? hours * HOUR : Number.MAX_SAFE_INTEGER,
  }));
}

test("is the estimate of Kaplan and Meier: the times to relapse of Freireich 1963", () => {
  // 6-MP arm, in weeks (here hours); those that are false were still well when last seen.
  const answered = [6, 6, 6, 7, 10, 13, 16, 22, 23];
  const waiting = [6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35];
  const legs = fitLegs(
    ended([...answered.map((hours) => [hours, true] as const), ...waiting.map((hours) => [hours, false] as const)]),
    [],
    1000 * HOUR,
  );
  const published = { 6: 0.857, 7: 0.807, 10: 0.753, 13: 0.69, 16: 0.627 };
  for (const [weeks, share] of Object.entries(published))
    expect(chanceOfNoAnswer(legs, 0, 0, Number(weeks) * HOUR)).toBeCloseTo(share, 3);
});

test("the time already gone counts, and nothing is said where few have waited so long", () => {
  const legs = fitLegs(ended(Array.from({ length: 100 }, (_, i) => [i + 1, true] as const)), [], 1000 * HOUR);
  expect(chanceOfNoAnswer(legs, 0, 50 * HOUR, 25 * HOUR)).toBeCloseTo(0.5, 9);
  expect(chanceOfNoAnswer(legs, 0, 0, 25 * HOUR)).toBeCloseTo(0.75, 9);
  expect(chanceOfNoAnswer(legs, 0, 95 * HOUR, HOUR)).toBeNull();
  expect(chanceOfNoAnswer(legs, 3, 0, HOUR)).toBeNull();
});
