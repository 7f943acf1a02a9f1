import { describe, expect, test } from "vitest";
import { experienceOf } from "../../../test/experiences.ts";
import { judgeLines } from "../../../test/gaps-ledger.ts";
import type { Happened } from "../../../test/happened.ts";
import { openedLedger } from "../../../test/ledger.ts";
import { isRefusal } from "../estimate.ts";
import { differenceOf, sideOf } from "../numbers/difference.ts";
import { seeded } from "../numbers/random.ts";
import { OUTCOMES, type OutcomeCost, type PromiseCost } from "./cost.ts";
import { measureCosts } from "./measure.ts";

const ledger = openedLedger();

const SHOP = experienceOf(`
kept: 1
name: Shop
timezone: UTC
teams: { board: {} }
touchpoints: { shop: { team: board } }
events:
  ordered: { at: shop, has: { total: number, region: text }, received: total }
  delivered: { at: shop }
  said: { at: shop, has: { stars: whole }, felt: { score: stars, from: 1, to: 5 } }
journeys: { order: { follows: order, path: [ordered, delivered], ends: [delivered] } }
promises:
  comes: { says: It comes within two days, journey: order, when: ordered, then: delivered, expected: 48 hours }
`);

const HOUR = 3_600_000;
const START = Date.UTC(2026, 0, 1);
const iso = (hours: number): string => new Date(START + hours * HOUR).toISOString();
const AS_OF = iso(24 * 365);
const WINDOW = 30;

interface Order {
  readonly customer: string;
  readonly at: number;
  readonly hours: number | null;
  readonly stars?: { readonly at: number; readonly score: number };
  readonly total?: number | null;
}

/** An order as events; hours after the start of the year. The last event of the year closes all windows. */
function linesOf(orders: readonly Order[]): readonly Happened[] {
  return orders.flatMap(({ customer, at, hours, stars, total }, i): Happened[] => {
    const order = `o${i}`;
    const paid: Record<string, number> = total === null || total === undefined ? {} : { total };
    return [
      [customer, iso(at), "ordered", { order, region: i % 2 === 0 ? "north" : "south", ...paid }],
      ...(hours === null ? [] : [[customer, iso(at + hours), "delivered", { order }] as const]),
      ...(stars === undefined ? [] : [[customer, iso(stars.at), "said", { order, stars: stars.score }] as const]),
    ];
  });
}

async function costOf(orders: readonly Order[]): Promise<PromiseCost> {
  await judgeLines(ledger.store, SHOP, [...linesOf(orders), ["last", AS_OF, "delivered"]], AS_OF);
  const [cost] = await measureCosts(ledger.store, SHOP, Date.parse(AS_OF), { windowDays: WINDOW });
  if (cost === undefined) throw new Error("nothing was measured");
  return cost;
}

/** Some order several times; some are late; stars come before or after; some amounts are missing or given back. */
function season(seed: number, orders: number): readonly Order[] {
  const random = seeded(seed);
  return Array.from({ length: orders }, () => {
    const at = 24 * random.below(330) + random.below(24);
    const hours = random.uniform() < 0.05 ? null : 1 + random.below(96);
    const amount = random.uniform() < 0.1 ? null : random.below(100) - 5;
    const base = { customer: `c${random.below(Math.ceil(orders / 2))}`, at, hours, total: amount };
    return random.uniform() < 0.5
      ? base
      : { ...base, stars: { at: at + 1 + random.below(120), score: 1 + random.below(5) } };
  });
}

