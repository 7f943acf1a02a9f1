import { join } from "node:path";
import { sql } from "kysely";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestState, type TestState } from "../../test/state.ts";
import { audit, brokenAudit, OPERATOR, readAudit } from "./audit.ts";

let opened: TestState;
beforeAll(async () => {
  opened = await openTestState();
  for (let i = 0; i < 5; i++)
    await audit(opened.state, i * 1000, {
      actor: OPERATOR,
      action: "test.done",
      subject: `s${i}`,
      details: { i, words: "“é”" },
    });
});
afterAll(() => opened.dispose());

const asOwner = async (statement: string) => {
  const client = new pg.Client({ host: join(opened.home, "postgres-socket"), database: "kept", user: "postgres" });
  await client.connect();
  try {
    return await client.query(statement);
  } finally {
    await client.end();
  }
};
const CHANGES = ["UPDATE audit SET actor = 'x'", "DELETE FROM audit", "TRUNCATE audit"];

test("entries are read newest first", async () => {
  expect((await readAudit(opened.state, 2)).map(({ number, subject }) => [number, subject])).toEqual([
    [5, "s4"],
    [4, "s3"],
  ]);
  expect(await readAudit(opened.state, 1, 2)).toMatchObject([
    { number: 1, at: new Date(0), actor: "operator", details: { i: 0 } },
  ]);
});

test.each(CHANGES)("the database refuses `%s` from the server", async (statement) => {
  await expect(sql.raw(statement).execute(opened.state.db)).rejects.toThrow("permission denied");
});

test.each(CHANGES)("and `%s` from the owner of the table", async (statement) => {
  await expect(asOwner(statement)).rejects.toThrow("cannot be changed");
});

test("numbers and hashes are the database's, whatever somebody writes", async () => {
  await sql`INSERT INTO audit (number, at, actor_kind, actor, action, subject, details, previous, hash)
    VALUES (1, now(), 'person', 'x', 'y', 'z', '{}', 'p', 'h')`.execute(opened.state.db);
  expect((await readAudit(opened.state, 1))[0]?.number).toBe(6);
  expect(await brokenAudit(opened.state)).toEqual([]);
});

test("many who write at once stand in one row", async () => {
  await Promise.all(
    Array.from({ length: 30 }, (_, i) =>
      audit(opened.state, i, { actor: OPERATOR, action: "at.once", subject: String(i) }),
    ),
  );
  expect(await brokenAudit(opened.state)).toEqual([]);
  expect((await readAudit(opened.state, 1))[0]?.number).toBe(36);
});

test("who switches the guard off and changes an entry is found out", async () => {
  await asOwner(
    "ALTER TABLE audit DISABLE TRIGGER audit_refuse; UPDATE audit SET actor = 'somebody else' WHERE number = 3",
  );
  expect(await brokenAudit(opened.state)).toEqual([3]);
  await asOwner("DELETE FROM audit WHERE number = 3");
  expect(await brokenAudit(opened.state)).toEqual([4]);
});
