import { expect, test } from "vitest";
import { readStatement } from "./statement.ts";

test.each([
  ["SELECT 1", "select"],
  ["  (SELECT 1) UNION ALL (SELECT 2)", "select"],
  ["/* a; b */ WITH 1 AS x SELECT x", "select"],
  ["-- note\nINSERT INTO t SELECT 1", "insert"],
  ["WITH x AS (SELECT 1) INSERT INTO t SELECT * FROM x", "insert"],
  ["WITH x AS (SELECT 'INSERT') SELECT * FROM x", "select"],
  ["ALTER TABLE t DELETE WHERE 1", "other"],
  ["EXPLAIN SELECT 1", "other"],
])("%s is of the kind %s", (sql, kind) => {
  expect(readStatement(sql).kind).toBe(kind);
});

test.each([
  "SELECT 1; SELECT 2",
  "SELECT '\\';' ; DROP TABLE t",
  "SELECT 'it''s' ;; SELECT 2",
  "SELECT 1 -- one\n; SELECT 2",
  'SELECT `a;` , "b;" ; x',
  "SELECT ‘'’ ; DROP TABLE t -- '",
  "SELECT $tag$ ' $tag$ ; DROP TABLE t -- '",
  "SELECT 1 # a '\n; DROP TABLE t -- '",
  "SELECT /* ' */ 1 ; DROP TABLE t -- '",
])("finds the second statement in %s", (sql) => {
  expect(readStatement(sql).second).toEqual(expect.any(Number));
});

test.each([
  "SELECT 1;",
  "SELECT ';'",
  "SELECT ';;' ; ;\n",
  "SELECT 1; -- that is all; really",
  'SELECT `;`, ";", ‘;’, “;”, $$;$$',
  "SELECT 1 /* ; */",
])("sees one statement in %s", (sql) => {
  expect(readStatement(sql).second).toBeUndefined();
});

test("takes the semicolon from the end, and leaves those within", () => {
  expect(readStatement("SELECT ';' ;\n").text).toBe("SELECT ';'");
});

test("reads the format at the end only", () => {
  expect(readStatement("SELECT 1\nFORMAT JSONEachRow").format).toBe("JSONEachRow");
  expect(readStatement("SELECT 'FORMAT CSV'").format).toBeUndefined();
  expect(readStatement("SELECT format('{}', x) FROM t").format).toBeUndefined();
});

test.each([
  "INSERT INTO t FORMAT CSV 1,2\n\nDROP TABLE t",
  'INSERT INTO t (a, b) FORMAT JSONEachRow {"a":1}',
  'INSERT INTO t FORMAT JSONEachRow {"a":1}\n\nSELECT 1 FORMAT CSV',
])("sees data in %s", (sql) => {
  expect(readStatement(sql).inlineData).toBe(true);
});

test.each([
  "INSERT INTO t (a, b) FORMAT CSV",
  "INSERT INTO t SELECT format('{}', a) FROM x",
  "INSERT INTO t FROM INFILE 'a.csv' FORMAT CSV",
  "INSERT INTO t VALUES (1, 'FORMAT CSV 1')",
])("sees no data in %s", (sql) => {
  expect(readStatement(sql).inlineData).toBe(false);
});
