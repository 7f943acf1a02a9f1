import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { brokenAudit, readAudit } from "../../src/people/audit.ts";
import { makeKey } from "../../src/people/keys.ts";
import { isAlive } from "../../src/storage/engine/record.ts";
import { openState } from "../../src/storage/postgres/open.ts";
import { findRunning } from "../../src/storage/postgres/running.ts";
import { until } from "../ledger.ts";
import { cookieOf } from "../server.ts";
import { writeAnswers } from "./experience.ts";
import { openPostgresServer, type PostgresServer, postgresPrograms } from "./postgres-server.ts";
import { post, serve } from "./serving.ts";

const absent = postgresPrograms().length > 1 ? [] : ["the machine has no PostgreSQL of its own, so only ours is tried"];
test.skipIf(absent.length > 0)(`somebody else's PostgreSQL is there${absent.map((why) => ` (${why})`)}`, () => {
  expect(postgresPrograms().length).toBeGreaterThan(1);
});

describe.each(postgresPrograms())("$name, named in KEPT_POSTGRES_URL", ({ bin }) => {
  let server: PostgresServer;
  let folder: string;
  beforeAll(async () => {
    server = await openPostgresServer(bin);
    folder = mkdtempSync(join(tmpdir(), "kept-test-"));
  });
  afterAll(async () => {
    await server.dispose();
    rmSync(folder, { recursive: true, force: true });
  });

  test("holds the state of a server, in a role that may change rows and nothing else, and stays when that stops", async () => {
    const environment = await server.database("shop");
    const home = join(folder, "home");
    const settings = { ...environment, KEPT_HOME: home, KEPT_EXPERIENCE: writeAnswers(folder) };
    const serving = await serve(folder, settings);
    expect((await fetch(`${serving.url}/readyz`)).status).toBe(200);
    expect(findRunning(home)).toBeUndefined();
    await until(() => serving.told().includes("/join#"));
    const token = /\/join#(\S+)/.exec(serving.told())?.[1];
    const person = { token, name: "Mia", email: "mia@example.org", password: "correct horse battery" };
    const joined = await post(`${serving.url}/api/join`, person);
    expect(joined.status).toBe(200);
    const cookie = cookieOf(joined.headers);
    const made = await post(`${serving.url}/api/keys`, { name: "shop" }, { cookie, origin: serving.url });
    expect(made).toMatchObject({ status: 200, body: { secret: expect.stringMatching(/^kept_write_/) } });
    const { secret } = made.body as { readonly secret: string };
    const event = { messageId: "1", userId: "ann", event: "ask", timestamp: new Date().toISOString() };
    expect((await post(`${serving.url}/v1/track`, event, { authorization: `Bearer ${secret}` })).status).toBe(200);
    expect(await serving.stop()).toBe(0);
    expect(isAlive(server.pid)).toBe(true);

    const state = await openState({ home, environment });
    expect((await readAudit(state, 10)).map(({ action }) => action).toSorted()).toEqual([
      "key.made",
      "person.joined",
      "session.begun",
    ]);
    expect(await brokenAudit(state)).toEqual([]);
    await expect(state.db.schema.dropTable("keys").execute()).rejects.toThrow("must be owner");
    await expect(state.db.deleteFrom("audit").execute()).rejects.toThrow("permission denied");
    await state.close();
    const again = await serve(folder, settings);
    expect(await again.stop()).toBe(0);
    expect(again.told()).not.toContain("/join#");
  });

  test("one role for all will do, and what it may not do the database refuses all the same", async () => {
    const { KEPT_POSTGRES_OWNER_URL } = await server.database("one");
    const state = await openState({
      home: join(folder, "one"),
      environment: { KEPT_POSTGRES_URL: KEPT_POSTGRES_OWNER_URL },
    });
    const key = {
      kind: "write",
      name: "x",
      scopes: [],
      ownerId: undefined,
      createdBy: "x",
      expiresAt: undefined,
    } as const;
    await makeKey(state, 0, key);
    await expect(state.db.deleteFrom("audit").execute()).rejects.toThrow(/cannot be changed|permission denied/);
    await state.close();
  });

  test("a wrong password, and a database that is not there, are said in one sentence without the password", async () => {
    const { KEPT_POSTGRES_URL } = await server.database("wrong");
    const bad = new URL(KEPT_POSTGRES_URL);
    bad.password = "not-this-one";
    const refused = await serve(folder, { KEPT_HOME: join(folder, "wrong"), KEPT_POSTGRES_URL: bad.href });
    expect(await refused.ended).toBe(2);
    expect(refused.told()).toMatch(
      /^kept: PostgreSQL at postgres:\/\/127\.0\.0\.1:\d+\/wrong refuses this user or password; correct KEPT_POSTGRES_URL\.\n$/,
    );
    const none = new URL(KEPT_POSTGRES_URL);
    none.pathname = "/nowhere";
    const missing = await serve(folder, { KEPT_HOME: join(folder, "wrong"), KEPT_POSTGRES_URL: none.href });
    expect(await missing.ended).toBe(2);
    expect(missing.told()).toMatch(/has no such database; make it, or correct KEPT_POSTGRES_URL\.\n$/);
  });
});
