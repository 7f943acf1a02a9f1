import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { until } from "../../../test/ledger.ts";
import { openTestServer, TEST_PASSWORD, TEST_URL, type TestServer } from "../../../test/server.ts";
import { openState } from "../../storage/postgres/open.ts";

let server: TestServer;
let clock = Date.now();
beforeAll(async () => {
  server = await openTestServer({ KEPT_SIGN_IN_PER_MINUTE: "1000" }, () => clock);
});
afterAll(() => server.dispose());

type Headers = Readonly<Record<string, string>>;
const ask = async (
  method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE",
  url: string,
  headers: Headers = {},
  payload?: object,
) => {
  const answer = await server.app.inject({ method, url, headers, ...(payload ? { payload } : {}) });
  return { status: answer.statusCode, body: answer.json(), cookies: answer.headers["set-cookie"] };
};
const cookieOf = (cookies: unknown): Headers => ({
  cookie: [cookies]
    .flat()
    .map((each) => String(each).split(";")[0])
    .join("; "),
  origin: TEST_URL,
});

test("an invited person joins by the link, once, and is who they were invited as", async () => {
  const owner = await server.person("owner");
  const invited = await ask("POST", "/api/invitations", owner.headers, { email: "Mia@Example.org", role: "agent" });
  expect(invited.status).toBe(200);
  const token = new URL(invited.body.link).hash.slice(1);
  expect(invited.body.link).toMatch(/^http:\/\/localhost:4400\/join#/);
  expect((await ask("POST", "/api/join/look", {}, { token })).body).toMatchObject({
    email: "mia@example.org",
    role: "agent",
  });
  const joined = await ask("POST", "/api/join", {}, { token, name: "Mia", password: TEST_PASSWORD });
  expect(joined.status).toBe(200);
  const me = await ask("GET", "/api/session", cookieOf(joined.cookies));
  expect(me.body).toMatchObject({ name: "Mia", email: "mia@example.org", role: "agent" });
  expect(me.body.permissions).toContain("customers:read");
  expect(me.body.permissions).not.toContain("people:write");
  const again = await ask("POST", "/api/join", {}, { token, name: "Eve", password: TEST_PASSWORD });
  expect(again).toMatchObject({ status: 410, body: { code: "invitation-over" } });
});

test("an invitation ends with its time, when withdrawn, and when a newer one is sent", async () => {
  const owner = await server.person("owner");
  const inviting = async () => {
    const { body } = await ask("POST", "/api/invitations", owner.headers, {
      email: "late@example.org",
      role: "viewer",
    });
    return { id: body.id, token: new URL(body.link).hash.slice(1) };
  };
  const look = async (token: string) => (await ask("POST", "/api/join/look", {}, { token })).status;
  const first = await inviting();
  const second = await inviting();
  expect([await look(first.token), await look(second.token)]).toEqual([410, 200]);
  clock += 73 * 3_600_000;
  expect(await look(second.token)).toBe(410);
  clock -= 73 * 3_600_000;
  expect((await ask("DELETE", `/api/invitations/${second.id}`, owner.headers)).status).toBe(200);
  expect(await look(second.token)).toBe(410);
  expect((await ask("DELETE", `/api/invitations/${second.id}`, owner.headers)).status).toBe(404);
});

test("signing in sets a cookie that scripts cannot read; a wrong password and an unknown address look the same", async () => {
  await server.person("editor");
  const people = (await ask("GET", "/api/people", (await server.person("owner")).headers)).body;
  const { email } = people.find(({ role }: { role: string }) => role === "editor");
  const good = await ask("POST", "/api/session", {}, { email, password: TEST_PASSWORD });
  expect(good.status).toBe(200);
  expect(String(good.cookies)).toMatch(/HttpOnly/);
  expect(String(good.cookies)).toMatch(/SameSite=Lax/);
  const wrong = await ask("POST", "/api/session", {}, { email, password: "wrong horse" });
  const unknown = await ask("POST", "/api/session", {}, { email: "nobody@example.org", password: "wrong horse" });
  expect([wrong.status, unknown.status]).toEqual([401, 401]);
  expect({ ...wrong.body, request: "" }).toEqual({ ...unknown.body, request: "" });
  const headers = cookieOf(good.cookies);
  expect((await ask("DELETE", "/api/session", headers)).status).toBe(200);
  expect((await ask("GET", "/api/session", headers)).status).toBe(401);
});

test("a changed password ends the other sessions", async () => {
  const { headers } = await server.person("viewer");
  const { email } = (await ask("GET", "/api/session", headers)).body;
  const other = cookieOf((await ask("POST", "/api/session", {}, { email, password: TEST_PASSWORD })).cookies);
  const change = { current: TEST_PASSWORD, next: "another long password" };
  expect((await ask("PUT", "/api/session/password", headers, { ...change, current: "not this one" })).status).toBe(401);
  expect((await ask("PUT", "/api/session/password", headers, change)).status).toBe(200);
  expect((await ask("GET", "/api/session", other)).status).toBe(401);
  expect((await ask("POST", "/api/session", {}, { email, password: TEST_PASSWORD })).status).toBe(401);
});

test("who is sent away is out at once, with sessions and tokens", async () => {
  const owner = await server.person("owner");
  const agent = await server.person("agent");
  const { secret } = (await ask("POST", "/api/tokens", agent.headers, { name: "mine", scopes: ["gaps:read"] })).body;
  expect(await server.rooms.keys.callerOf(secret)).toMatchObject({ ownerId: agent.id, scopes: ["gaps:read"] });
  expect((await ask("PATCH", `/api/people/${agent.id}`, owner.headers, { disabled: true })).status).toBe(200);
  expect((await ask("GET", "/api/session", agent.headers)).status).toBe(401);
  expect(await server.rooms.keys.callerOf(secret)).toBeUndefined();
});

test("a token has never more rights than its person has now", async () => {
  const owner = await server.person("owner");
  const editor = await server.person("editor");
  const refused = await ask("POST", "/api/tokens", editor.headers, { name: "t", scopes: ["people:write"] });
  expect(refused).toMatchObject({ status: 403, body: { code: "not-allowed" } });
  const made = await ask("POST", "/api/tokens", editor.headers, {
    name: "t",
    scopes: ["gaps:read", "experience:write"],
  });
  const { secret, id } = made.body;
  await ask("PATCH", `/api/people/${editor.id}`, owner.headers, { role: "viewer" });
  expect(await server.rooms.keys.callerOf(secret)).toMatchObject({ scopes: ["gaps:read"] });
  expect((await ask("DELETE", `/api/tokens/${id}`, owner.headers)).status).toBe(404);
  expect((await ask("DELETE", `/api/tokens/${id}`, editor.headers)).status).toBe(200);
  expect((await ask("GET", "/api/tokens", editor.headers)).body).toEqual([]);
});

test("the secret of a key is shown once and kept nowhere; revoked on another server, it ends here too", async () => {
  const owner = await server.person("owner");
  const { body } = await ask("POST", "/api/keys", owner.headers, { name: "shop" });
  expect(await server.rooms.keys.callerOf(body.secret)).toEqual({ kind: "key", id: body.id, name: "shop" });
  expect((await ask("GET", "/api/gaps", { authorization: `Bearer ${body.secret}` })).status).toBe(401);
  expect(JSON.stringify((await ask("GET", "/api/keys", owner.headers)).body)).not.toContain(body.secret);
  const { rows } = await sql<{ all: string }>`SELECT string_agg(keys::text, '') AS all FROM keys`.execute(
    server.rooms.house.state.db,
  );
  expect(rows[0]?.all).not.toContain(body.secret.slice(11));
  const elsewhere = await openState({ home: server.home, environment: {} });
  await elsewhere.db.updateTable("keys").set({ revoked_at: new Date() }).where("id", "=", body.id).execute();
  await until(async () => (await server.rooms.keys.callerOf(body.secret)) === undefined);
  await elsewhere.close();
  expect((await ask("DELETE", `/api/keys/${body.id}`, owner.headers)).status).toBe(404);
});

test("a key ends with its time", async () => {
  const owner = await server.person("owner");
  const { secret } = (await ask("POST", "/api/keys", owner.headers, { name: "short", days: 1 })).body;
  expect(await server.rooms.keys.callerOf(secret)).toBeDefined();
  clock += 86_400_001;
  expect(await server.rooms.keys.callerOf(secret)).toBeUndefined();
  clock -= 86_400_001;
});

test("somebody stays owner", async () => {
  const { headers, id } = await server.person("owner");
  const owners = (await ask("GET", "/api/people", headers)).body.filter(
    (each: { role: string; disabled: boolean }) => each.role === "owner" && !each.disabled,
  );
  for (const other of owners) if (other.id !== id) await ask("DELETE", `/api/people/${other.id}`, headers);
  const kept = { status: 409, body: { code: "last-owner" } };
  expect(await ask("PATCH", `/api/people/${id}`, headers, { role: "viewer" })).toMatchObject(kept);
  expect(await ask("PATCH", `/api/people/${id}`, headers, { disabled: true })).toMatchObject(kept);
  expect(await ask("DELETE", `/api/people/${id}`, headers)).toMatchObject(kept);
});

test("what was done is in the audit log, in pages, without names of people", async () => {
  const { headers } = await server.person("owner");
  const first = (await ask("GET", "/api/audit?limit=3", headers)).body;
  expect(first.entries).toHaveLength(3);
  const next = (await ask("GET", `/api/audit?limit=3&after=${first.next}`, headers)).body;
  expect(next.entries[0].number).toBe(first.entries[2].number - 1);
  const all = (await ask("GET", "/api/audit?limit=500", headers)).body;
  expect(all.next).toBeNull();
  const actions = new Set(all.entries.map(({ action }: { action: string }) => action));
  for (const action of [
    "person.invited",
    "person.joined",
    "person.changed",
    "key.made",
    "token.revoked",
    "password.changed",
  ])
    expect(actions).toContain(action);
  expect(JSON.stringify(all)).not.toContain("@");
  const made = all.entries.find(({ action }: { action: string }) => action === "key.made");
  expect(all.keys[made.subject]).toBe(made.details.name);
  expect((await ask("GET", "/api/audit/check", headers)).body).toEqual({ whole: true, broken: [] });
});
