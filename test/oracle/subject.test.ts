import { expect, test } from "vitest";
import { event, experience, ms, thenPromise } from "./example.ts";
import { judgeByHand } from "./judge.ts";

const journey = { name: "j", follows: "order", path: [], ends: [] };
const file = experience(thenPromise({ journey: "j" }), { journeys: [journey] });
const subjects = (events: Parameters<typeof judgeByHand>[1], own = file) =>
  judgeByHand(own, events, ms("20:00")).map((one) => [one.customer, one.subject, one.verdict]);

test("a journey is one customer's events with the same value, numbers as their text", () => {
  const order = (name: string, time: string, value: string | number | null, customer = "c") =>
    event(name, time, { order: value }, { customer });
  expect(
    subjects([
      order("ask", "10:00", 1),
      order("answer", "11:00", "1"),
      order("ask", "10:00", "2"),
      order("answer", "11:00", "2", "d"),
      order("ask", "10:00", null),
      event("ask", "10:00"),
    ]),
  ).toEqual([
    ["c", "1", "kept"],
    ["c", "2", "missed"],
  ]);
});

test("without a journey all events of the customer count", () => {
  const events = [event("ask", "10:00", { order: "1" }), event("answer", "11:00", { order: "2" })];
  expect(subjects(events, experience(thenPromise()))).toEqual([["c", "c", "kept"]]);
});

test("verdicts stand in the order of customer, subject, time and id", () => {
  const ask = (customer: string, order: string, time: string, id: string) =>
    event("ask", time, { order }, { customer, id });
  const events = [
    ask("b", "1", "10:00", "4"),
    ask("a", "2", "10:00", "3"),
    ask("a", "1", "11:00", "2"),
    ask("a", "1", "11:00", "1"),
  ];
  expect(judgeByHand(file, events, ms("20:00")).map((one) => one.askedId)).toEqual(["1", "2", "3", "4"]);
});

test("felt is the latest known score of the subject up to the judged moment", () => {
  const felt = { score: "stars", from: 1, to: 5, words: undefined };
  const review = {
    name: "review",
    at: undefined,
    has: [{ name: "stars", type: "whole" as const }],
    felt,
    received: undefined,
    again: undefined,
  };
  const own = experience(thenPromise({ journey: "j" }), { journeys: [journey], events: [review] });
  const give = (time: string, stars: number | null, key = 1n) =>
    event("review", time, { order: "1", stars }, { id: `${time} ${key}`, key });
  const events = [
    event("ask", "10:00", { order: "1" }),
    give("09:00", 2),
    give("11:00", 4, 9n),
    give("11:00", 5, 8n),
    give("12:00", null),
  ];
  const feltAt = (asOf: string) => judgeByHand(own, events, ms(asOf))[0]?.felt;
  expect(feltAt("10:00")).toBe(2);
  expect(feltAt("20:00")).toBe(5);
  expect(judgeByHand(own, events.slice(0, 1), ms("20:00"))[0]?.felt).toBeUndefined();
});

test("a score on another scale is stretched to that of the first felt event", () => {
  const kind = (name: string, from: number, to: number) => ({
    name,
    at: undefined,
    has: [{ name: "stars", type: "number" as const }],
    felt: { score: "stars", from, to, words: undefined },
    received: undefined,
    again: undefined,
  });
  const own = experience(thenPromise(), { events: [kind("review", 1, 5), kind("survey", 0, 10)] });
  const events = [event("ask", "10:00"), event("survey", "11:00", { stars: 7.5 })];
  expect(judgeByHand(own, events, ms("20:00"))[0]?.felt).toBe(4);
});
