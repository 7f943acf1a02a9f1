import { expect, test } from "vitest";
import { experienceOf } from "../../test/experiences.ts";
import { gapOf, measureLines } from "../../test/gaps-ledger.ts";
import type { Happened } from "../../test/happened.ts";
import { openedLedger } from "../../test/ledger.ts";
import { measurePromise } from "./measure.ts";

const ledger = openedLedger();

const SHOP = experienceOf(`
kept: 1
name: Shop
currency: EUR
timezone: Europe/Helsinki
teams: { board: {}, carrier: { in: board, outside: true }, care: { in: board } }
touchpoints: { shop: { team: board }, doorstep: { team: carrier }, phone: { team: care } }
events:
  ordered: { at: shop, has: { by: moment } }
  cancelled: { at: shop }
  delivered: { at: doorstep }
  called: { at: phone }
  asked: { at: phone, has: { stars: whole }, felt: { score: stars, from: 1, to: 5 } }
journeys: { order: { follows: order, path: [ordered, delivered] } }
occasions: { gift: { when: { asked: 'event.stars == 1' }, stakes: 2 } }
promises:
  comes:
    says: It comes within two days
    made: { at: shop, how: stated, quote: "In two days" }
    journey: order
    when: ordered
    then: delivered
    unless: cancelled
    expected: 48 hours
    target: 24 hours
    goal: 50%
  named:
    says: It comes when we said
    journey: order
    when: ordered
    then: delivered
    expected: { by: asked.by }
  quiet:
    says: You need not call
    journey: order
    when: ordered
    never: called
    for: 10 days
    goal: 100%
`);

const at = (day: number, hour = 0): string => new Date(Date.UTC(2024, 0, 20 + day, hour)).toISOString();

/** One order on the first day, what came of it after so many hours, and what the customer thought. */
function order(n: number, hours: number | undefined, stars?: number): readonly Happened[] {
  const its = { order: `o${n}` };
  return [
    [`c${n}`, at(0), "ordered", n < 3 ? { ...its, by: at(3) } : its],
    ...(hours === undefined ? [] : [[`c${n}`, at(0, hours), "delivered", its] as const]),
    ...(stars === undefined ? [] : [[`c${n}`, at(9), "asked", { ...its, stars }] as const]),
  ];
}

const LINES: readonly Happened[] = [
  ...order(0, 10, 5),
  ...order(1, 20, 4),
  ...order(2, 30),
  ...order(3, 48, 4),
  ...order(4, 72, 2),
  ...order(5, 100),
  ...order(6, undefined, 1),
  ...order(7, undefined),
  ["c7", at(1), "cancelled", { order: "o7" }],
  ["c8", at(9, 12), "ordered", { order: "o8" }],
  ["c5", at(2), "called", { order: "o5" }],
  ["c5", at(3), "called", { order: "o5" }],
  ["c9", at(4), "wondered"],
  ["c9", at(20), "delivered"],
];
const AS_OF = at(10);
const HOUR = 3600;

test("asked are those that something was promised to and that can be judged", async () => {
  const report = await measureLines(ledger.store, SHOP, LINES, AS_OF);
  expect(gapOf(report, "comes")).toMatchObject({
    says: "It comes within two days",
    kind: "then",
    made: { at: "shop", how: "stated", quote: "In two days" },
    journey: "order",
    team: "carrier",
    touchpoint: "doorstep",
    outside: true,
    asked: 9,
    kept: 4,
    late: 2,
    missed: 1,
    open: 1,
    excused: 1,
    kept_rate: 4 / 7,
    unpromised: 0,
    unmeasured: 0,
    goal: 0.5,
    on_target: 2,
    off_target: 5,
    target_rate: 2 / 7,
  });
  expect(gapOf(report, "named")).toMatchObject({ asked: 3, kept: 3, unpromised: 6, goal: null, budget: null });
  expect(gapOf(report, "quiet")).toMatchObject({ asked: 9, kept: 0, missed: 1, open: 8, kept_rate: 0 });
});

test("who was never answered is not among what was delivered, and open time is not", async () => {
  const report = await measureLines(ledger.store, SHOP, LINES, AS_OF);
  const { delivered, expected, target, distance } = gapOf(report, "comes");
  // 10, 20, 30, 48, 72 and 100 hours.
  expect(delivered).toMatchObject({ unit: "seconds", n: 6, mean: (280 / 6) * HOUR, p10: 10 * HOUR, p50: 48 * HOUR });
  expect(delivered).toMatchObject({ p90: 100 * HOUR, p99: 100 * HOUR });
  expect(expected).toMatchObject({ unit: "seconds", n: 9, p10: 48 * HOUR, p99: 48 * HOUR });
  expect(target).toMatchObject({ n: 9, p50: 24 * HOUR });
  expect(distance).toEqual({
    delivered_minus_expected: 0,
    delivered_minus_target: 24 * HOUR,
    target_minus_expected: -24 * HOUR,
  });
  // Of all windows but one the end is still to come.
  expect(gapOf(report, "quiet").delivered).toMatchObject({ unit: "times", n: 1, p50: 2 });
});

test("the density counts everybody who was answered, on both sides of what they expected", async () => {
  const { density } = gapOf(await measureLines(ledger.store, SHOP, LINES, AS_OF), "comes");
  const sum = (counts: readonly number[] = []) => counts.reduce((all, count) => all + count, 0);
  expect(density).toMatchObject({ from: 0, below: 0, above: 0 });
  expect([sum(density?.within), sum(density?.beyond)]).toEqual([4, 2]);
});

