import { expect, test } from "vitest";
import { demoWorld, laundry as experience } from "../../../test/demo-world.ts";
import { openedLedger } from "../../../test/ledger.ts";
import { demoAsOf } from "../../demo/make.ts";
import { turning } from "../../demo/planted.ts";
import type { CustomerPromise } from "../../language/experience.ts";
import type { VerdictRow } from "../../promises/read.ts";
import { sql } from "../../sql/sql.ts";
import { readCells, worseOf } from "./cells.ts";
import { measureExpectations } from "./measure.ts";

const ledger = openedLedger(demoWorld(3000));

const HOUR = 3600;

test("people turn at four hours after the hour named, not at the hour; at a week where a week was said", async () => {
  const promises = [...turning.map(({ promise }) => promise), "price-as-quoted"];
  const found = await measureExpectations(ledger.store, experience, demoAsOf, { promises, redraws: 80 });
  for (const { promise, hours, stars } of turning) {
    const felt = found.find((one) => one.promise === promise)?.felt;
    if (felt?.kind !== "revealed") throw new Error(`nothing was revealed of ${promise}`);
    expect(felt.form).toBe("step");
    expect(felt.threshold?.low).toBeLessThanOrEqual(hours * HOUR);
    expect(felt.threshold?.high).toBeGreaterThanOrEqual(hours * HOUR);
    expect(Math.abs((felt.threshold?.value ?? 0) - hours * HOUR)).toBeLessThanOrEqual(HOUR);
    // What else lets people down comes on top of it.
    expect(felt.change?.low).toBeLessThan(stars);
    expect(felt.change?.high).toBeGreaterThan(stars - 0.5);
  }
  const price = found.find(({ promise }) => promise === "price-as-quoted");
  expect(price?.felt).toMatchObject({ kind: "revealed", threshold: null, form: "none" });
});

const ms = (moment: string): number => Date.parse(`${moment.replace(" ", "T")}Z`);

interface Happened {
  readonly customer_key: string;
  readonly name: string;
  readonly at: string;
  readonly order: string;
}

test.each(["electrician-when-named", "arrives-on-the-day", "somebody-asks", "detergent-before-it-runs-out"])(
  "cells of %s are those of a plain loop over verdicts and events",
  async (name) => {
    const promise = experience.promises.find((one) => one.name === name);
    if (promise === undefined) throw new Error(`there is no ${name}`);
    const verdicts = await ledger.store.rows<VerdictRow>(sql`select * from verdicts`);
    const own = verdicts.filter((row) => row.promise === name);
    const events = await ledger.store.rows<Happened>(
      sql`select customer_key, name, at, toString(k_order_id) as order from events
      where name in ('review.given', 'order.placed', 'supplies.ordered')`,
    );
    const scale = 1e6;
    const felt = await readCells(ledger.store, experience, promise, { kind: "felt" }, demoAsOf);
    const loop = feltByLoop(promise, own, events);
    expect(felt.cells.reduce((sum, { n }) => sum + n, 0)).toBe(loop.size);
    expect(sumOf(felt.cells, ({ y, n }) => y * n)).toBe(sumOf([...loop.values()], ([, y]) => y));
    const days = experience.value.againWithinDays;
    const bought = await readCells(ledger.store, experience, promise, { kind: "repurchase", days }, demoAsOf);
    const again = boughtByLoop(promise, own, events, days);
    expect(sumOf(bought.cells, ({ n }) => n)).toBe(again.size);
    expect(sumOf(bought.cells, ({ y, n }) => y * n)).toBe(sumOf([...again.values()], ([, y]) => y));
    for (const [{ cells, step }, rows] of [
      [felt, loop],
      [bought, again],
    ] as const) {
      if (rows.size === 0) continue;
      const xs = [...rows.values()].map(([x]) => x).toSorted((a, b) => a - b);
      const [low, high] = [0.005, 0.995].map(
        (level) => xs[Math.min(xs.length - 1, Math.floor(level * xs.length))] ?? 0,
      );
      const clipped = xs.map((x) => Math.max(low ?? 0, Math.min(high ?? 0, x)));
      expect(sumOf(cells, ({ x, n }) => x * n) / scale).toBeCloseTo(sumOf(clipped, (x) => x) / scale, 6);
      expect(new Set(cells.map(({ bin }) => bin))).toEqual(new Set(clipped.map((x) => Math.ceil(x / step - 1e-9) + 0)));
    }
  },
);

const sumOf = <T>(list: readonly T[], value: (one: T) => number): number =>
  list.reduce((sum, one) => sum + value(one), 0);

const isUsable = (row: VerdictRow): boolean =>
  ["kept", "late", "missed"].includes(row.verdict) && row.delivered !== null && row.expected !== null;
const knownAt = (row: VerdictRow): number => ms(row.answered_at ?? row.due_at ?? row.asked_at);
const shortBy = (promise: CustomerPromise, row: VerdictRow): number =>
  worseOf(promise) * ((row.delivered ?? 0) - (row.expected ?? 0));

/** Each customer's first asking that counts. */
function firsts(
  promise: CustomerPromise,
  rows: readonly VerdictRow[],
  outcome: (row: VerdictRow) => number | null,
): ReadonlyMap<string, readonly [number, number]> {
  const found = new Map<string, readonly [number, number]>();
  const inOrder = rows.toSorted(
    (a, b) => ms(a.asked_at) - ms(b.asked_at) || (BigInt(a.asked_key) < BigInt(b.asked_key) ? -1 : 1),
  );
  for (const row of inOrder) {
    const y = isUsable(row) && !found.has(row.customer_key) ? outcome(row) : null;
    if (y !== null) found.set(row.customer_key, [shortBy(promise, row), y]);
  }
  return found;
}

function feltByLoop(promise: CustomerPromise, rows: readonly VerdictRow[], events: readonly Happened[]) {
  const said = new Map<string, number>();
  for (const { name, customer_key, order, at } of events)
    if (name === "review.given") {
      const key = `${customer_key} ${order}`;
      said.set(key, Math.max(said.get(key) ?? 0, ms(at)));
    }
  return firsts(promise, rows, (row) => {
    const at = promise.journey === "machine-at-home" ? said.get(`${row.customer_key} ${row.subject_key}`) : undefined;
    return at !== undefined && row.felt !== null && knownAt(row) <= at ? row.felt : null;
  });
}

function boughtByLoop(
  promise: CustomerPromise,
  rows: readonly VerdictRow[],
  events: readonly Happened[],
  days: number,
) {
  const bought = new Map<string, number[]>();
  for (const { name, customer_key, at } of events)
    if (name !== "review.given") bought.set(customer_key, [...(bought.get(customer_key) ?? []), ms(at)]);
  const window = Math.round(days * 86_400_000);
  return firsts(promise, rows, (row) => {
    const from = knownAt(row);
    if (from + window > demoAsOf) return null;
    return bought.get(row.customer_key)?.some((at) => at > from && at <= from + window) ? 1 : 0;
  });
}
