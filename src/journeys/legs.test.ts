import { expect, test } from "vitest";
import { experienceOf } from "../../test/experiences.ts";
import { HOUR, type Line, START, tell } from "../../test/journey-ledger.ts";
import { openedLedger } from "../../test/ledger.ts";
import { readClock } from "../promises/clock.ts";
import { compileJudging } from "../promises/compile.ts";
import { sql } from "../sql/sql.ts";
import { readLegs } from "./legs.ts";

const ledger = openedLedger();

const END = START + 10_000 * HOUR;
const experience = experienceOf(`
kept: 1
name: Shop
teams: { shop: {}, carrier: { outside: true } }
touchpoints: { warehouse: { team: shop }, door: { team: carrier } }
events:
  placed: {}
  changed: {}
  packed: { at: warehouse }
  shipped: { at: warehouse }
  delivered: { at: door }
  called: {}
journeys:
  order: { follows: order, path: [placed, packed, shipped, delivered] }
occasions:
  hurry: { when: called }
promises:
  arrives:
    says: A
    journey: order
    when: [placed, changed]
    then: delivered
    expected: { within: 10 hours, for: { hurry: 1 hour } }
  ships: { says: B, journey: order, when: packed, then: shipped, expected: 1 hour }
  backwards: { says: C, journey: order, when: shipped, then: placed, expected: 1 hour }
  off-the-path: { says: D, journey: order, when: placed, then: called, expected: 1 hour }
  no-journey: { says: E, when: placed, then: delivered, expected: 1 hour }
  never-late: { says: F, journey: order, when: placed, never: called, for: 1 hour }
  never-asked: { says: G, journey: order, when: { placed: 'false' }, then: delivered, expected: 1 hour }
`);

async function legsOf(stories: Parameters<typeof tell>[2]) {
  await tell(ledger.store, experience, stories);
  await ledger.store.run(sql`truncate table verdicts`);
  const clock = await readClock(ledger.store, experience);
  for (const { rows } of compileJudging(experience, experience.promises, clock, END))
    await ledger.store.run(sql`insert into verdicts ${rows(sql`true`)}`);
  return readLegs(ledger.store, experience, END);
}

/** An order's way: hours from being placed. */
const order = (packed: number, shipped: number, delivered: number): readonly Line[] => [
  [0, "placed", "1"],
  [packed, "packed", "1"],
  [shipped, "shipped", "1"],
  [delivered, "delivered", "1"],
];

test("compares each leg of the late with its usual time among the kept, and says who answers", async () => {
  const legs = await legsOf({
    kept1: order(1, 2, 6),
    kept2: order(1, 3, 7),
    kept3: order(3, 4, 10),
    late1: order(1, 4, 20),
    late2: order(2, 3, 12),
    late3: order(8, 9, 13),
  });
  const [packing, shipping, carrying] = legs.get("arrives") ?? [];
  expect(packing).toEqual({
    from: "placed",
    to: "packed",
    team: "shop",
    touchpoint: "warehouse",
    outside: false,
    kept_p50: 1 * 3600,
    late_p50: 2 * 3600,
    excess_mean: ((0 + 1 + 7) / 3) * 3600,
    share_of_late: 1 / 3,
    n_kept: 3,
    n_late: 3,
  });
  expect(shipping).toMatchObject({ from: "packed", to: "shipped", kept_p50: 3600, late_p50: 3600, share_of_late: 0 });
  expect(carrying).toMatchObject({ from: "shipped", to: "delivered", team: "carrier", outside: true });
  expect(carrying?.kept_p50).toBe(4 * 3600);
  expect(carrying?.excess_mean).toBeCloseTo(((12 + 5 + 0) / 3) * 3600);
  expect(carrying?.share_of_late).toBeCloseTo(2 / 3);
  expect(legs.get("ships")).toHaveLength(1);
  expect(legs.get("ships")).toMatchObject([{ from: "packed", to: "shipped", n_kept: 4, n_late: 2 }]);
});

test("is null where a promise spans no stretch of a path, and empty of numbers where nothing was answered", async () => {
  const legs = await legsOf({ ann: order(1, 2, 3) });
  for (const name of ["backwards", "off-the-path", "no-journey", "never-late"]) expect(legs.get(name)).toBeNull();
  expect([...legs.keys()]).toHaveLength(7);
  expect(legs.get("never-asked")).toMatchObject([
    { from: "placed", to: "packed", kept_p50: null, late_p50: null, excess_mean: null, share_of_late: null, n_kept: 0 },
    { from: "packed", to: "shipped" },
    { from: "shipped", to: "delivered" },
  ]);
});

test("takes of every step the first event after the step before, and none after the answer", async () => {
  const legs = await legsOf({
    ann: [
      [-2, "packed", "1"],
      [0, "placed", "1"],
      [0, "packed", "2"],
      [1, "shipped", "1"],
      [2, "packed", "1"],
      [3, "packed", "1"],
      [5, "shipped", "1"],
      [6, "delivered", "1"],
      [7, "packed", "1"],
    ],
  });
  expect(legs.get("arrives")).toMatchObject([{ kept_p50: 2 * 3600 }, { kept_p50: 3 * 3600 }, { kept_p50: 3600 }]);
});

test("leaves out the legs beside a step that did not happen, and goes on from the one before", async () => {
  const legs = await legsOf({
    ann: [
      [0, "placed", "1"],
      [2, "shipped", "1"],
      [3, "delivered", "1"],
      [5, "packed", "1"],
    ],
    ben: [
      [0, "placed", "1"],
      [5, "shipped", "1"],
      [20, "delivered", "1"],
    ],
    cid: order(1, 2, 30),
  });
  expect(legs.get("arrives")).toMatchObject([
    { n_kept: 0, n_late: 1, kept_p50: null, late_p50: 3600, excess_mean: null, share_of_late: null },
    { n_kept: 0, n_late: 1 },
    { n_kept: 1, n_late: 2, kept_p50: 3600, late_p50: 21.5 * 3600, excess_mean: 20.5 * 3600, share_of_late: 1 },
  ]);
});

test("blames no leg where none took longer than usual", async () => {
  const legs = await legsOf({ ann: order(2, 4, 9), ben: [...order(2, 4, 9), [1, "called", "1"]] });
  expect(legs.get("arrives")).toMatchObject([
    { n_kept: 1, n_late: 1, excess_mean: 0, share_of_late: 0 },
    { excess_mean: 0, share_of_late: 0 },
    { excess_mean: 0, share_of_late: 0 },
  ]);
});

test("knows no usual time, hence no excess, where nothing was kept", async () => {
  const legs = await legsOf({ ann: order(1, 2, 30) });
  expect(legs.get("arrives")?.[2]).toMatchObject({ late_p50: 28 * 3600, excess_mean: null, share_of_late: null });
});

test("measures each asking for itself, also where one subject asks several times", async () => {
  const legs = await legsOf({
    ann: [
      [0, "placed", "1"],
      [1, "changed", "1"],
      [2, "packed", "1"],
      [2, "shipped", "1"],
      [3, "changed", "1"],
      [4, "packed", "1"],
      [5, "shipped", "1"],
      [9, "delivered", "1"],
    ],
  });
  expect(legs.get("arrives")).toMatchObject([
    { n_kept: 3, kept_p50: 3600 },
    { n_kept: 3, kept_p50: 0 },
    { n_kept: 3, kept_p50: 7 * 3600 },
  ]);
});
