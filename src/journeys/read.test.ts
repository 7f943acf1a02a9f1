import { expect, test } from "vitest";
import { experienceOf } from "../../test/experiences.ts";
import { HOUR, type Line, START, tell } from "../../test/journey-ledger.ts";
import { openedLedger } from "../../test/ledger.ts";
import { judge } from "../promises/judge.ts";
import { sql } from "../sql/sql.ts";
import { type Begun, EVERY, readJourney, readJourneys } from "./read.ts";

const ledger = openedLedger();

const experience = experienceOf(`
kept: 1
name: Shop
events: { placed: {}, shipped: {}, delivered: {}, called: {} }
journeys:
  order: { follows: order, path: [placed, shipped, delivered], ends: [delivered] }
`);
const END = START + 1000 * HOUR;

async function journeyOf(stories: Parameters<typeof tell>[2], asOf = END) {
  await tell(ledger.store, experience, stories);
  const [journey] = await readJourneys(ledger.store, experience, asOf);
  if (journey === undefined) throw new Error("no journey was read");
  return journey;
}

test("counts steps, pairs and ways, each subject for itself", async () => {
  const journey = await journeyOf({
    ann: [
      [0, "placed", "1"],
      [1, "placed", "2"],
      [4, "shipped", "1"],
      [5, "called", "1"],
      [6, "called", "1"],
      [7, "shipped", "2"],
      [9, "unheard of", "2"],
      [10, "delivered", "1"],
    ],
    ben: [
      [0, "placed", "1"],
      [2, "shipped", "1"],
      [3, "called"],
      [12, "delivered", "1"],
    ],
  });
  expect(journey.subjects).toBe(3);
  expect(journey.steps).toEqual([
    { event: "placed", count: 3, subjects: 3, on_path: true },
    { event: "shipped", count: 3, subjects: 3, on_path: true },
    { event: "delivered", count: 2, subjects: 2, on_path: true },
    { event: "called", count: 2, subjects: 1, on_path: false },
    { event: "unheard of", count: 1, subjects: 1, on_path: false },
  ]);
  expect(journey.follows).toEqual(
    expect.arrayContaining([
      { from: "placed", to: "shipped", count: 3, p50: 4 * 3600, p90: 5.6 * 3600 },
      { from: "shipped", to: "called", count: 1, p50: 3600, p90: 3600 },
      { from: "called", to: "called", count: 1, p50: 3600, p90: 3600 },
      { from: "called", to: "delivered", count: 1, p50: 4 * 3600, p90: 4 * 3600 },
      { from: "shipped", to: "unheard of", count: 1, p50: 2 * 3600, p90: 2 * 3600 },
      { from: "shipped", to: "delivered", count: 1, p50: 10 * 3600, p90: 10 * 3600 },
    ]),
  );
  expect(journey.follows).toHaveLength(6);
  expect(journey.follows[0]?.from).toBe("placed");
  expect(journey.variant_count).toBe(3);
  expect(journey.as_meant).toBe(2);
  expect(journey.variants).toContainEqual({
    path: ["placed", "shipped", "called", "called", "delivered"],
    count: 1,
    share: 1 / 3,
  });
  expect(journey.throughput).toMatchObject({ unit: "seconds", n: 3, mean: 10 * 3600, p50: 10 * 3600 });
  expect(journey.throughput?.p10).toBeCloseTo(8.4 * 3600);
});

test("orders events of equal time by the hash of their ids, as the verdicts do", async () => {
  const { variants } = await journeyOf({
    ann: [
      [0, "placed", "1"],
      [0, "shipped", "1"],
      [0, "delivered", "1"],
    ],
  });
  const keys = await ledger.store.rows<{ name: string }>(sql`select name from events order by id_key`);
  expect(variants[0]?.path).toEqual(keys.map(({ name }) => name));
});

test("does not know events after the moment that is asked for", async () => {
  const stories = {
    ann: [
      [0, "placed", "1"],
      [4, "shipped", "1"],
    ],
    ben: [[5, "placed", "1"]],
  } as const;
  const journey = await journeyOf(stories, START + 4 * HOUR);
  expect(journey.subjects).toBe(1);
  expect(journey.variants).toEqual([{ path: ["placed", "shipped"], count: 1, share: 1 }]);
});

test("says that nothing was found where there is nothing", async () => {
  const journey = await journeyOf({ ann: [[0, "called"]] });
  expect(journey).toEqual({
    journey: "order",
    subjects: 0,
    path: ["placed", "shipped", "delivered"],
    steps: ["placed", "shipped", "delivered"].map((event) => ({ event, count: 0, subjects: 0, on_path: true })),
    follows: [],
    variants: [],
    variant_count: 0,
    as_meant: 0,
    throughput: null,
  });
});

test("shows the fifty most common ways and counts them all", async () => {
  const way = (length: number): readonly Line[] => Array.from({ length }, (_, n) => [n, "called", "1"]);
  const stories = Object.fromEntries(Array.from({ length: 60 }, (_, i) => [`c${i}`, way(i + 1)]));
  const twice = { ...stories, again: way(60) };
  const journey = await journeyOf(twice);
  expect(journey.variant_count).toBe(60);
  expect(journey.variants).toHaveLength(50);
  expect(journey.variants[0]).toMatchObject({ count: 2, share: 2 / 61 });
  expect(journey.variants[0]?.path).toHaveLength(60);
});

test("looks only at what was begun in a time, or asked on an occasion", async () => {
  const hurried = experienceOf(`
kept: 1
name: Shop
events: { placed: {}, shipped: {}, called: {} }
journeys: { order: { follows: order, path: [placed, shipped] } }
occasions: { hurry: { when: called } }
promises: { ships: { says: S, journey: order, when: placed, then: shipped, expected: 2 hours } }
`);
  await tell(ledger.store, hurried, {
    ann: [
      [0, "placed", "1"],
      [1, "shipped", "1"],
    ],
    ben: [
      [4, "called"],
      [5, "placed", "2"],
      [8, "called", "2"],
    ],
  });
  await judge(ledger.store, hurried, END);
  const [order] = hurried.journeys;
  if (order === undefined) throw new Error("there is no journey");
  const begun = (narrowed: Partial<Begun>) =>
    readJourney(ledger.store, { journey: order, asOf: END, begun: { ...EVERY, ...narrowed }, stored: false });
  const late = await begun({ from: START + 2 * HOUR });
  expect(late).toMatchObject({ subjects: 1, as_meant: 0, variants: [{ path: ["placed", "called"], count: 1 }] });
  expect(late.steps.map(({ event, count }) => [event, count])).toEqual([
    ["placed", 1],
    ["shipped", 0],
    ["called", 1],
  ]);
  expect(await begun({ occasions: ["hurry"] })).toEqual(late);
  expect((await begun({ to: START })).as_meant).toBe(1);
});
