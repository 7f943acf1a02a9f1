import { expect, test } from "vitest";
import { clockOf } from "./wall-clock.ts";

test("knows weekday, hour and weekend on the clock on the wall, also when the clocks change", () => {
  const clock = clockOf("Europe/Helsinki");
  const friday = Date.parse("2026-10-23T15:00:00Z");
  expect([clock.weekday(friday), clock.hour(friday)]).toEqual([4, 18]);
  const monday = Date.parse("2026-10-26T06:00:00Z");
  expect([clock.weekday(monday), clock.hour(monday)]).toEqual([0, 8]);
  expect(clock.weekend(friday, monday)).toBeCloseTo(2, 9);
  expect(clock.weekend(friday, friday)).toBe(0);
  expect(clock.weekend(Date.parse("2026-10-24T09:00:00Z"), Date.parse("2026-10-24T21:00:00Z"))).toBeCloseTo(0.5, 9);
});
