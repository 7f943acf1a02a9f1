import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { until } from "../../../test/ledger.ts";
import { openTestState, type TestState, testStateOn } from "../../../test/state.ts";
import { isAlive } from "../engine/record.ts";
import { openState } from "./open.ts";
import { findRunning } from "./running.ts";

let opened: TestState;
beforeAll(async () => {
  opened = await openTestState();
});
afterAll(() => opened.dispose());

const pid = () => findRunning(opened.home)?.pid ?? 0;
const environment = {};

test("a real PostgreSQL answers, and only through its socket", async () => {
  const { rows } = await sql<{ version: string; listens: string }>`
    SELECT version() AS version, current_setting('listen_addresses') AS listens`.execute(opened.state.db);
  expect(rows[0]?.version).toContain("PostgreSQL 18");
  expect(rows[0]?.listens).toBe("");
});

test("the role for work may change rows, and no tables", async () => {
  await expect(sql`CREATE TABLE mine (x int)`.execute(opened.state.db)).rejects.toThrow("permission denied");
  await expect(sql`DROP TABLE keys`.execute(opened.state.db)).rejects.toThrow("must be owner");
  await expect(sql`COPY keys TO '/tmp/keys'`.execute(opened.state.db)).rejects.toThrow("permission denied");
});

test("a second program finds the one that runs, and leaves it running", async () => {
  const before = pid();
  const second = await openState({ home: opened.home, environment });
  expect(pid()).toBe(before);
  await second.close();
  expect(isAlive(before)).toBe(true);
  expect(await opened.state.ready()).toBe(true);
});

test("several programs that start at once share one", async () => {
  await opened.state.close();
  const states = await Promise.all([1, 2, 3].map(() => openState({ home: opened.home, environment })));
  const one = pid();
  for (const state of states) expect(await state.ready()).toBe(true);
  const [first, ...others] = states;
  for (const state of others) await state.close();
  expect(isAlive(one)).toBe(true);
  await first?.close();
  expect(isAlive(one)).toBe(false);
  expect(existsSync(join(opened.home, "postgres", "postmaster.pid"))).toBe(false);
  opened = testStateOn(opened.home, await openState({ home: opened.home, environment }));
});

test("killed, it comes back by itself, what was committed is there, and listeners hear that they may have missed something", async () => {
  const { db } = opened.state;
  const heard: (string | undefined)[] = [];
  const stop = await opened.state.listen("rights", (payload) => heard.push(payload));
  const row = {
    id: "k1",
    kind: "write",
    hash: "h",
    hint: "abcd",
    name: "kept",
    scopes: [],
    created_by: "me",
    created_at: new Date(0),
  };
  await db.insertInto("keys").values(row).execute();
  await until(() => heard.includes("keys"));
  const killed = pid();
  process.kill(killed, "SIGKILL");
  await until(() => heard.includes(undefined));
  expect(await opened.state.ready()).toBe(true);
  expect(pid()).not.toBe(killed);
  expect(await db.selectFrom("keys").select("name").execute()).toEqual([{ name: "kept" }]);
  stop();
});

test("closed while it comes back, it ends for good", async () => {
  const state = await openState({ home: opened.home, environment });
  await opened.state.close();
  const killed = pid();
  process.kill(killed, "SIGKILL");
  await until(() => pid() !== 0 && pid() !== killed);
  const again = pid();
  await state.close();
  expect(isAlive(again)).toBe(false);
  opened = testStateOn(opened.home, await openState({ home: opened.home, environment }));
});

test("only one of two holds a named lock", async () => {
  const other = await openState({ home: opened.home, environment });
  const outcome = await opened.state.withLock("judge", () => other.withLock("judge", async () => "both"));
  expect(outcome).toBeUndefined();
  expect(await other.withLock("judge", async () => "one")).toBe("one");
  expect(await opened.state.withLock("judge", async () => "again")).toBe("again");
  const together = () => other.withLock("judge", async () => "two", "together");
  expect(await opened.state.withLock("judge", together, "together")).toBe("two");
  expect(await opened.state.withLock("judge", together)).toBeUndefined();
  await other.close();
});

test("the log holds nothing that people wrote", async () => {
  await expect(sql`SELECT 'anna@example.org'::int`.execute(opened.state.db)).rejects.toThrow();
  expect(readFileSync(join(opened.home, "postgres.log"), "utf8")).not.toContain("SELECT");
});