test("what was felt stands beside what was kept and what was broken", async () => {
  const { felt, by_occasion } = gapOf(await measureLines(ledger.store, SHOP, LINES, AS_OF), "comes");
  expect(felt).toEqual({
    kept: { mean: 13 / 3, n: 3 },
    broken: { mean: 1.5, n: 2 },
    scale: [1, 5],
    scores: [
      { score: 1, kept: 0, broken: 1 },
      { score: 2, kept: 0, broken: 1 },
      { score: 3, kept: 0, broken: 0 },
      { score: 4, kept: 2, broken: 0 },
      { score: 5, kept: 1, broken: 0 },
    ],
  });
  expect(by_occasion).toMatchObject([
    { key: "gift", asked: 1, missed: 1, delivered_p50: null, felt: { mean: 1, n: 1 } },
    { key: null, asked: 8, kept: 4, late: 2, open: 1, excused: 1, felt: { mean: 15 / 4, n: 4 } },
  ]);
});

test("the budget counts a late one when it broke, and the rest when they were decided", async () => {
  const { budget } = gapOf(await measureLines(ledger.store, SHOP, LINES, at(4)), "comes");
  expect(budget).toMatchObject({ allowed: 0.5, used: (3 / 7) * 2, alert: null });
  // Since the end of the first day two were kept, and three broke when they were due: one of them was answered later.
  expect(budget?.burn).toContainEqual({ window: "3 days", rate: (3 / 5) * 2, judged: 5 });
  expect(budget?.burn).toContainEqual({ window: "7 days", rate: (3 / 7) * 2, judged: 7 });
  expect(budget?.burn).toContainEqual({ window: "6 hours", rate: null, judged: 0 });
});

test("the ledger is told as it was then", async () => {
  const report = await measureLines(ledger.store, SHOP, LINES, AS_OF);
  expect(report).toMatchObject({
    experience: "Shop",
    currency: "EUR",
    timezone: "Europe/Helsinki",
    as_of: "2024-01-30T00:00:00.000Z",
    events: 24,
    customers: 10,
    first_event: at(0),
    last_event: at(9, 12),
    unknown_events: [{ name: "wondered", count: 1 }],
    journeys: [],
  });
});

test("teams and touchpoints answer for their promises", async () => {
  const report = await measureLines(ledger.store, SHOP, LINES, AS_OF);
  expect(report.by_team).toMatchObject([
    { name: "board", in: null, promises: ["comes", "named", "quiet"], asked: 21 },
    { name: "carrier", in: "board", outside: true, promises: ["comes", "named"], asked: 12 },
    { name: "care", in: "board", promises: ["quiet"], asked: 9 },
  ]);
  expect(report.by_touchpoint.map(({ name, in: team, asked }) => [name, team, asked])).toEqual([
    ["shop", "board", 0],
    ["doorstep", "carrier", 12],
    ["phone", "care", 9],
  ]);
  expect(gapOf(report, "comes").by_team).toMatchObject([{ key: "carrier", asked: 9, kept: 4 }]);
  expect(gapOf(report, "comes").by_touchpoint).toMatchObject([{ key: "doorstep", asked: 9, kept: 4 }]);
});

test("a month is one of the experience's time zone", async () => {
  const lines: readonly Happened[] = [
    ["a", "2024-01-31T21:59:59Z", "ordered", { order: "a" }],
    ["b", "2024-01-31T22:00:00Z", "ordered", { order: "b" }],
    ["c", "2024-12-31T22:00:00Z", "ordered", { order: "c" }],
  ];
  const { by_month } = gapOf(await measureLines(ledger.store, SHOP, lines, "2026-01-01T00:00:00Z"), "comes");
  expect(by_month.map(({ key, missed }) => [key, missed])).toEqual([
    ["2024-01", 1],
    ["2024-02", 1],
    ["2025-01", 1],
  ]);
});

test("where nothing was judged there is no evidence", async () => {
  const open = await measureLines(ledger.store, SHOP, [["a", at(0), "ordered", { order: "a" }]], at(1));
  expect(gapOf(open, "comes")).toMatchObject({
    asked: 1,
    open: 1,
    kept_rate: null,
    kept_rate_interval: null,
    budget: { used: null, alert: null },
    target_rate: null,
    delivered: null,
    expected: { n: 1, p50: 48 * HOUR },
    density: null,
    distance: { delivered_minus_expected: null, delivered_minus_target: null, target_minus_expected: -24 * HOUR },
    felt: { kept: { mean: null, n: 0 }, broken: { mean: null, n: 0 }, scale: [1, 5] },
  });
  const empty = await measureLines(ledger.store, SHOP, [], at(1));
  expect(empty).toMatchObject({ events: 0, customers: 0, first_event: null, last_event: null, unknown_events: [] });
  expect(gapOf(empty, "comes")).toMatchObject({ asked: 0, expected: null, by_month: [], by_team: [], by_property: {} });
  expect(empty.by_team[0]).toMatchObject({ name: "board", asked: 0, kept_rate: null });
  // JSON would make null of a number that is none.
  for (const report of [open, empty]) expect(JSON.parse(JSON.stringify(report))).toEqual(report);
});

test("a promise alone is measured as in the report", async () => {
  const report = await measureLines(ledger.store, SHOP, LINES, AS_OF);
  for (const gap of report.promises)
    expect(await measurePromise(ledger.store, SHOP, gap.promise, Date.parse(AS_OF))).toEqual(gap);
  expect(await measurePromise(ledger.store, SHOP, "unheard-of", Date.parse(AS_OF))).toBeUndefined();
});
