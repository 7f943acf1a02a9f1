import { expect, test } from "vitest";
import { experienceOf } from "../../../test/experiences.ts";
import { judgeLines } from "../../../test/gaps-ledger.ts";
import type { Happened } from "../../../test/happened.ts";
import { openedLedger } from "../../../test/ledger.ts";
import { pricesOf } from "../deficit/price.ts";
import { exchangeWith, measureExchanges } from "./measure.ts";

const ledger = openedLedger();

const shop = (worth: string, received = ", received: total") =>
  experienceOf(`
kept: 1
name: Shop
currency: EUR
timezone: UTC
teams: { all: {} }
touchpoints: { desk: { team: all } }
events:
  ordered: { at: desk, has: { total: number, why: text }${received} }
  sent: { at: desk }
  said: { at: desk, has: { stars: whole }, felt: { score: stars, from: 1, to: 5 } }
journeys: { order: { follows: order, path: [ordered, sent], ends: [sent] } }
occasions: { gift: { when: { ordered: 'event.why == "gift"' }, life: A birthday, stakes: 3 } }
promises:
  soon: { says: Sent within a day, journey: order, when: ordered, then: sent, expected: 1 day${worth} }
  heard: { says: We answer, when: said, then: sent, expected: 1 day }
`);

const AS_OF = "2026-03-10T08:00:00Z";
const LINES: readonly Happened[] = [
  ["ann", "2026-03-01T10:00:00Z", "ordered", { order: "a1", total: 50, why: "gift" }],
  ["ann", "2026-03-01T12:00:00Z", "sent", { order: "a1" }],
  ["ann", "2026-03-03T10:00:00Z", "ordered", { order: "a2", total: 30 }],
  ["ann", "2026-03-06T10:00:00Z", "sent", { order: "a2" }],
  ["ann", "2026-03-07T10:00:00Z", "ordered", { total: -10 }],
  ["bob", "2026-03-02T10:00:00Z", "ordered", { order: "b1", total: 20 }],
  ["bob", "2026-03-02T11:00:00Z", "sent", { order: "b1" }],
  ["bob", "2026-03-03T11:00:00Z", "said", { stars: 2 }],
  ["bob", "2026-03-03T12:00:00Z", "said", { stars: 4 }],
  ["bob", "2026-03-03T13:00:00Z", "sent", { order: "b9" }],
  ["cid", "2026-03-10T07:00:00Z", "ordered", { order: "c1", total: 5 }],
];

test("what was given stands beside what was received: of everybody, of each occasion and of each customer", async () => {
  const experience = shop(", worth: 12");
  await judgeLines(ledger.store, experience, LINES, AS_OF);
  const prices = pricesOf(experience, []);
  const found = await measureExchanges(ledger.store, experience, Date.parse(AS_OF), prices);
  expect(found.whole).toMatchObject({ customers: 3, kept: 4, broken: 1, open: 1, received: 95 });
  expect(found.whole.given).toMatchObject({ kind: "estimate", value: 24, low: 24, high: 24, n: 2, grade: "E" });
  expect(found.whole.withheld).toMatchObject({ value: 12, n: 1 });
  expect(found.whole.felt).toEqual({ mean: 4, n: 1 });
  expect(found.unpriced).toEqual(["heard"]);
  expect(found.by_occasion.map(({ name, customers, received }) => [name, customers, received])).toEqual([
    ["gift", 1, 70],
    ["", 2, 25],
  ]);
  const ann = await exchangeWith(ledger.store, experience, "ann", Date.parse(AS_OF), prices);
  expect(ann).toMatchObject({ name: "ann", customers: 1, kept: 1, broken: 1, received: 70, given: { value: 12 } });
  const nobody = await exchangeWith(ledger.store, experience, "nobody", Date.parse(AS_OF), prices);
  expect(nobody).toMatchObject({ customers: 0, kept: 0, received: 0, felt: { mean: null, n: 0 } });
});

test("a measured cost goes before a declared one, with its interval", async () => {
  const experience = shop(", worth: 12");
  await judgeLines(ledger.store, experience, LINES, AS_OF);
  const known = { value: 8, low: 6, high: 10, grade: "C" } as const;
  const prices = [{ promise: "soon", amount: 8, source: "measured" as const, known }];
  const { whole } = await measureExchanges(ledger.store, experience, Date.parse(AS_OF), prices);
  expect(whole.given).toMatchObject({ value: 16, low: 12, high: 20, grade: "C" });
});

test("where nobody knows what a kept promise is worth, or what comes in, it is said", async () => {
  const experience = shop("", "");
  await judgeLines(ledger.store, experience, LINES, AS_OF);
  const { whole } = await measureExchanges(ledger.store, experience, Date.parse(AS_OF), pricesOf(experience, []));
  expect(whole).toMatchObject({ kept: 4, broken: 1, given: { kind: "refusal" }, received: { kind: "refusal" } });
});
