import { beforeAll, expect, test } from "vitest";
import { experienceOf } from "../../test/experiences.ts";
import { HOUR, START, tell } from "../../test/journey-ledger.ts";
import { openedLedger } from "../../test/ledger.ts";
import { judge } from "../promises/judge.ts";
import { type Goer, readGoers, type Stretch } from "./goers.ts";
import { EVERY } from "./read.ts";

const ledger = openedLedger();
const experience = experienceOf(`
kept: 1
name: Shop
events: { placed: {}, shipped: {}, delivered: {}, called: {} }
journeys:
  order: { follows: order, path: [placed, shipped, delivered], ends: [delivered] }
occasions: { hurry: { when: called } }
promises:
  ships: { says: S, journey: order, when: placed, then: shipped, expected: 2 hours }
`);
const [journey] = experience.journeys;
const END = START + 1000 * HOUR;

beforeAll(async () => {
  await tell(ledger.store, experience, {
    ann: [
      [0, "placed", "1"],
      [1, "shipped", "1"],
      [2, "called", "1"],
      [3, "called", "1"],
      [9, "delivered", "1"],
      [20, "placed", "2"],
    ],
    ben: [
      [1, "placed", "3"],
      [5, "shipped", "3"],
      [6, "delivered", "3"],
      [7, "shipped"],
    ],
    cid: [[30, "placed", "4"]],
  });
  await judge(ledger.store, experience, END);
});

async function goers(stretch: Stretch, more: Partial<Parameters<typeof readGoers>[1]> = {}) {
  if (journey === undefined) throw new Error("there is no journey");
  const query = { journey, stored: false, stretch, begun: EVERY, asOf: END, after: undefined, limit: 10, ...more };
  return readGoers(ledger.store, query);
}
const brief = (found: readonly Goer[]) =>
  found.map(({ customer, subject, at, waited }) => [customer, subject, (at - START) / HOUR, waited]);

test("says who came to a step, the latest first, and how long after what was before", async () => {
  expect(brief(await goers({ kind: "step", step: "shipped" }))).toEqual([
    ["ben", "3", 5, 4 * 3600],
    ["ann", "1", 1, 3600],
  ]);
  expect(brief(await goers({ kind: "step", step: "placed" }))).toEqual([
    ["cid", "4", 30, null],
    ["ann", "2", 20, null],
    ["ben", "3", 1, null],
    ["ann", "1", 0, null],
  ]);
});

test("says who went straight on from a step to another, or to itself", async () => {
  expect(brief(await goers({ kind: "move", step: "shipped", next: "delivered" }))).toEqual([["ben", "3", 6, 3600]]);
  expect(brief(await goers({ kind: "move", step: "called", next: "called" }))).toEqual([["ann", "1", 3, 3600]]);
  expect(await goers({ kind: "move", step: "delivered", next: "placed" })).toEqual([]);
});

test("says for whom nothing came after a step", async () => {
  expect(brief(await goers({ kind: "last", step: "placed" }))).toEqual([
    ["cid", "4", 30, null],
    ["ann", "2", 20, null],
  ]);
});

test("says how they fared", async () => {
  const [ben, ann] = await goers({ kind: "step", step: "shipped" });
  expect(ben).toMatchObject({ kept: 0, broken: 1, open: 0 });
  expect(ann).toMatchObject({ kept: 1, broken: 0, open: 0 });
});

test("knows when they began, on which occasion, and what was not yet", async () => {
  const placed = { kind: "step", step: "placed" } as const;
  const from = START + HOUR;
  expect(
    brief(await goers(placed, { begun: { from, to: START + 20 * HOUR, occasions: [] } })).map(([who]) => who),
  ).toEqual(["ann", "ben"]);
  const hurried = await goers(placed, { begun: { ...EVERY, occasions: ["hurry"] } });
  expect(hurried.map(({ subject }) => subject)).toEqual(["1"]);
  const calm = await goers(placed, { begun: { ...EVERY, occasions: [""] } });
  expect(calm.map(({ subject }) => subject)).toEqual(["4", "2", "3"]);
  expect(brief(await goers(placed, { asOf: START })).map(([who]) => who)).toEqual(["ann"]);
});

test("comes in pages, each once", async () => {
  const placed = { kind: "step", step: "placed" } as const;
  const pages: Goer[] = [];
  for (let after: Goer["place"] | undefined; ; ) {
    const [one] = await goers(placed, { limit: 1, after });
    if (one === undefined) break;
    pages.push(one);
    after = one.place;
  }
  expect(pages).toEqual(await goers(placed));
});
