import { expect, test } from "vitest";
import { experienceOf } from "../../test/experiences.ts";
import { judgeLines } from "../../test/gaps-ledger.ts";
import type { Happened } from "../../test/happened.ts";
import { openedLedger } from "../../test/ledger.ts";
import { sql } from "../sql/sql.ts";
import { worstSubjects } from "./worst.ts";

const ledger = openedLedger();

const SHOP = experienceOf(`
kept: 1
name: Shop
timezone: UTC
events: { ordered: { has: { reason: text, total: number } }, delivered: {}, packed: {}, called: {} }
journeys: { order: { follows: order, path: [ordered, delivered] } }
occasions: { broken: { when: { ordered: 'event.reason == "broken"' }, stakes: 3 } }
promises:
  comes: { says: It comes, journey: order, when: ordered, then: delivered, expected: 24 hours }
  helped: { says: We call you, when: ordered, count: called, for: 10 days, expected: between 2 and 3 }
  fair: { says: It is fair, when: ordered, measure: asked.total, expected: at most 10 }
  packed: { says: It is packed, journey: order, when: ordered, first: packed }
`);

const at = (hour: number): string => new Date(Date.UTC(2024, 0, 1, hour)).toISOString();

function order(customer: string, asked: number, answered: number | undefined, reason = "new"): readonly Happened[] {
  const its = { order: `${customer}'s` };
  return [
    [customer, at(asked), "ordered", { ...its, reason, total: asked }],
    ...(answered === undefined ? [] : [[customer, at(answered), "delivered", its] as const]),
  ];
}

test("first those who were never answered, then by how late it was, weighed by what is at stake", async () => {
  const lines = [
    ...order("a-little-late", 0, 25),
    ...order("kept", 0, 24),
    ...order("late", 0, 60),
    ...order("late-and-broken", 0, 40, "broken"),
    ...order("never", 20, undefined),
    ...order("never-for-longer", 10, undefined),
    ...order("never-and-broken", 30, undefined, "broken"),
  ];
  await judgeLines(ledger.store, SHOP, lines, at(100));
  const worst = await worstSubjects(ledger.store, SHOP, "comes", Date.parse(at(100)), 10);
  const hours = (seconds: number | undefined) => seconds && seconds / 3600;
  expect(worst.map(({ customer, verdict, stakes, beyond }) => [customer, verdict, stakes, hours(beyond)])).toEqual([
    ["never-and-broken", "missed", 3, 46],
    ["never-for-longer", "missed", 1, 66],
    ["never", "missed", 1, 56],
    ["late-and-broken", "late", 3, 16],
    ["late", "late", 1, 36],
    ["a-little-late", "late", 1, 1],
  ]);
  expect(worst[0]).toMatchObject({ subject: "never-and-broken's", occasion: "broken", askedAt: Date.parse(at(30)) });
  expect(await worstSubjects(ledger.store, SHOP, "comes", Date.parse(at(100)), 2)).toEqual(worst.slice(0, 2));
  expect(await worstSubjects(ledger.store, SHOP, "unheard-of", Date.parse(at(100)), 2)).toEqual([]);
});

test("numbers are worst by how far they lie outside", async () => {
  const calls = (customer: string, count: number): readonly Happened[] => [
    [customer, at(1), "ordered", { total: 10 + count }],
    ...Array.from({ length: count }, (_, i): Happened => [customer, at(2 + i), "called"]),
  ];
  await judgeLines(
    ledger.store,
    SHOP,
    [...calls("none", 0), ...calls("one", 1), ...calls("six", 6), ...calls("fine", 2)],
    at(400),
  );
  const distances = async (promise: string) =>
    (await worstSubjects(ledger.store, SHOP, promise, Date.parse(at(400)), 10)).map(({ customer, beyond }) => [
      customer,
      beyond,
    ]);
  expect(await distances("helped")).toEqual([
    ["six", 3],
    ["none", 2],
    ["one", 1],
  ]);
  expect(await distances("fair")).toEqual([
    ["six", 6],
    ["fine", 2],
    ["one", 1],
  ]);
});

test("a customer who was let down twice in one journey is named once", async () => {
  const lines: readonly Happened[] = [
    ["a", at(0), "ordered", { order: "x" }],
    ["a", at(5), "ordered", { order: "x" }],
    ["a", at(9), "ordered", { order: "y" }],
  ];
  await judgeLines(ledger.store, SHOP, lines, at(100));
  expect(
    (await worstSubjects(ledger.store, SHOP, "comes", Date.parse(at(100)), 10)).map(({ subject }) => subject),
  ).toEqual(["x", "y"]);
  expect(await worstSubjects(ledger.store, SHOP, "packed", Date.parse(at(100)), 10)).toMatchObject([
    { subject: "y", delivered: 0, expected: 1, beyond: 1 },
    { subject: "x" },
  ]);
});

test("who was erased since is left out", async () => {
  await judgeLines(ledger.store, SHOP, [...order("here", 0, 60), ...order("gone", 0, 70)], at(100));
  await ledger.store.run(sql`alter table events delete where customer = 'gone'`);
  const worst = await worstSubjects(ledger.store, SHOP, "comes", Date.parse(at(100)), 10);
  expect(worst.map(({ customer }) => customer)).toEqual(["here"]);
});
