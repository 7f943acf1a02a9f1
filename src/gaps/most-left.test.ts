import { expect, test } from "vitest";
import type { CustomerPromise } from "../language/experience.ts";
import type { PromiseGap } from "./gap.ts";
import { mostLeft } from "./most-left.ts";

const gap = (promise: string, months: Readonly<Record<string, number>>, unmeasured = 0) =>
  ({
    promise,
    unpromised: 0,
    unmeasured,
    by_month: Object.entries(months).map(([key, asked]) => ({ key, asked })),
  }) as unknown as PromiseGap;
const named = (...names: string[]) => names.map((name) => ({ name })) as unknown as CustomerPromise[];
const gaps = [gap("a", { "2026-01": 10, "2026-02": 20, "2026-03": 40 }, 1), gap("b", { "2026-02": 100 })];
const at = (moment: string) => Date.parse(moment);

test("a filter leaves no more than the months that it touches hold", () => {
  const open = { from: undefined, to: undefined };
  expect(mostLeft(gaps, named("a", "b"), open)).toBe(171);
  expect(mostLeft(gaps, named("a"), open)).toBe(71);
  expect(mostLeft(gaps, named("a"), { from: at("2026-02-10"), to: at("2026-02-20") })).toBe(21);
  expect(mostLeft(gaps, named("a", "b"), { from: at("2026-03-10"), to: undefined })).toBe(41);
});

test("at its ends it is not known in which month a moment lies, as that depends on the time zone", () => {
  expect(mostLeft(gaps, named("a"), { from: at("2026-02-01T00:00Z"), to: at("2026-02-28T23:59Z") })).toBe(71);
});
