import { beforeAll, expect, test } from "vitest";
import { openedLedger } from "../../test/ledger.ts";
import { moment, name, natural, naturals, number, numbers, type Sql, sql, text, whole } from "../sql/sql.ts";
import type { Store } from "./store.ts";

const ledger = openedLedger();
let store: Store;
beforeAll(async () => {
  store = ledger.store;
});

const one = async <Row>(query: Sql) => (await store.rows<Row>(query))[0];

test("whole numbers of 64 bits come as text, moments in UTC", async () => {
  const query = sql`SELECT toUInt64(18446744073709551615) AS u, toInt64(-9223372036854775808) AS i, toUInt32(7) AS n,
    toDateTime64('2018-03-25 02:30:00.123', 3, 'UTC') AS at, toDateTime64('2018-03-25 02:30:00.123', 3) AS here`;
  expect(await one(query)).toEqual({
    u: "18446744073709551615",
    i: "-9223372036854775808",
    n: 7,
    at: "2018-03-25 02:30:00.123",
    here: "2018-03-25 02:30:00.123",
  });
});

test.each([0, 45, 1_700_000_000_123, -1, -2_000_000_000_123, Date.UTC(2200, 0, 1)])(
  "the moment %d arrives whole",
  async (ms) => {
    expect(await one(sql`SELECT toString(toUnixTimestamp64Milli(${moment(ms)})) AS ms`)).toEqual({ ms: String(ms) });
  },
);

test("numbers arrive whole", async () => {
  const most = 18446744073709551615n;
  const query = sql`SELECT ${natural(most)} AS n, ${naturals([most, 1, "2"])} AS ns, ${whole(-5)} AS w,
    ${number(1e-300)} AS small, ${number(0.1)} AS tenth, ${numbers([1.5, -2])} AS xs,
    ${number(Number.NaN)} AS nan, ${number(Number.POSITIVE_INFINITY)} AS inf, ${number(Number.NEGATIVE_INFINITY)} AS neg,
    toString(${number(Number.NaN)}) || toString(${number(Number.POSITIVE_INFINITY)}) || toString(${number(Number.NEGATIVE_INFINITY)}) AS told`;
  expect(await one(query)).toEqual({
    n: String(most),
    ns: [String(most), "1", "2"],
    w: "-5",
    small: 1e-300,
    tenth: 0.1,
    xs: [1.5, -2],
    // JSON has no words for them.
    nan: null,
    inf: null,
    neg: null,
    told: "naninf-inf",
  });
});

test("a parameter of some hundred kilobytes is no trouble, in a question as in a statement", async () => {
  const many = naturals(Array.from({ length: 60_000 }, (_, i) => 10_000_000 + i));
  expect(await one(sql`SELECT length(${many}) AS n, ${many}[60000] AS last`)).toEqual({ n: "60000", last: "10059999" });
  await store.run(sql`CREATE TABLE many ENGINE = MergeTree ORDER BY x AS SELECT arrayJoin(${many}) AS x`);
  expect(await one(sql`SELECT count() AS n FROM many`)).toEqual({ n: "60000" });
});

test("a statement may be megabytes long", async () => {
  const long: Sql = { piece: "sql", pieces: [`/* ${"x".repeat(3_000_000)} */ SELECT 1 AS y`] };
  expect(await one(long)).toEqual({ y: 1 });
});

test("says how many rows were written", async () => {
  await store.run(sql`CREATE TABLE written (x UInt64) ENGINE = MergeTree ORDER BY x`);
  expect(await store.run(sql`INSERT INTO written SELECT number FROM numbers(1234)`)).toEqual({ written: 1234 });
  expect(await store.run(sql`INSERT INTO written SELECT 1 WHERE 0`)).toEqual({ written: 0 });
  expect(await store.run(sql`ALTER TABLE written DELETE WHERE x < 1000`)).toEqual({ written: 0 });
  expect(await one(sql`SELECT count() AS n FROM written`)).toEqual({ n: "234" });
});

