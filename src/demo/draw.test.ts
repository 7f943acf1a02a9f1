import { expect, test } from "vitest";
import { openedLedger } from "../../test/ledger.ts";
import { commas, number, type Sql, sql } from "../sql/sql.ts";
import { draws } from "./draw.ts";

const ledger = openedLedger();

const N = 200_000;
const draw = draws(5, sql`number`);

/** The values of some aggregates over many draws. */
async function over(columns: Readonly<Record<string, Sql>>, ...aggregates: readonly Sql[]): Promise<readonly number[]> {
  const drawn = Object.entries(columns).map(([as, value]) => sql`${value} as ${{ piece: "name", name: as }}`);
  const list = commas(aggregates.map((one) => sql`toFloat64(${one})`));
  const [row] = await ledger.store.rows<{ all: readonly number[] }>(
    sql`select [${list}] as all from (select ${commas(drawn)} from numbers(${number(N)}))`,
  );
  return row?.all ?? [];
}

test("uniform draws fill the interval evenly", async () => {
  const tenths = Array.from({ length: 10 }, (_, i) => sql`countIf(floor(u * 10) = ${number(i)}) / count()`);
  for (const share of await over({ u: draw.uniform("a") }, ...tenths))
    expect(Math.abs(share - 0.1)).toBeLessThan(0.004);
});

test("draws about different things, of neighbours and of other seeds have nothing to do with each other", async () => {
  const columns = {
    u: draw.uniform("a"),
    other: draw.uniform("b"),
    neighbour: draws(5, sql`number + 1`).uniform("a"),
    elsewhere: draws(6, sql`number`).uniform("a"),
    second: draw.uniform("a", sql`1`),
  };
  const pairs = ["other", "neighbour", "elsewhere", "second"].map(
    (one) => sql`corr(u, ${{ piece: "name", name: one }})`,
  );
  for (const correlation of await over(columns, ...pairs)) expect(Math.abs(correlation)).toBeLessThan(0.01);
});

test("the same draw is the same everywhere", async () => {
  const [same] = await over(
    { u: draw.uniform("a"), again: draws(5, sql`number`).uniform("a") },
    sql`countIf(u != again)`,
  );
  expect(same).toBe(0);
});

test("chances, picks and numbers come as often as they should", async () => {
  const [chance = 0, broken = 0, last = 0, low, high, mean = 0] = await over(
    {
      c: draw.chance("c", number(0.03)),
      p: draw.pick("p", { broken: 2, moving: 1, gift: 1 }),
      b: draw.between("b", 10, 20),
    },
    sql`avg(c)`,
    sql`avg(p = 'broken')`,
    sql`avg(p = 'gift')`,
    sql`min(b)`,
    sql`max(b)`,
    sql`avg(b)`,
  );
  expect(chance).toBeCloseTo(0.03, 2);
  expect(broken).toBeCloseTo(0.5, 2);
  expect(last).toBeCloseTo(0.25, 2);
  expect([low, high]).toEqual([10, 19]);
  expect(mean).toBeCloseTo(14.5, 1);
});

test("normal, lognormal and exponential draws have their quantiles", async () => {
  const [q05 = 0, q50 = 0, q975 = 0, median = 0, q90 = 0, mean = 0, variance = 0] = await over(
    { n: draw.normal("n"), l: draw.lognormal("l", 2, 0.9), e: draw.exponential("e") },
    sql`quantileExact(0.05)(n)`,
    sql`quantileExact(0.5)(n)`,
    sql`quantileExact(0.975)(n)`,
    sql`quantileExact(0.5)(l)`,
    sql`quantileExact(0.9)(l)`,
    sql`avg(e)`,
    sql`varPop(e)`,
  );
  expect(q05).toBeCloseTo(-1.645, 1);
  expect(q50).toBeCloseTo(0, 1);
  expect(q975).toBeCloseTo(1.96, 1);
  expect(median).toBeCloseTo(2, 1);
  expect(q90 / (2 * Math.exp(0.9 * 1.2816))).toBeCloseTo(1, 1);
  expect(mean).toBeCloseTo(1, 1);
  expect(variance).toBeCloseTo(1, 1);
});

test("gamma draws have their mean, variance and quantiles", async () => {
  // Medians from tables of the gamma distribution.
  for (const [shape, median] of [
    [1.3, 0.9876],
    [6, 5.6702],
  ] as const) {
    const [mean = 0, variance = 0, half = 0, none] = await over(
      { g: draw.gamma("g", shape) },
      sql`avg(g)`,
      sql`varPop(g)`,
      sql`quantileExact(0.5)(g)`,
      sql`countIf(g <= 0)`,
    );
    expect(mean / shape).toBeCloseTo(1, 1);
    expect(variance / shape).toBeCloseTo(1, 1);
    expect(half / median).toBeCloseTo(1, 1);
    expect(none).toBe(0);
  }
});
