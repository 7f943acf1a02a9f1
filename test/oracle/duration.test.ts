import { expect, test } from "vitest";
import type { Calendar, Duration, Experience } from "../../src/language/experience.ts";
import { after } from "./duration.ts";
import { experience, ms, office, thenPromise } from "./example.ts";
import { lastMomentOf } from "./zone.ts";

const HOUR = 3_600_000;
const calendarDays = (days: number, months = 0): Duration => ({ kind: "calendar", days, months });
const openHours = (hours: number): Duration => ({ kind: "open-time", calendar: "office", ms: hours * HOUR });
const openDays = (days: number): Duration => ({ kind: "open-days", calendar: "office", days });

/** The moment so long after another, both in UTC. */
const end = (asked: string, duration: Duration, rest: Partial<Experience>): string =>
  new Date(after(experience(thenPromise(), rest), ms(asked), duration)).toISOString().replace(/:00.000Z$/, "");

const helsinki = { timezone: "Europe/Helsinki" };
const saoPaulo = { timezone: "America/Sao_Paulo" };
const lordHowe = { timezone: "Australia/Lord_Howe" };
const week = (...ranges: readonly (readonly [number, number])[]) =>
  [1, 2, 3, 4, 5, 6, 7].flatMap((weekday) => ranges.map(([from, to]) => ({ weekday, from: from * 60, to: to * 60 })));
const open = (rest: Partial<Calendar>) => ({ calendars: [{ ...office, holidays: undefined, ...rest }] });

test("hours are elapsed time, days the same time of day", () => {
  expect(end("2024-03-30T08:00", { kind: "elapsed", ms: 24 * HOUR }, helsinki)).toBe("2024-03-31T08:00");
  expect(end("2024-03-30T08:00", calendarDays(1), helsinki)).toBe("2024-03-31T07:00");
  expect(end("2024-10-26T08:00", calendarDays(1), helsinki)).toBe("2024-10-27T09:00");
  expect(end("2024-03-30T08:00", calendarDays(1), {})).toBe("2024-03-31T08:00");
});

test("a skipped time of day is moved later by the gap", () => {
  expect(end("2024-03-30T01:30", calendarDays(1), helsinki)).toBe("2024-03-31T01:30");
  expect(end("2018-11-03T03:00", calendarDays(1), saoPaulo)).toBe("2018-11-04T03:00");
  expect(end("2018-11-03T03:30", calendarDays(1), saoPaulo)).toBe("2018-11-04T03:30");
  expect(end("2024-10-04T15:45", calendarDays(1), lordHowe)).toBe("2024-10-05T15:45");
});

test("a repeated time of day is the first", () => {
  expect(end("2024-10-26T00:30", calendarDays(1), helsinki)).toBe("2024-10-27T00:30");
  expect(end("2024-10-26T02:00", calendarDays(1), helsinki)).toBe("2024-10-27T03:00");
  expect(end("2019-02-16T01:15", calendarDays(1), saoPaulo)).toBe("2019-02-17T01:15");
  expect(end("2019-02-15T01:15", calendarDays(2), saoPaulo)).toBe("2019-02-17T01:15");
  expect(end("2024-04-05T14:45", calendarDays(1), lordHowe)).toBe("2024-04-06T14:45");
});

test("from a repeated hour on, too", () => {
  expect(end("2024-10-27T01:30", calendarDays(1), helsinki)).toBe("2024-10-28T01:30");
  expect(end("2024-10-27T01:30", calendarDays(0), helsinki)).toBe("2024-10-27T01:30");
});

test("months come before days and end with the month", () => {
  expect(end("2024-01-31T10:00", calendarDays(0, 1), {})).toBe("2024-02-29T10:00");
  expect(end("2024-01-31T10:00", calendarDays(1, 1), {})).toBe("2024-03-01T10:00");
  expect(end("2024-10-31T10:00", calendarDays(0, 4), {})).toBe("2025-02-28T10:00");
  expect(end("2024-02-29T22:30", calendarDays(0, 1), helsinki)).toBe("2024-03-31T21:30");
});

test("a date ends before the next one begins", () => {
  expect(lastMomentOf("2018-11-03", "America/Sao_Paulo")).toBe(ms("2018-11-04T02:59:59.999"));
  expect(lastMomentOf("2019-02-16", "America/Sao_Paulo")).toBe(ms("2019-02-17T02:59:59.999"));
  expect(lastMomentOf("2024-03-31", "Europe/Helsinki")).toBe(ms("2024-03-31T20:59:59.999"));
});

