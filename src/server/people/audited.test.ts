import { join } from "node:path";
import { sql as state } from "kysely";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestServer, TEST_PASSWORD, type TestServer } from "../../../test/server.ts";
import { invite } from "../../people/invitations.ts";
import { makeKey } from "../../people/keys.ts";
import { sql } from "../../sql/sql.ts";

let server: TestServer;
let owner: { readonly id: string; readonly headers: Readonly<Record<string, string>> };
beforeAll(async () => {
  server = await openTestServer({ KEPT_WEBHOOK_NETWORKS: "127.0.0.0/8" });
  owner = await server.person("owner");
});
afterAll(() => server.dispose());

const ask = async (method: "POST" | "PATCH" | "PUT" | "DELETE", url: string, body?: object) =>
  (await server.app.inject({ method, url, headers: owner.headers, ...(body === undefined ? {} : { payload: body }) }))
    .statusCode;

async function asOwner(statement: string): Promise<void> {
  const client = new pg.Client({ host: join(server.home, "postgres-socket"), database: "kept", user: "postgres" });
  await client.connect();
  await client.query(statement).finally(() => client.end());
}

const TABLES = [
  "keys",
  "users",
  "accounts",
  "sessions",
  "invitations",
  "webhooks",
  "news",
  "experience_versions",
  "imports",
];

/** All that a person may change, in both engines. */
async function everything(): Promise<unknown> {
  const { db } = server.rooms.house.state;
  const tables = await Promise.all(
    TABLES.map(async (table) => (await state`SELECT * FROM ${state.table(table)} ORDER BY 1`.execute(db)).rows),
  );
  const { store } = server.rooms.house;
  const links = await store.rows(
    sql`SELECT known_as, customer, what FROM links WHERE what IN ('linked', 'undone') ORDER BY ALL`,
  );
  const letters = await store.rows(sql`SELECT DISTINCT toString(letter) AS letter FROM dead_letters ORDER BY letter`);
  return { tables, links, letters };
}

test("what cannot be written to the audit log is not done", async () => {
  const { state: kept, now } = server.rooms.house;
  const key = {
    kind: "write",
    name: "old",
    scopes: [],
    ownerId: undefined,
    createdBy: "x",
    expiresAt: undefined,
  } as const;
  const old = await makeKey(kept, now(), key);
  const agent = await server.person("agent");
  const open = await invite(kept, now(), { email: "new@example.org", role: "viewer", invitedBy: undefined, hours: 1 });
  const hook = { url: "http://127.0.0.1:9/", kinds: ["promise.broken"] };
  expect(await ask("POST", "/api/webhooks", hook)).toBe(200);
  const [{ id: webhook }] = (await server.app.inject({ url: "/api/webhooks", headers: owner.headers })).json();
  expect(await ask("POST", "/api/links", { known_as: "a", customer: "b" })).toBe(200);
  const headers = { authorization: `Bearer ${old.secret}` };
  await server.app.inject({ method: "POST", url: "/v1/track", headers, payload: { userId: "a" } });
  const { letters } = (await server.app.inject({ url: "/api/dead-letters", headers: owner.headers })).json();
  const handed = await server.app.inject({
    method: "POST",
    url: "/api/sources/files?name=a.csv",
    headers: { ...owner.headers, "content-type": "text/csv" },
    payload: "customer,event,time\na,paid,2026-01-02\n",
  });
  const { file } = handed.json();

  await asOwner(`CREATE FUNCTION full_log() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'full'; END $$;
    CREATE TRIGGER a_full_log BEFORE INSERT ON audit FOR EACH ROW EXECUTE FUNCTION full_log()`);
  const before = await everything();
  const person = { name: "New", password: TEST_PASSWORD };
  const answers = [
    await ask("POST", "/api/keys", { name: "another" }),
    await ask("DELETE", `/api/keys/${old.id}`),
    await ask("POST", "/api/tokens", { name: "mine", scopes: ["gaps:read"] }),
    await ask("POST", "/api/invitations", { email: "other@example.org", role: "viewer" }),
    await ask("DELETE", `/api/invitations/${open.id}`),
    await ask("POST", "/api/join", { ...person, token: open.token }),
    await ask("PATCH", `/api/people/${agent.id}`, { role: "viewer" }),
    await ask("DELETE", `/api/people/${agent.id}`),
    await ask("POST", "/api/session", { email: "agent-2@example.org", password: TEST_PASSWORD }),
    await ask("PUT", "/api/session/password", { current: TEST_PASSWORD, next: "another long password" }),
    await ask("POST", "/api/webhooks", hook),
    await ask("POST", `/api/webhooks/${webhook}/stop`),
    await ask("POST", `/api/webhooks/${webhook}/secret`, {}),
    await ask("DELETE", `/api/webhooks/${webhook}`),
    await ask("POST", "/api/links", { known_as: "c", customer: "d" }),
    await ask("POST", "/api/links/undo", { known_as: "a", customer: "b" }),
    await ask("DELETE", `/api/dead-letters/${letters[0].letter}`),
    await ask("POST", "/api/sources/import", { file }),
    await ask("DELETE", "/api/customers/b"),
  ];
  expect(answers.filter((status) => status < 400 || status === 404)).toEqual([]);
  expect(await everything()).toEqual(before);

  await asOwner("DROP TRIGGER a_full_log ON audit");
  expect(await ask("DELETE", `/api/webhooks/${webhook}`)).toBe(200);
  expect(await ask("DELETE", `/api/dead-letters/${letters[0].letter}`)).toBe(204);
  expect(await everything()).not.toEqual(before);
});
