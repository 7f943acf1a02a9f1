import type { Happened } from "../happened.ts";

/** A small shop of which everything goes that can be asked of value. */
export const ODD_SHOP = `kept: 1
name: Odd shop
currency: EUR
timezone: UTC
teams: { board: {} }
touchpoints: { shop: { team: board } }
events:
  ordered: { at: shop, has: { total: number, region: text }, received: total }
  delivered: { at: shop }
  said: { at: shop, has: { stars: whole, again: yes-no }, felt: { score: stars, from: 1, to: 5 }, again: again }
journeys: { order: { follows: order, path: [ordered, delivered], ends: [delivered] } }
occasions: { far: { when: { ordered: 'event.region == "far"' }, life: Far away, stakes: 2 } }
promises:
  comes: { says: It comes within two days, journey: order, when: ordered, then: delivered, expected: 48 hours, goal: 90%, worth: 10 }
  few-words: { says: One word is enough, when: said, count: said, for: 7 days, expected: at most 1 }
value: { again-within: 1 months }
`;

export const ODD_AS_OF = "2026-12-31T12:00:00.000Z";

interface Life {
  readonly late: boolean;
  readonly total?: number | string | null;
  readonly stars?: number;
  readonly region?: string;
  readonly again?: boolean;
  /** Bought again so many days later. */
  readonly later?: readonly number[];
}

/** So many customers, one order each and what came of it. */
function world(customers: number, life: (i: number) => Life): readonly Happened[] {
  return Array.from({ length: customers }, (_, i): Happened[] => {
    const { late, total = 20, stars, region = "near", again, later = [] } = life(i);
    const at = (hours: number): string =>
      new Date(Date.UTC(2026, 0, 1 + (i % 300), 9) + hours * 3_600_000).toISOString();
    const amount = total === null ? {} : { total };
    return [
      [`c${i}`, at(0), "ordered", { order: `o${i}`, region, ...amount }],
      [`c${i}`, at(late ? 80 : 20), "delivered", { order: `o${i}` }],
      ...(stars === undefined ? [] : [[`c${i}`, at(100), "said", { order: `o${i}`, stars, again }] as Happened]),
      ...later.map(
        (days, j): Happened => [`c${i}`, at(days * 24), "ordered", { order: `o${i}-${j}`, region, ...amount }],
      ),
    ];
  }).flat();
}

/** Ledgers from which little or nothing can be known: each must be answered with sentences, and never with a figure that is none. */
export const ODD_WORLDS: Readonly<Record<string, readonly Happened[]>> = {
  nothing: [],
  "three rows": world(1, () => ({ late: false, stars: 4 })),
  "one customer": world(1, () => ({ late: true, stars: 2, later: [30, 60, 90, 120, 150, 200, 250, 300] })),
  "all broken": world(120, (i) => ({ late: true, stars: 1 + (i % 3), later: i % 2 ? [40] : [] })),
  "none broken": world(120, (i) => ({ late: false, stars: 3 + (i % 3), later: i % 2 ? [40] : [] })),
  "constant outcomes": world(120, (i) => ({ late: i % 3 === 0, stars: 5, again: true, later: [40] })),
  separation: world(160, (i) => ({ late: i % 4 === 0, region: i % 4 === 0 ? "far" : "near", stars: i % 4 ? 5 : 2 })),
  "negative and missing": world(160, (i) => ({
    late: i % 3 === 0,
    total: [-20, null, 0, 35, "much"][i % 5] ?? null,
    later: i % 2 ? [35, 80] : [],
  })),
};
