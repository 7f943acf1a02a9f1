import { expect, test } from "vitest";
import { joinOpenings, readOpening } from "./opening.ts";

const hours = (text: string) => {
  const read = readOpening(text);
  return "fault" in read ? read.fault : read.openings.map(({ weekday, from, to }) => `${weekday} ${from}-${to}`);
};

test("reads days, ranges of days and several times", () => {
  expect(hours("Mon 08:00-18:00")).toEqual(["1 480-1080"]);
  expect(hours("mon-Tue 8:00-12:00 13:00-24:00")).toEqual(["1 480-720", "2 480-720", "1 780-1440", "2 780-1440"]);
  expect(hours("Monday,Wed 08:00-09:00, 10:00-11:00")).toEqual(["1 480-540", "3 480-540", "1 600-660", "3 600-660"]);
});

test("a range of days may go over Sunday", () => {
  expect(hours("Sat-Mon 08:00-09:00")).toEqual(["6 480-540", "7 480-540", "1 480-540"]);
});

test.each(["", "08:00-18:00", "Mon", "Mno 08:00-18:00", "Mon-Fry 08:00-18:00", "Mon-Tue-Wed 08:00-18:00"])(
  "%s is refused",
  (text) => {
    expect(hours(text)).toBeTypeOf("string");
  },
);

test.each([
  "08:00",
  "8-18",
  "08:00-25:00",
  "08:00-24:30",
  "08:60-09:00",
  "08:00-08:00",
  "18:00-08:00",
  "08:00-09:00-10:00",
])("%s is no time", (time) => {
  expect(hours(`Mon ${time}`)).toBeTypeOf("string");
});

test("hours that touch are one, hours that share a minute are an overlap", () => {
  const open = (from: number, to: number) => ({ weekday: 1, from, to });
  expect(joinOpenings([open(720, 900), open(480, 720)])).toEqual({ open: [open(480, 900)], overlap: undefined });
  expect(joinOpenings([open(480, 721), open(720, 900)])).toEqual({ open: [open(480, 900)], overlap: 1 });
});
