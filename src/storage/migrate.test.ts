import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openTestStore, withLedger } from "../../test/ledger.ts";
import { sql, text } from "../sql/sql.ts";
import { type Keeping, readMigrations, tablesOfLedger } from "./migrate.ts";
import { openStore } from "./open.ts";
import { packageRoot } from "./package.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "kept-test-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const ours = () => readMigrations(join(packageRoot, "migrations/clickhouse"), "plain");

test("a line with only a semicolon stands between statements", () => {
  writeFileSync(join(folder, "002-second.sql"), "SELECT 2");
  writeFileSync(join(folder, "001-first-of-all.sql"), "SELECT ';\n';\n;  \nSELECT 'b'\n;\n");
  writeFileSync(join(folder, "notes.txt"), "");
  expect(readMigrations(folder, "plain").map(({ number, name, statements }) => [number, name, statements])).toEqual([
    [1, "first-of-all", ["SELECT ';\n';\n", "\nSELECT 'b'\n"]],
    [2, "second", ["SELECT 2"]],
  ]);
});

test("tokens are filled in for one server and for several that hold the same", () => {
  const engines =
    "{engine:MergeTree} -- {p1:String}\n;\nENGINE = {engine:ReplacingMergeTree}(number)\n;\nENGINE = {engine:MergeTree@2}";
  writeFileSync(join(folder, "001-a.sql"), `CREATE TABLE t {on_cluster} ENGINE = ${engines}`);
  const statements = (keeping: Keeping) => readMigrations(folder, keeping)[0]?.statements.map((one) => one.trim());
  expect(statements("plain")).toEqual([
    "CREATE TABLE t  ENGINE = MergeTree -- {p1:String}",
    "ENGINE = ReplacingMergeTree(number)",
    "ENGINE = MergeTree",
  ]);
  const place = "'/kept/{shard}/{database}/{table}', '{replica}'";
  expect(statements("replicated")).toEqual([
    `CREATE TABLE t  ENGINE = ReplicatedMergeTree(${place}) -- {p1:String}`,
    `ENGINE = ReplicatedReplacingMergeTree(${place}, number)`,
    "ENGINE = ReplicatedMergeTree('/kept/{shard}/{database}/{table}-2', '{replica}')",
  ]);
});

test("what a server has been told stays its own where everything else is held by several", () => {
  const engines = readMigrations(join(packageRoot, "migrations/clickhouse"), "replicated")
    .flatMap(({ statements }) => statements)
    .flatMap((statement) => /TABLE IF NOT EXISTS (\w+)[^]*ENGINE = (Replicated)?/.exec(statement)?.slice(1) ?? []);
  const [table, own, ...others] = engines;
  expect([table, own]).toEqual(["migrations", undefined]);
  expect(new Set(others.filter((_, i) => i % 2 === 0))).toEqual(new Set(tablesOfLedger()));
  expect(new Set(others.filter((_, i) => i % 2 === 1))).toEqual(new Set(["Replicated"]));
});

test("the engine can read the statements for several servers that hold the same", async () => {
  const statements = readMigrations(join(packageRoot, "migrations/clickhouse"), "replicated").flatMap(
    (one) => one.statements,
  );
  await withLedger(async (store) => {
    for (const statement of statements) {
      const [row] = await store.rows<{ read: string }>(sql`SELECT formatQuery(${text(statement)}) AS read`);
      expect(row?.read).toMatch(/^(CREATE TABLE|ALTER TABLE|DROP TABLE|TRUNCATE TABLE|INSERT INTO)/);
    }
  });
});

test("the checksum is that of the file, on one machine as in a cluster", () => {
  writeFileSync(join(folder, "001-a.sql"), "CREATE TABLE t {on_cluster}");
  expect(readMigrations(folder, "replicated")[0]?.checksum).toBe(readMigrations(folder, "plain")[0]?.checksum);
});

test("a fresh ledger has all migrations, each once, also when opened again", async () => {
  const { store, home, dispose } = await openTestStore();
  const again = await openStore({ home });
  const query = sql`SELECT number, name, checksum FROM migrations ORDER BY number`;
  const expected = ours().map(({ number, name, checksum }) => ({ number, name, checksum }));
  expect(await store.rows(query)).toEqual(expected);
  expect(await again.rows(query)).toEqual(expected);
  await again.close();
  await dispose();
});

test("every migration may run twice", async () => {
  await withLedger(async (store) => {
    for (const { statements } of ours()) {
      for (const statement of statements) await store.run({ piece: "sql", pieces: [statement] });
    }
  });
});

test("a migration that was broken off is done again", async () => {
  const { store, home, dispose } = await openTestStore();
  await store.run(sql`ALTER TABLE migrations DELETE WHERE number > 0`);
  const again = await openStore({ home });
  expect(await again.rows(sql`SELECT count() AS n FROM migrations`)).toEqual([{ n: String(ours().length) }]);
  await again.close();
  await dispose();
});

test("of several programs that open a ledger at once one brings it up to date", async () => {
  const { store, home, dispose } = await openTestStore();
  await store.run(sql`ALTER TABLE migrations DELETE WHERE number > 0`, { mutations_sync: 2 });
  const opened = await Promise.all(Array.from({ length: 6 }, () => openStore({ home })));
  const applied = await store.rows(
    sql`SELECT number, count() AS times FROM migrations GROUP BY number ORDER BY number`,
  );
  expect(applied).toEqual(ours().map(({ number }) => ({ number, times: "1" })));
  for (const one of opened) await one.close();
  await dispose();
});

test.each([sql`SELECT 999, 'later', ''`, sql`SELECT 1, 'events', 'changed'`])(
  "a ledger of another version is left alone",
  async (row) => {
    const { store, home, dispose } = await openTestStore();
    await store.run(sql`ALTER TABLE migrations DELETE WHERE number = 1`);
    await store.run(sql`INSERT INTO migrations (number, name, checksum) ${row}`);
    await expect(openStore({ home })).rejects.toMatchObject({ code: "ledger-newer" });
    await dispose();
  },
);

test("customers and ids have their keys", async () => {
  await withLedger(async (store) => {
    await store.run(sql`INSERT INTO events (customer, name, at, received, source, id, batch, properties)
      SELECT 'ann', 'bought', 0, 0, 'test', 'e1', 7, '{"a":1}'`);
    const query = sql`SELECT customer_key = cityHash64('ann') AS c, id_key = cityHash64('e1') AS i, * FROM events`;
    expect(await store.rows(query)).toEqual([
      {
        c: 1,
        i: 1,
        customer: "ann",
        known_as: "",
        name: "bought",
        at: "1970-01-01 00:00:00.000",
        received: "1970-01-01 00:00:00.000",
        source: "test",
        id: "e1",
        batch: "7",
        properties: '{"a":1}',
      },
    ]);
  });
});