/** What the engine sums up, by plain loops over the orders. */
function byLoops(orders: readonly Order[]) {
  const found = orders.map((order) => {
    const due = order.at + 48;
    const broken = order.hours === null || order.hours > 48;
    const had = broken ? due : order.at + (order.hours ?? 0);
    const felt = order.stars !== undefined && order.stars.at >= had ? order.stars.score : null;
    const own = orders.filter(
      (other) => other.customer === order.customer && other.at > due && other.at <= due + WINDOW * 24,
    );
    const over = due + WINDOW * 24 <= 24 * 365;
    return {
      customer: order.customer,
      broken,
      before: order.stars !== undefined && order.stars.at < had,
      felt,
      bought: over ? Number(own.length > 0) : null,
      received: over ? own.reduce((sum, { total }) => sum + (total ?? 0), 0) : null,
    };
  });
  const sideFor = (outcome: "felt" | "bought" | "received", broken: boolean) =>
    found.flatMap((one) => {
      const value = one[outcome];
      return one.broken === broken && value !== null ? [{ customer: one.customer, outcome: value }] : [];
    });
  return { found, sideFor };
}

describe("what the engine sums up", () => {
  test.each([1, 2, 3])("is what plain loops over the orders sum up (season %i)", async (seed) => {
    const orders = season(seed, 300);
    const cost = await costOf(orders);
    const { found, sideFor } = byLoops(orders);
    expect(cost).toMatchObject({
      broken: found.filter(({ broken }) => broken).length,
      kept: found.filter(({ broken }) => !broken).length,
      unplaced: 0,
    });
    for (const side of ["broken", "kept"] as const)
      expect(cost.felt.apart.before[side]).toBe(
        found.filter(({ broken, before }) => before && broken === (side === "broken")).length,
      );
    for (const outcome of OUTCOMES) {
      const [hurt, spared] = [sideFor(outcome, true), sideFor(outcome, false)];
      const sums = cost[outcome];
      expect(sums.n).toEqual({ broken: hurt.length, kept: spared.length });
      expect(sums.customers).toEqual({
        broken: new Set(hurt.map(({ customer }) => customer)).size,
        kept: new Set(spared.map(({ customer }) => customer)).size,
      });
      expect(sums.means.broken).toBe(hurt.reduce((sum, one) => sum + one.outcome, 0) / hurt.length);
      expect(sums.means.kept).toBe(spared.reduce((sum, one) => sum + one.outcome, 0) / spared.length);
      if (isRefusal(sums.naive)) throw new Error(sums.naive.reason);
      const difference = differenceOf(sideOf(hurt), sideOf(spared), acrossOf(hurt, spared));
      expect(sums.naive.value).toBe(difference?.value);
      expect(sums.naive.low).toBeCloseTo(difference?.low ?? 0, 10);
      expect(sums.naive.high).toBeCloseTo(difference?.high ?? 0, 10);
    }
  });
});

type Outcomes = readonly { readonly customer: string; readonly outcome: number }[];

const ownOf = (side: Outcomes, customer: string): Outcomes => side.filter((row) => row.customer === customer);

function acrossOf(hurt: Outcomes, spared: Outcomes) {
  const across = { sumSum: 0, sumN: 0, nSum: 0, nN: 0 };
  for (const customer of new Set(hurt.map((one) => one.customer))) {
    const [one, other] = [ownOf(hurt, customer), ownOf(spared, customer)];
    const sum = (side: Outcomes) => side.reduce((all, row) => all + row.outcome, 0);
    across.sumSum += sum(one) * sum(other);
    across.sumN += sum(one) * other.length;
    across.nSum += one.length * sum(other);
    across.nN += one.length * other.length;
  }
  return across;
}

/** Many customers with one order each. */
const many = (count: number, of: (i: number) => Omit<Order, "customer" | "at">): readonly Order[] =>
  Array.from({ length: count }, (_, i) => ({ customer: `c${i}`, at: i, ...of(i) }));

const reasons = ({ naive, adjusted }: OutcomeCost): readonly string[] =>
  [naive, adjusted].map((one) => {
    if (!isRefusal(one)) throw new Error(`${one.value} is given`);
    expect(one.reason).toMatch(/^[A-Z].*\.$/);
    expect(one.needed).toMatch(/^[A-Z].*\.$/);
    return one.reason;
  });

