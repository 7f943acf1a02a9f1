import { expect, test } from "vitest";
import { budgetOf, type Judged, WINDOWS } from "./burn.ts";

type Windows = Partial<Record<(typeof WINDOWS)[number]["window"], readonly [broken: number, judged: number]>>;

const of = ([broken, judged]: readonly [number, number]): Judged => ({ broken, judged });

function budget(goal: number, windows: Windows, whole: readonly [number, number] = [0, 0]) {
  return budgetOf(
    goal,
    of(whole),
    WINDOWS.map(({ window }) => of(windows[window] ?? [0, 0])),
  );
}

test("the budget used is the broken share against what the goal allows", () => {
  expect(budget(0.95, {}, [50, 1000])).toMatchObject({ allowed: 0.05, used: 1 });
  expect(budget(0.9, {}, [50, 1000])).toMatchObject({ allowed: 0.1, used: 0.5 });
  expect(budget(0.9, {}, [0, 10]).used).toBe(0);
});

test("a window in which nothing was judged has no burn", () => {
  const { burn, used, alert } = budget(0.99, { "1 hour": [0, 7] });
  expect(used).toBeNull();
  expect(alert).toBeNull();
  expect(burn.find((one) => one.window === "1 hour")).toEqual({ window: "1 hour", rate: 0, judged: 7 });
  expect(burn.find((one) => one.window === "5 minutes")).toEqual({ window: "5 minutes", rate: null, judged: 0 });
});

test("a burn of one is the allowed share", () => {
  expect(budget(0.98, { "3 days": [2, 100] }).burn.find((one) => one.window === "3 days")?.rate).toBeCloseTo(1, 12);
});

test("somebody is called when an hour and its last five minutes burn faster than 14.4", () => {
  expect(budget(0.99, { "1 hour": [15, 100], "5 minutes": [2, 10] }).alert).toBe("page");
  expect(budget(0.99, { "1 hour": [14, 100], "5 minutes": [2, 10] }).alert).toBeNull();
});

test("nobody is called once the trouble is over", () => {
  expect(budget(0.99, { "1 hour": [15, 100], "5 minutes": [0, 10] }).alert).toBeNull();
  expect(budget(0.99, { "1 hour": [15, 100] }).alert).toBeNull();
});

test("nobody is called for a handful", () => {
  expect(budget(0.99, { "1 hour": [4, 4], "5 minutes": [4, 4] }).alert).toBeNull();
  expect(budget(0.99, { "1 hour": [5, 5], "5 minutes": [1, 1] }).alert).toBe("page");
});

test("a slow burn over days asks for a look", () => {
  expect(budget(0.9, { "3 days": [20, 100], "6 hours": [2, 10] }).alert).toBe("ticket");
  expect(budget(0.9, { "30 days": [20, 100], "7 days": [3, 20] }).alert).toBe("ticket");
  expect(budget(0.9, { "30 days": [10, 100], "7 days": [3, 20] }).alert).toBeNull();
});

test("the fastest alert is told", () => {
  const windows = { "3 days": [90, 100], "6 hours": [8, 10], "30 minutes": [3, 4] } as const;
  expect(budget(0.9, windows).alert).toBe("page");
});

test("a goal of all of them leaves no budget to be a share of", () => {
  const { allowed, used, burn, alert } = budget(1, { "1 hour": [5, 50], "5 minutes": [1, 9] }, [5, 50]);
  expect({ allowed, used, alert }).toEqual({ allowed: 0, used: null, alert: "page" });
  expect(burn.every(({ rate }) => rate === null)).toBe(true);
});
