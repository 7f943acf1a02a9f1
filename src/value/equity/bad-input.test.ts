import { expect, test } from "vitest";
import { SHOP, shop } from "../../../test/buyers-shop.ts";
import { fill, type Happened } from "../../../test/happened.ts";
import { openedLedger } from "../../../test/ledger.ts";
import type { Experience } from "../../language/experience.ts";
import { isRefusal, type Refusal } from "../estimate.ts";
import { seeded } from "../numbers/random.ts";
import { type Measured, measureEquity } from "./measure.ts";

const ledger = openedLedger();

const AS_OF = Date.parse("2026-06-30T12:00:00Z");
const DAY = 86_400_000;

async function ask(lines: readonly Happened[], experience: Experience = shop()): Promise<Measured | Refusal> {
  await fill(ledger.store, experience, lines);
  return measureEquity(ledger.store, experience, AS_OF);
}

async function refused(lines: readonly Happened[], experience?: Experience): Promise<string> {
  const found = await ask(lines, experience);
  if (!isRefusal(found)) throw new Error("an answer was given where there can be none");
  for (const words of [found.reason, found.needed]) expect(words).toMatch(/^[A-Z].*\.$/s);
  return found.reason;
}

/** So many customers; `days` says on which days before the moment of looking each of them bought. */
function buyers(
  count: number,
  days: (i: number) => readonly number[],
  total: (i: number) => number | string = () => 20,
): Happened[] {
  return Array.from({ length: count }, (_, i) =>
    days(i).map((ago): Happened => [`c${i}`, AS_OF - ago * DAY, "order.placed", { total: total(i) }]),
  ).flat();
}

/** A year of customers at paces of their own, who leave one after the other. */
function year(seed: number, count = 400): readonly (readonly number[])[] {
  const random = seeded(seed);
  return Array.from({ length: count }, () => {
    const days: number[] = [];
    const [pace, leaves] = [random.gamma(1.2) / 40, random.beta(1, 4)];
    for (let ago = 30 + random.below(330); ago >= 0; ago -= Math.max(1, Math.round(random.exponential() / pace))) {
      days.push(ago);
      if (days.length > 1 && random.uniform() < leaves) break;
    }
    return days;
  });
}

/** Every number that is shown, wherever it stands. */
function numbersIn(value: unknown): readonly number[] {
  if (typeof value === "number") return [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(numbersIn);
}

test("a file that does not say what a purchase is", async () => {
  const silent = shop("kept: 1\nname: Silent\ntimezone: UTC\nevents: { page.seen: { has: { reason: text } } }\n");
  expect(await refused([["anna", AS_OF, "page.seen"]], silent)).toContain("does not say by which event");
});

test("nobody, one customer, three rows", async () => {
  expect(await refused([])).toContain("Nobody has bought");
  expect(await refused(buyers(1, () => [200, 100, 3]))).toContain("only 1 customer ");
  expect(await refused(buyers(3, () => [200]))).toContain("only 3 customers");
});

test("all on one day, and within some days", async () => {
  expect(await refused(buyers(200, () => [0]))).toContain("one day");
  expect(await refused(buyers(200, (i) => [i % 10]))).toContain("days old");
});

test("nobody buys twice", async () => {
  expect(await refused(buyers(200, (i) => [i]))).toContain("Nobody has bought a second time");
});

test("nothing was bought after the part that is held out begins", async () => {
  expect(await refused(buyers(200, (i) => [300 - (i % 20), 250 - (i % 20)]))).toContain("no purchases came after");
});

test("nothing before the part that is held out", async () => {
  const reason = await refused([...buyers(3, () => [360]), ...buyers(100, (i) => [60 - (i % 20), 10])]);
  expect(reason).toContain("cannot be held against");
});

test("what is given back, absent or no number never becomes an invented figure", async () => {
  const days = year(1);
  const odd = (i: number): number | string =>
    i % 5 === 0 ? -10 : i % 5 === 1 ? "much" : i % 5 === 2 ? 0 : 15 + (i % 40);
  const found = await ask(buyers(days.length, (i) => days[i] ?? [], odd));
  if (isRefusal(found)) throw new Error(found.reason);
  expect(found.equity.buyers).toBe(days.filter((_, i) => i % 5 !== 0).length);
  expect(found.equity.assumed.given_back).toBeGreaterThan(0);
  const numbers = numbersIn(found.equity);
  expect(numbers.length).toBeGreaterThan(100);
  expect(numbers.filter((one) => !Number.isFinite(one))).toEqual([]);
});

test("more given back than came in: nothing says what a purchase leaves, and no nought is invented", async () => {
  const days = year(1);
  const found = await ask(
    buyers(
      days.length,
      (i) => days[i] ?? [],
      (i) => (i % 3 === 0 ? -100 : 20),
    ),
  );
  if (isRefusal(found)) throw new Error(found.reason);
  expect(found.equity.equity).toMatchObject({
    kind: "refusal",
    reason: expect.stringContaining("More was given back"),
  });
  expect(found.equity.by_cohort.every(({ equity }) => equity === null)).toBe(true);
  expect(found.equity.purchases_ahead.value).toBeGreaterThan(0);
});

test("no amounts at all: purchases are foreseen, and what they are worth is refused", async () => {
  const days = year(2);
  const found = await ask(
    buyers(
      days.length,
      (i) => days[i] ?? [],
      () => "unknown",
    ),
  );
  if (isRefusal(found)) throw new Error(found.reason);
  expect(found.equity.purchases_ahead.value).toBeGreaterThan(100);
  expect(found.equity.equity).toMatchObject({ kind: "refusal", reason: expect.stringContaining("not known what") });
  expect(found.equity.by_cohort.every(({ equity }) => equity === null)).toBe(true);
});

test("everybody always pays the same: each purchase to come is that amount", async () => {
  const days = year(3);
  const found = await ask(buyers(days.length, (i) => days[i] ?? []));
  if (isRefusal(found)) throw new Error(found.reason);
  expect(found.equity.spend).toMatchObject({ kind: "estimate" });
  if (isRefusal(found.equity.spend)) throw new Error(found.equity.spend.reason);
  expect(found.equity.spend.value).toBeCloseTo(20, 1);
});

test("subscriptions on a fixed day are foreseen, or refused in words", async () => {
  const found = await ask(buyers(120, (i) => Array.from({ length: 12 }, (_, month) => month * 30 + (i % 7))));
  if (isRefusal(found)) expect(found.reason).toMatch(/^[A-Z].*\.$/);
  else expect(numbersIn(found.equity).every(Number.isFinite)).toBe(true);
});

test("amounts a million times apart, and one customer who buys every day", async () => {
  const days = [...year(4), Array.from({ length: 360 }, (_, i) => 360 - i)];
  const found = await ask(
    buyers(
      days.length,
      (i) => days[i] ?? [],
      (i) => 10 ** (i % 7),
    ),
  );
  if (isRefusal(found)) throw new Error(found.reason);
  expect(numbersIn(found.equity).filter((one) => !Number.isFinite(one))).toEqual([]);
});

test("a window longer than half of what is known is judged by half of it, and said so", async () => {
  const days = year(5);
  const experience = shop(SHOP.replace("value:\n", "value:\n  again-within: 12 months\n"));
  const found = await ask(
    buyers(days.length, (i) => days[i] ?? []),
    experience,
  );
  if (isRefusal(found)) throw new Error(found.reason);
  expect(found.equity.again.within_days).toBe(365);
  expect(found.equity.again.judged_on_days).toBeLessThan(190);
});