describe("where there is no answer there is a reason", () => {
  test.each([
    ["nobody ever ordered", [], "It was never judged."],
    ["all was kept", many(80, () => ({ hours: 5 })), "It was never broken: there is nobody to compare with."],
    ["all was broken", many(80, () => ({ hours: 90 })), "It was never kept: there is nobody to compare with."],
    [
      "all gave the same score",
      many(80, (i) => ({ hours: i % 2 ? 5 : 90, stars: { at: i + 200, score: 4 } })),
      "All 80 gave the same score.",
    ],
    [
      "there are three orders",
      many(3, (i) => ({ hours: i ? 5 : 90, stars: { at: i + 200, score: 1 + i } })),
      "Too little data: an outcome is known of 1 customer for whom it was broken, and of 2 for whom it was kept.",
    ],
    [
      "scores came before it broke",
      many(80, (i) => ({ hours: i % 2 ? 5 : 90, stars: { at: i + 6, score: 1 + (i % 5) } })),
      "Nobody for whom it was broken gave a score afterwards (40 gave theirs before).",
    ],
  ] as const)("felt, where %s", async (_, orders, reason) => {
    expect(reasons((await costOf(orders)).felt)).toEqual([reason, reason]);
  });

  test("one customer with all the orders", async () => {
    const orders = season(5, 60).map((order) => ({ ...order, customer: "only" }));
    for (const outcome of OUTCOMES)
      for (const reason of reasons((await costOf(orders))[outcome]))
        expect(reason).toMatch(/^(Too little data: an outcome is known of 1 customer |All \d+ )/);
  });

  test("nobody bought again, and some amounts were given back", async () => {
    const cost = await costOf(many(120, (i) => ({ hours: i % 3 ? 5 : 90, total: i % 7 ? 20 : -20 })));
    expect(reasons(cost.bought)[0]).toBe("All 120 did the same: all bought again, or nobody did.");
    expect(reasons(cost.received)[0]).toBe("All 120 brought in the same.");
  });

  test("where all of one side did the same, nothing is said of what could have been seen", async () => {
    const orders = many(120, (i) => ({ hours: i % 3 ? 5 : 90, total: 20 }));
    const later = orders.flatMap((order, i) => (i % 3 && i % 2 ? [{ ...order, at: order.at + 24 * 20 }] : []));
    const { bought } = await costOf([...orders, ...later]);
    expect(reasons(bought)[0]).toBe("Too little data: none of the 40 for whom it was broken bought again.");
    expect(bought.smallest_seen).toBeNull();
  });

  test("what is known beforehand tells broken and kept apart for certain: no adjusted figure, and none is invented", async () => {
    // Even orders lie in the north, and only they are late.
    const { felt } = await costOf(
      many(200, (i) => ({ hours: i % 2 ? 5 : 90, stars: { at: i + 200, score: 1 + ((i * 7) % 5) } })),
    );
    expect(felt.naive.kind).toBe("estimate");
    if (!isRefusal(felt.adjusted)) throw new Error("compared with nobody");
    expect(felt.adjusted.reason).toBe(
      "No overlap: something known beforehand all but decides whether it breaks. 100 of 100 broken ones have no kept one like them, and 0 kept ones have a broken one like them.",
    );
  });

  test("with chance in it there is an adjusted figure, and everything in it is a number", async () => {
    const random = seeded(9);
    const orders = many(400, (i) => ({
      hours: random.uniform() < 0.4 ? 90 : 5,
      stars: { at: i + 200, score: 1 + random.below(5) },
      total: 10,
    }));
    const { felt } = await costOf(orders);
    if (isRefusal(felt.adjusted)) throw new Error(felt.adjusted.reason);
    expect(felt.adjusted.grade).toBe("C");
    expect(JSON.stringify({ ...felt, adjusted: { ...felt.adjusted, sample: 0 } })).not.toContain("null");
    const { low, high, value } = felt.adjusted;
    expect(low < value && value < high).toBe(true);
    expect(felt.adjusted.overlap.reduce((sum, { broken, kept }) => sum + broken + kept, 0)).toBe(400);
  });
});
