import { expect, test } from "vitest";
import { demoWorld, laundry } from "../../../test/demo-world.ts";
import { experienceOf } from "../../../test/experiences.ts";
import { judgeLines } from "../../../test/gaps-ledger.ts";
import type { Happened } from "../../../test/happened.ts";
import { openedLedger, withLedger } from "../../../test/ledger.ts";
import { demoAsOf } from "../../demo/make.ts";
import type { Experience } from "../../language/experience.ts";
import { nameRows, type VerdictRow } from "../../promises/read.ts";
import { sql } from "../../sql/sql.ts";
import { measureBreaking, type PromiseBreaking } from "../breaking/measure.ts";
import { refusal } from "../estimate.ts";
import { deficitOfCustomer, measureDeficits } from "./measure.ts";
import { pricesOf } from "./price.ts";

const ledger = openedLedger();

const FILE = (worth: string) => `
kept: 1
name: Small
currency: EUR
timezone: UTC
teams: { all: {} }
touchpoints: { desk: { team: all } }
events:
  asked: { at: desk, has: { why: text } }
  answered: { at: desk }
journeys: { talk: { follows: talk_id, path: [asked, answered], ends: [answered] } }
occasions:
  pressing: { when: { asked: 'event.why == "pressing"' }, life: In a hurry, stakes: 3 }
promises:
  soon: { says: Soon, journey: talk, when: asked, then: answered, expected: 1 day, agreed: [all]${worth} }
`;

const small = (worth = ", worth: 10"): Experience => experienceOf(FILE(worth));

const LINES: readonly Happened[] = [
  ["ann", "2026-03-01T10:00:00Z", "asked", { talk_id: "a1", why: "pressing" }],
  ["ann", "2026-03-05T10:00:00Z", "asked", { talk_id: "a2" }],
  ["ann", "2026-03-05T11:00:00Z", "answered", { talk_id: "a2" }],
  ["bob", "2026-03-02T10:00:00Z", "asked", { talk_id: "b1" }],
  ["bob", "2026-03-04T10:00:00Z", "answered", { talk_id: "b1" }],
  ["bob", "2026-03-09T20:00:00Z", "asked", { talk_id: "b2", why: "pressing" }],
  ["cid", "2026-03-09T12:00:00Z", "asked", { talk_id: "c1" }],
];
const AS_OF = "2026-03-10T08:00:00Z";

/** Chances that somebody knows. */
async function given(experience: Experience, chances: Readonly<Record<string, number>>): Promise<PromiseBreaking> {
  const rows = await ledger.store.rows<VerdictRow>(sql`select * from verdicts where verdict = 'open'`);
  const named = await Promise.all(
    rows.map(async (row) => ({ row, verdict: (await nameRows(ledger.store, experience, [row]))[0] })),
  );
  return {
    promise: "soon",
    says: "Soon",
    open: rows.length,
    judged: refusal("This is a test.", "Nothing."),
    chances: named.flatMap(({ row, verdict }) => {
      const chance = chances[verdict?.subject ?? ""];
      if (verdict === undefined || chance === undefined) return [];
      const { promise, askedAt, dueAt } = verdict;
      const keys = { customerKey: row.customer_key, subjectKey: row.subject_key, askedKey: row.asked_key };
      return [
        {
          promise,
          ...keys,
          occasion: row.occasion,
          askedAt,
          dueAt,
          chance,
          causes: [{ about: "the hour", weight: 1 }],
        },
      ];
    }),
  };
}

test("a deficit is cost × chance × stakes, summed over what is broken and what is likely to be", async () => {
  const experience = small();
  await judgeLines(ledger.store, experience, LINES, AS_OF);
  const breaking = [await given(experience, { b2: 0.5, c1: 0.2 })];
  const found = await measureDeficits(ledger.store, experience, Date.parse(AS_OF), { costs: [], breaking });
  expect(found).toMatchObject({ currency: "EUR", customers: 3, total: 30 + 10 + 15 + 2, to_save: 17 });
  expect(found.let_down.map(({ customer, deficit }) => [customer, deficit])).toEqual([
    ["ann", 30],
    ["bob", 25],
  ]);
  expect(found.still_to_save.map(({ customer, to_save }) => [customer, to_save])).toEqual([
    ["bob", 15],
    ["cid", 2],
  ]);
  expect(found.still_to_save[0]?.shortfalls[0]).toMatchObject({
    promise: "soon",
    subject: "b2",
    occasion: "pressing",
    stakes: 3,
    state: "likely",
    chance: 0.5,
    cost: 10,
    part: 15,
    hours_left: 12,
    causes: ["the hour"],
  });
  expect(found.total_known).toMatchObject({ value: 57, low: 57, high: 57, n: 4, grade: "E" });
  const bob = await deficitOfCustomer(ledger.store, experience, "bob", Date.parse(AS_OF), { costs: [], breaking });
  expect(bob).toEqual(found.still_to_save[0]);
});