test("takes data from a stream", async () => {
  await store.run(sql`CREATE TABLE taken (x UInt64, y String) ENGINE = MergeTree ORDER BY x`);
  async function* lines() {
    for (let i = 0; i < 200; i++) {
      yield Array.from({ length: 1000 }, (_, k) => `{"y":"ü${i}","x":${i * 1000 + k}}\n`).join("");
    }
  }
  expect(await store.insert(sql`INSERT INTO ${name("taken")} (x, y)`, "JSONEachRow", lines())).toEqual({
    written: 200_000,
  });
  expect(await one(sql`SELECT uniqExact(x) AS n, uniqExact(y) AS m FROM taken`)).toEqual({ n: "200000", m: "200" });
  await expect(store.insert(sql`INSERT INTO taken (x, y)`, "JSONEachRow", lines2())).rejects.toMatchObject({
    code: "query-failed",
    message: expect.stringContaining("unknown"),
  });
  expect(await store.insert(sql`INSERT INTO taken`, "JSONEachRow", nothing())).toEqual({ written: 0 });
});

async function* lines2() {
  yield '{"x":1,"unknown":2}\n';
}

async function* nothing() {}

test("settings hold for one query only", async () => {
  const value = sql`SELECT value FROM system.settings WHERE name = 'max_block_size'`;
  const usual = await store.rows(value);
  expect(await store.rows(value, { max_block_size: 777 })).toEqual([{ value: "777" }]);
  await Promise.all(
    Array.from({ length: 20 }, async (_, i) => {
      expect(await store.rows(value, i % 2 ? { max_block_size: 1000 + i } : {})).toEqual(
        i % 2 ? [{ value: String(1000 + i) }] : usual,
      );
    }),
  );
});

test("parameters hold for one query only", async () => {
  await store.rows(sql`SELECT ${text("secret")}`);
  const unbound: Sql = { piece: "sql", pieces: ["SELECT {p1:String} AS x"] };
  for (let i = 0; i < 20; i++) await expect(store.rows(unbound)).rejects.toMatchObject({ code: "query-failed" });
});

test("many questions at once are all answered", async () => {
  const answers = await Promise.all(
    Array.from({ length: 60 }, (_, i) => one(sql`SELECT ${whole(i)} AS i, sleep(0.02) AS s`)),
  );
  expect(answers).toEqual(Array.from({ length: 60 }, (_, i) => ({ i: String(i), s: 0 })));
});

test("a failed query says what the engine said, and carries its SQL", async () => {
  const trouble: unknown = await store
    .rows(sql`SELECT missing FROM events WHERE id = ${text("x")}`)
    .catch((thrown) => thrown);
  expect(trouble).toMatchObject({
    name: "KeptError",
    code: "query-failed",
    message: expect.stringMatching(
      /^The ledger could not answer: Unknown expression .*`missing`.*\(UNKNOWN_IDENTIFIER\)\.$/,
    ),
    cause: { sql: "SELECT missing FROM events WHERE id = {p1:String}" },
  });
});

test("a fault in the midst of a stream is told, after the rows before it", async () => {
  // Much more comes before it than lies anywhere on the way to be read.
  const query = sql`SELECT throwIf(number = 50000, 'no further') AS x, repeat('x', 1000) AS long FROM numbers(100000)`;
  let rows = 0;
  const reading = async () => {
    for await (const some of store.stream(query, { max_threads: 1, max_block_size: 1000 })) rows += some.length;
  };
  await expect(reading()).rejects.toMatchObject({
    code: "query-failed",
    message: expect.stringContaining("no further"),
  });
  expect(rows).toBeGreaterThan(0);
  expect(rows).toBeLessThanOrEqual(50_000);
});

test("a question that wants too much memory is refused, and the engine lives on", async () => {
  const greedy = sql`SELECT groupArray(number) AS all FROM numbers(100000000)`;
  await expect(store.rows(greedy, { max_memory_usage: 50_000_000 })).rejects.toMatchObject({
    code: "memory",
    message: expect.stringContaining("KEPT_MEMORY"),
  });
  expect(await one(sql`SELECT 1 AS x`)).toEqual({ x: 1 });
});

test("tells how far a long statement has read, never less than before", async () => {
  const told: number[] = [];
  await store.run(
    sql`INSERT INTO written SELECT number FROM numbers(20000000) WHERE NOT ignore(sipHash64(number)) AND number % 1000000 = 0`,
    { max_threads: 1, max_block_size: 65_536 },
    (rows) => told.push(rows),
  );
  expect(told).toEqual([...told].sort((a, b) => a - b));
  expect(told.at(-1) ?? 0).toBeLessThanOrEqual(20_000_000);
});