test("office hours run while the office is open", () => {
  const own = { calendars: [office] };
  expect(end("2024-01-05T15:00", openHours(4), own)).toBe("2024-01-08T09:00");
  expect(end("2024-01-05T12:00", openHours(4), own)).toBe("2024-01-05T16:00");
  expect(end("2024-01-05T16:00", openHours(1), own)).toBe("2024-01-08T07:00");
  expect(end("2024-01-05T16:00", openHours(0), own)).toBe("2024-01-05T16:00");
  expect(end("2024-01-06T10:00", openHours(1), own)).toBe("2024-01-08T07:00");
  expect(end("2024-01-05T12:00", openHours(24), own)).toBe("2024-01-09T16:00");
});

test("holidays and closed days are closed", () => {
  expect(end("2024-03-28T15:00", openHours(2), { calendars: [office] })).toBe("2024-04-02T06:00");
  expect(end("2024-03-28T08:30", openDays(2), { calendars: [office] })).toBe("2024-04-03T07:30");
  const bavaria = { calendars: [{ ...office, holidays: "DE-BY", timezone: "Europe/Berlin" }] };
  expect(end("2024-10-31T16:00", openHours(2), bavaria)).toBe("2024-11-04T08:00");
  expect(end("2024-01-05T15:00", openHours(4), open({ closed: ["2024-01-08"] }))).toBe("2024-01-09T09:00");
});

test("a holiday may last several days", () => {
  const yerevan = { calendars: [{ ...office, timezone: "Asia/Yerevan", holidays: "AM" }] };
  expect(end("2023-12-29T13:00", openHours(2), yerevan)).toBe("2024-01-08T05:00");
});

test("office days come at the same time of day", () => {
  const own = { calendars: [office] };
  expect(end("2024-01-11T08:30", openDays(2), own)).toBe("2024-01-15T08:30");
  expect(end("2024-01-13T10:00", openDays(2), own)).toBe("2024-01-17T06:00");
  expect(end("2024-01-12T16:00", openDays(1), own)).toBe("2024-01-16T06:00");
  expect(end("2024-01-12T15:59", openDays(1), own)).toBe("2024-01-15T15:59");
});

test("no office days are the asking, or the next opening", () => {
  expect(end("2024-01-11T08:30", openDays(0), { calendars: [office] })).toBe("2024-01-11T08:30");
  expect(end("2024-01-13T10:00", openDays(0), { calendars: [office] })).toBe("2024-01-15T06:00");
});

test("office days stay within the opening times of their day", () => {
  const uneven = open({
    timezone: "UTC",
    open: [
      { weekday: 1, from: 480, to: 1080 },
      { weekday: 2, from: 720, to: 1080 },
      { weekday: 5, from: 480, to: 720 },
    ],
  });
  expect(end("2024-01-08T09:00", openDays(1), uneven)).toBe("2024-01-09T12:00");
  expect(end("2024-01-09T17:00", openDays(1), uneven)).toBe("2024-01-12T12:00");
});

test("a day may have several ranges, and one may end at midnight", () => {
  const lunch = open({ timezone: "UTC", open: week([8, 12], [13, 17]) });
  expect(end("2024-01-08T11:30", openHours(1), lunch)).toBe("2024-01-08T13:30");
  expect(end("2024-01-08T12:30", openDays(1), lunch)).toBe("2024-01-09T13:00");
  expect(end("2024-01-08T11:30", openDays(1), lunch)).toBe("2024-01-09T11:30");
  const night = open({ timezone: "UTC", open: week([0, 4], [22, 24]) });
  expect(end("2024-01-08T23:00", openHours(2), night)).toBe("2024-01-09T01:00");
  expect(end("2024-01-08T23:00", openHours(6), night)).toBe("2024-01-09T23:00");
});

test("clock changes count as they fall", () => {
  const night = open({ open: week([0, 4], [22, 24]) });
  expect(end("2024-03-30T21:00", openHours(5), night)).toBe("2024-03-31T20:00");
  expect(end("2024-10-26T21:00", openHours(5), night)).toBe("2024-10-27T02:00");
  const early = open({ open: week([2, 3.5], [4, 5]) });
  expect(end("2024-03-31T00:00", openHours(2), early)).toBe("2024-03-31T02:00");
  expect(end("2024-03-31T00:00", openHours(2), open({ open: week([3, 4]) }))).toBe("2024-04-02T01:00");
  expect(end("2024-10-26T23:00", openHours(3), early)).toBe("2024-10-28T00:30");
  const midnight = open({ timezone: "America/Sao_Paulo", open: week([0, 1.5], [23, 24]) });
  expect(end("2018-11-04T02:30", openHours(1), midnight)).toBe("2018-11-04T03:30");
  expect(end("2019-02-17T01:00", openHours(2), midnight)).toBe("2019-02-17T03:00");
});