test("where nobody knows what a broken one costs, no amount is made up, and the stakes put them in order", async () => {
  const experience = small("");
  await judgeLines(ledger.store, experience, LINES, AS_OF);
  const found = await measureDeficits(ledger.store, experience, Date.parse(AS_OF), { costs: [], breaking: [] });
  expect(found).toMatchObject({
    total: null,
    to_save: null,
    total_known: null,
    customers: 2,
    costs: [{ amount: null, source: "none" }],
  });
  expect(found.let_down.map(({ customer, deficit, weight }) => [customer, deficit, weight])).toEqual([
    ["ann", null, 3],
    ["bob", null, 1],
  ]);
  expect(
    await deficitOfCustomer(ledger.store, experience, "nobody", Date.parse(AS_OF), { costs: [], breaking: [] }),
  ).toBeNull();
});

test("the total is known as well as what one costs is; and those to be saved stand in the order of what is shown", async () => {
  const experience = small();
  await judgeLines(ledger.store, experience, LINES, AS_OF);
  const breaking = [await given(experience, { b2: 0.04, c1: 0.1 })];
  const adjusted = { kind: "estimate", value: -20, low: -30, high: -10, grade: "C" };
  const costs = [{ promise: "soon", received: { adjusted } }] as unknown as Parameters<typeof pricesOf>[1];
  const found = await measureDeficits(ledger.store, experience, Date.parse(AS_OF), { costs, breaking });
  const weight = 3 + 1 + 3 * 0.04 + 0.1;
  expect(found.total_known?.value).toBeCloseTo(weight * 20, 9);
  expect(found.total_known?.low).toBeCloseTo(weight * 10, 9);
  expect(found.total_known?.high).toBeCloseTo(weight * 30, 9);
  expect(found.total_known?.grade).toBe("C");
  expect(found.total_known?.value).toBeCloseTo(found.total ?? 0, 9);
  const amounts = found.still_to_save.map(({ to_save }) => to_save ?? 0);
  expect(amounts).toEqual(amounts.toSorted((a, b) => b - a));
});

test("an empty ledger owes nobody anything", async () => {
  const experience = small();
  await judgeLines(ledger.store, experience, [], AS_OF);
  const breaking = await measureBreaking(ledger.store, experience, Date.parse(AS_OF));
  expect(breaking).toMatchObject([{ open: 0, judged: { kind: "refusal" }, chances: [] }]);
  const found = await measureDeficits(ledger.store, experience, Date.parse(AS_OF), { costs: [], breaking });
  expect(found).toMatchObject({ customers: 0, total: 0, to_save: 0, still_to_save: [], let_down: [] });
});

test("a measured cost takes the place of the declared worth only where it is clear of zero", () => {
  const experience = small();
  const cost = (low: number, high: number) =>
    ({ promise: "soon", received: { adjusted: { kind: "estimate", value: -20, low, high } } }) as unknown as Parameters<
      typeof pricesOf
    >[1][number];
  expect(pricesOf(experience, [cost(-30, -10)])).toMatchObject([
    { promise: "soon", amount: 20, source: "measured", known: { value: 20, low: 10, high: 30 } },
  ]);
  expect(pricesOf(experience, [cost(-50, 10)])).toMatchObject([{ promise: "soon", amount: 10, source: "declared" }]);
});

test("the sums of the demo are those of a plain loop over its verdicts", () =>
  withLedger(async (store) => {
    const rows = await store.rows<VerdictRow>(sql`select * from verdicts where verdict in ('late', 'missed')`);
    const worth = new Map(laundry.promises.map((promise) => [promise.name, promise.worth ?? 0]));
    const stakes = new Map(laundry.occasions.map((occasion) => [occasion.name, occasion.stakes]));
    const total = rows.reduce((sum, row) => sum + (worth.get(row.promise) ?? 0) * (stakes.get(row.occasion) ?? 1), 0);
    const found = await measureDeficits(store, laundry, demoAsOf, { costs: [], breaking: [] }, 5);
    expect(found.total).toBe(total);
    expect(found.customers).toBe(new Set(rows.map(({ customer_key }) => customer_key)).size);
    expect(found.let_down).toHaveLength(5);
    for (const { deficit, shortfalls } of found.let_down)
      expect(deficit).toBe(shortfalls.reduce((sum, { part }) => sum + (part ?? 0), 0));
  }, demoWorld(400)));
