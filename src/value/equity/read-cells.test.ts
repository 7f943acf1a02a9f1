import { expect, test } from "vitest";
import { shop } from "../../../test/buyers-shop.ts";
import { fill, type Happened } from "../../../test/happened.ts";
import { openedLedger } from "../../../test/ledger.ts";
import { seeded } from "../numbers/random.ts";
import { readBuyerCells, readHoldOut, readSpendCells } from "./read-cells.ts";

const ledger = openedLedger();

const experience = shop();
const DAY = 86_400_000;
const dayOf = (at: string | number): number => {
  const local = new Date(at).toLocaleDateString("sv-SE", { timeZone: "Europe/Helsinki" });
  return Date.parse(local) / DAY;
};
const AS_OF = Date.parse("2026-03-31T20:59:59.999Z");
const asked = { asOf: AS_OF, today: dayOf(AS_OF) };

/** Some hundred customers who do all that can be done, also on nights when the clocks change and after the moment of looking. */
function world(seed: number): readonly Happened[] {
  const random = seeded(seed);
  const start = Date.parse("2025-09-20T00:00:00Z");
  return Array.from({ length: 300 }, (_, i) => `c${i}`).flatMap((customer) =>
    Array.from({ length: random.below(7) }, (): Happened => {
      const at = start + random.below(200 * 24) * 3_600_000;
      const kind = random.below(9);
      if (kind === 0) return [customer, at, "page.seen", { reason: "broken" }];
      if (kind === 1) return [customer, at, "goods.returned", { back: -random.below(40) }];
      if (kind === 2) return [customer, at, "gift.bought", { price: random.below(3) * 10 - 10 }];
      if (kind === 3) return [customer, at, "order.placed", { reason: "moving" }];
      if (kind === 4) return [customer, at, "order.placed", { reason: "broken", total: "much" }];
      return [customer, at, "order.placed", { total: 1 + random.below(9000) / 100 }];
    }),
  );
}

interface Plain {
  readonly days: readonly number[];
  readonly paid: readonly (readonly [day: number, amount: number])[];
  readonly occasion: number;
}

/** The same, customer by customer, in plain loops. */
function plainly(lines: readonly Happened[]): readonly Plain[] {
  const customers = new Map<string, Happened[]>();
  for (const line of lines) customers.set(line[0], [...(customers.get(line[0]) ?? []), line]);
  return [...customers.values()].flatMap((events) => {
    const known = events.filter(([, at]) => Number(at) <= AS_OF);
    const bought = known.flatMap(([, at, name, of = {}]) => {
      if (name !== "order.placed" && name !== "gift.bought") return [];
      const amount = Number(of["total"] ?? of["price"] ?? Number.NaN);
      return amount < 0 ? [] : [[dayOf(at), amount] as const];
    });
    if (bought.length === 0) return [];
    const reasons = known.map(([, , , of]) => of?.["reason"]);
    const days = [...new Set(bought.map(([day]) => day))].sort((a, b) => a - b);
    const paid = bought.filter(([, amount]) => !Number.isNaN(amount)).sort((a, b) => a[0] - b[0] || a[1] - b[1]);
    return [{ days, paid, occasion: reasons.includes("broken") ? 1 : reasons.includes("moving") ? 2 : 0 }];
  });
}

function grouped<T>(rows: readonly T[], key: (row: T) => string): Readonly<Record<string, readonly T[]>> {
  const found: Record<string, T[]> = {};
  for (const row of rows) {
    const name = key(row);
    found[name] = [...(found[name] ?? []), row];
  }
  return found;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);

test.each([1, 2])("cells are what plain loops over each customer's events find (world %i)", async (seed) => {
  const lines = world(seed);
  await fill(ledger.store, experience, lines);
  const plain = plainly(lines).map(({ days, paid, occasion }) => {
    const [first = 0, last = 0] = [days[0], days.at(-1)];
    const later = paid.filter(([day]) => day > first);
    const paidDays = new Set(later.map(([day]) => day)).size;
    const key = [occasion, days.length - 1, last - first, asked.today - first, paidDays].join(" ");
    const mean = paidDays === 0 ? 0 : sum(later.map(([, amount]) => amount)) / paidDays;
    return { key, mean, paidDays, received: sum(paid.map(([, amount]) => amount)) };
  });
  const cells = await readBuyerCells(ledger.store, experience, asked);
  const wanted = grouped(plain, ({ key }) => key);
  expect(cells.length).toBe(Object.keys(wanted).length);
  for (const { occasion, repeats, latest, known, paid, customers, spend, received } of cells) {
    const same = wanted[[occasion, repeats, latest, known, paid].join(" ")] ?? [];
    expect(customers).toBe(same.length);
    expect(spend).toBeCloseTo(sum(same.map(({ mean }) => mean)), 9);
    expect(received).toBeCloseTo(sum(same.map((one) => one.received)), 9);
  }
  expect(cells.some(({ paid, repeats }) => paid < repeats)).toBe(true);

  const spends = await readSpendCells(ledger.store, experience, asked);
  const repeaters = plain.filter(({ mean }) => mean > 0);
  const means = [...spends.mean].flatMap((mean, i) =>
    Array(spends.customers[i] ?? 0).fill(`${spends.purchases[i]} ${mean.toFixed(9)}`),
  );
  expect(means.toSorted()).toEqual(repeaters.map(({ paidDays, mean }) => `${paidDays} ${mean.toFixed(9)}`).toSorted());
});

test("held out, customers are as they were on that day, and what they did later stands beside it", async () => {
  const lines = world(3);
  await fill(ledger.store, experience, lines);
  const cut = { day: dayOf("2026-01-15T12:00:00Z"), againDays: 28 };
  const plain = plainly(lines).flatMap(({ days }) => {
    const before = days.filter((day) => day <= cut.day);
    const [first, last] = [before[0], before.at(-1)];
    if (first === undefined || last === undefined) return [];
    const after = days.filter((day) => day > cut.day);
    const again = after.some((day) => day <= cut.day + cut.againDays);
    return [[before.length - 1, last - first, cut.day - first, after.length, again].join(" ")];
  });
  const cells = await readHoldOut(ledger.store, experience, asked, cut);
  const wanted = grouped(plain, (key) => key);
  expect(cells.length).toBe(Object.keys(wanted).length);
  for (const { repeats, latest, known, later, again, customers } of cells)
    expect(customers).toBe(wanted[[repeats, latest, known, later, again].join(" ")]?.length);
  expect(cells.some(({ again }) => again)).toBe(true);
});

test("what is bought twice on one day is one purchase, by the days of the shop's own time zone", async () => {
  await fill(ledger.store, experience, [
    ["anna", "2026-01-10T21:30:00Z", "order.placed", { total: 10 }],
    ["anna", "2026-01-10T22:30:00Z", "order.placed", { total: 20 }],
    ["anna", "2026-01-11T10:00:00Z", "gift.bought", { price: 5 }],
  ]);
  const [cell] = await readBuyerCells(ledger.store, experience, asked);
  expect(cell).toMatchObject({ repeats: 1, latest: 1, known: 80, paid: 1, customers: 1, spend: 25, received: 35 });
});

test("somebody who only sent something back has bought nothing", async () => {
  await fill(ledger.store, experience, [
    ["anna", "2026-01-10T21:30:00Z", "goods.returned", { back: -10 }],
    ["berta", "2026-01-10T21:30:00Z", "order.placed", { total: -1 }],
  ]);
  expect(await readBuyerCells(ledger.store, experience, asked)).toEqual([]);
});
