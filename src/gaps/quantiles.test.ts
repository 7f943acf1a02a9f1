import { expect, test } from "vitest";
import { openedLedger } from "../../test/ledger.ts";
import { type Sql, sql } from "../sql/sql.ts";
import { type Quantiling, quantilingOf } from "./quantiles.ts";

const ledger = openedLedger();

const LEVELS = [0.01, 0.1, 0.5, 0.9, 0.99];
/** From minus a million to far above it, many around nothing. */
const VALUE = sql`(toFloat64(number) - 50000) * 20 * (number % 7) + number % 10`;
const EXACT = quantilingOf(1, 0.01);
const NEAR = quantilingOf(1e9, 0.01);

async function found(select: (value: Sql) => Sql): Promise<readonly number[]> {
  const [row] = await ledger.store.rows<{ at: readonly number[] }>(select(VALUE));
  return row?.at ?? [];
}

const atOnce = (way: Quantiling) => found((value) => sql`select ${way.of(LEVELS, value)} as at from numbers(100000)`);
const merged = (way: Quantiling) =>
  found(
    (value) => sql`select ${way.merge(LEVELS, sql`part`)} as at
    from (select ${way.state(LEVELS, value)} as part from numbers(100000) group by number % 11)`,
  );

test("few numbers are put in order", async () => {
  const all = Array.from({ length: 100_000 }, (_, n) => (n - 50_000) * 20 * (n % 7) + (n % 10)).sort((a, b) => a - b);
  const expected = LEVELS.map((level) => all[Math.floor(level * all.length)]);
  expect(await atOnce(EXACT)).toEqual(expected);
  expect(await merged(EXACT)).toEqual(expected);
});

test("many numbers are known within the accuracy, however they were divided", async () => {
  const exact = await atOnce(EXACT);
  for (const near of [await atOnce(NEAR), await merged(NEAR)])
    for (const [i, value] of exact.entries())
      expect(Math.abs((near[i] ?? Number.NaN) - value)).toBeLessThanOrEqual(Math.abs(value) * 0.011 + 1e-9);
});
