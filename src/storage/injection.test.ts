import { beforeAll, expect, test } from "vitest";
import { openedLedger } from "../../test/ledger.ts";
import { name, sql, text, texts } from "../sql/sql.ts";
import type { InsertFormat } from "./store.ts";

const ledger = openedLedger();
beforeAll(async () => {
  await ledger.store.run(sql`CREATE TABLE t (a String, b String) ENGINE = MergeTree ORDER BY a`);
});

const tables = async () => {
  const rows = await ledger.store.rows<{ readonly name: string }>(
    sql`SELECT name FROM system.tables WHERE database = 'kept' ORDER BY name`,
  );
  return rows.map((row) => row.name);
};

async function* once(data: string) {
  yield data;
}

const NASTY = [
  "'; DROP TABLE t; --",
  "\\'; DROP TABLE t; --",
  "\\",
  "a\\'b\\\\'c",
  "line\nline\r\nline\n\nDROP TABLE t",
  "tab\tnull\0byte\b\f",
  "\\N",
  "NULL",
  "{p1:String}",
  '`name` "name" ‘quote’ $$heredoc$$',
  "👩‍👩‍👧 Ünïcödé \u{feff}bom \u2028",
  "%00 %27 & = + #",
  "",
  " ",
];

test.each(NASTY)("a text arrives as it is: %j", async (value) => {
  expect(await ledger.store.rows(sql`SELECT ${text(value)} AS one, ${texts([value, value])} AS many`)).toEqual([
    { one: value, many: [value, value] },
  ]);
  expect(await tables()).toContain("t");
});

test.each(NASTY)("a long text arrives as it is: %j", async (value) => {
  const long = value + "x".repeat(10_000) + value;
  expect(await ledger.store.rows(sql`SELECT ${text(long)} AS one, ${texts([long])} AS many`)).toEqual([
    { one: long, many: [long] },
  ]);
  await ledger.store.run(sql`TRUNCATE TABLE t`);
  await ledger.store.run(sql`INSERT INTO t SELECT ${text(long)}, ${texts([long])}[1]`);
  expect(await ledger.store.rows(sql`SELECT a, b FROM t`)).toEqual([{ a: long, b: long }]);
});

test.each(["a`b", "a\\b", "a``; DROP TABLE t --", 'a"b', "a'b", "a.b", "ä 👋"])(
  "a name is only a name: %j",
  async (column) => {
    expect(await ledger.store.rows(sql`SELECT 1 AS ${name(column)}`)).toEqual([{ [column]: 1 }]);
  },
);

test.each([
  sql`SELECT 1; DROP TABLE t`,
  sql`SELECT 1; SELECT 2`,
  sql`INSERT INTO t SELECT '', ''; DROP TABLE t`,
  sql`CREATE TABLE pwned (a Int8) ENGINE = Memory; DROP TABLE t`,
])("two statements are refused", async (statement) => {
  await expect(ledger.store.run(statement)).rejects.toMatchObject({ code: "query-failed" });
  await expect(ledger.store.rows(statement)).rejects.toMatchObject({ code: "query-failed" });
  expect(await tables()).toContain("t");
  expect(await tables()).not.toContain("pwned");
});

const BLANK_LINES: readonly (readonly [InsertFormat, string, number])[] = [
  ["JSONEachRow", '{"a":"1"}\n\n{"a":"2"}\n{"a":"3"}\n', 3],
  ["JSONEachRow", '\n\n{"a":"1"}\r\n\r\n{"a":"2"}\n', 2],
  ["JSONEachRow", '{"a":"1",\n\n"b":"x"}\n{"a":"2"}\n', 2],
  ["JSONEachRow", '{"a":"x; drop table t; --"}\n{"a":"\\n\\n; select 1"}\n', 2],
  ["CSV", '1,"x\n\ny"\n2,b\n3,c\n', 3],
];

test.each(BLANK_LINES)("a blank line in %s does not cut the data: %j", async (format, data, rows) => {
  await ledger.store.run(sql`TRUNCATE TABLE t`);
  expect(await ledger.store.insert(sql`INSERT INTO t`, format, once(data))).toEqual({ written: rows });
  expect(await ledger.store.rows(sql`SELECT count() AS n FROM t`)).toEqual([{ n: String(rows) }]);
});

test.each([
  ["JSONEachRow", '{"a":"1"}\n\nCREATE TABLE pwned (a Int8) ENGINE = Memory\n'],
  ["CSV", '1,"x\n\n"\n\nCREATE TABLE pwned (a Int8) ENGINE = Memory'],
  ["CSV", "1,x\n\n;CREATE TABLE pwned (a Int8) ENGINE = Memory;"],
  ["TabSeparated", "1\tx\n\n\nCREATE TABLE pwned (a Int8) ENGINE = Memory"],
] as const)("what follows a blank line in %s is never run: %j", async (format, data) => {
  await ledger.store.insert(sql`INSERT INTO t`, format, once(data)).catch(() => {});
  expect(await tables()).not.toContain("pwned");
});

test("data within a statement are refused", async () => {
  const statement = sql`INSERT INTO t FORMAT JSONEachRow {"a":"1"}

CREATE TABLE pwned (a Int8) ENGINE = Memory`;
  await expect(ledger.store.run(statement)).rejects.toMatchObject({ code: "query-failed" });
  expect(await tables()).not.toContain("pwned");
});

test("values within a statement may hold anything", async () => {
  await ledger.store.run(sql`TRUNCATE TABLE t`);
  await ledger.store.run(sql`INSERT INTO t VALUES (${text("a\n\n;b")}, 'c;\n\nd'), ('e', ${text("'")})`);
  expect(await ledger.store.rows(sql`SELECT a, b FROM t ORDER BY a`)).toEqual([
    { a: "a\n\n;b", b: "c;\n\nd" },
    { a: "e", b: "'" },
  ]);
});
