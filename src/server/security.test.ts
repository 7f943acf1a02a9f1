import fastify from "fastify";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openTestServer, TEST_URL, type TestServer } from "../../test/server.ts";
import { mayRole, permissionNames, ROLES } from "../people/rights.ts";
import type { App } from "./app.ts";
import { guard, type RouteEntry } from "./rights.ts";
import { PAGES } from "./web/pages.ts";

let server: TestServer;
beforeAll(async () => {
  server = await openTestServer({
    KEPT_SIGN_IN_PER_MINUTE: "1000",
    KEPT_API_PER_MINUTE: "100000",
    KEPT_ORIGINS: "https://intranet.example.com",
  });
});
afterAll(() => server.dispose());

type Headers = Readonly<Record<string, string>>;
const ask = (method: string, url: string, headers: Headers = {}, payload?: string | object) =>
  server.app.inject({ method: method as "GET", url, headers, ...(payload === undefined ? {} : { payload }) });
const addressOf = ({ url }: RouteEntry) => url.replaceAll(/:\w+/g, "x").replace("*", "x");
const guarded = () => server.routes.filter(({ entry }) => entry !== "public" && entry !== "write-key");
const named = ({ method, url }: RouteEntry) => `${method} ${url}`;
/** Which of the routes do not answer as they must. */
async function others(routes: readonly RouteEntry[], headers: Headers, status: number): Promise<readonly string[]> {
  const wrong: string[] = [];
  for (const route of routes) {
    const answer = await ask(route.method, addressOf(route), headers);
    if (answer.statusCode !== status) wrong.push(`${named(route)}: ${answer.statusCode}`);
  }
  return wrong;
}

describe("who may come in", () => {
  test("a route that does not declare who may use it stops the server from starting", async () => {
    const app = fastify() as unknown as App;
    guard(app, server.rooms);
    app.get("/api/forgotten", () => "everybody");
    await expect(app.ready()).rejects.toThrow("GET /api/forgotten");
  });

  test("what is open to everybody is this and no more", () => {
    const open = server.routes.filter(({ entry, method }) => entry === "public" && method !== "HEAD").map(named);
    const pages = PAGES.map((page) => `GET ${page}`);
    const brought = /^GET \/(api\/(static\/|json$|yaml$)|assets\/|icon\.svg$)/;
    expect(open.filter((each) => !brought.test(each) && !pages.includes(each)).sort()).toEqual([
      "GET /api",
      "GET /api/auth/callback/oidc",
      "GET /api/auth/refused",
      "GET /api/embeds/brief",
      "GET /api/openapi.json",
      "GET /api/session/provider",
      "GET /api/session/ways",
      "GET /embed/brief",
      "GET /healthz",
      "GET /metrics",
      "GET /readyz",
      "OPTIONS *",
      "POST /api/join",
      "POST /api/join/look",
      "POST /api/session",
      "POST /api/session/once",
    ]);
  });

  test("no route answers without rights", async () => {
    expect(guarded().length).toBeGreaterThan(20);
    expect(await others(guarded(), {}, 401)).toEqual([]);
  });

  test.each([
    ["a token that does not exist", { authorization: `Bearer kept_token_${"x".repeat(43)}` }],
    ["no token at all", { authorization: "Bearer" }],
    ["a password in the header", { authorization: `Basic ${btoa("owner-1@example.org:correct horse battery")}` }],
    ["a session that was made up", { cookie: "kept.session_token=made.up" }],
    ["a very long cookie", { cookie: `kept.session_token=${"x".repeat(8000)}` }],
  ])("nor with %s", async (_name, headers) => {
    expect(await others(guarded(), headers, 401)).toEqual([]);
  });

  test("a write key opens none of them", async () => {
    const key = await server.writeKey();
    expect(await others(guarded(), { authorization: `Bearer ${key}` }, 401)).toEqual([]);
  });

  test("a revoked token is a wrong one", async () => {
    const headers = await server.token("owner");
    await server.rooms.house.state.db.updateTable("keys").set({ revoked_at: new Date() }).execute();
    await server.rooms.keys.reload();
    expect(await others(guarded(), headers, 401)).toEqual([]);
  });

  test.each(ROLES)("as %s nobody comes further than the table of rights says", async (role) => {
    const { headers } = await server.person(role);
    const closed = guarded().filter(({ entry }) =>
      permissionNames.some((each) => each === entry && !mayRole(role, each)),
    );
    expect(await others(closed, headers, 403)).toEqual([]);
    expect(closed.length === 0).toBe(role === "owner");
  });

  test.each(permissionNames)(
    "a token with everything but %s does not open what needs it, and one with it alone does",
    async (permission) => {
      const needing = guarded().filter(({ entry }) => entry === permission);
      const without = await server.token(
        "owner",
        permissionNames.filter((each) => each !== permission),
      );
      expect(await others(needing, without, 403)).toEqual([]);
      const only = await server.token("owner", [permission]);
      for (const route of needing)
        expect([401, 403], named(route)).not.toContain((await ask(route.method, addressOf(route), only)).statusCode);
    },
  );

  test("no token does what only a person may", async () => {
    const persons = guarded().filter(({ entry }) => entry === "signed-in");
    expect(persons.length).toBeGreaterThan(3);
    expect(await others(persons, await server.token("owner"), 403)).toEqual([]);
  });

  test("what changes something does not come from another page", async () => {
    const { headers } = await server.person("owner");
    const changing = guarded().filter(({ method }) => !["GET", "HEAD", "OPTIONS"].includes(method));
    const { cookie = "" } = headers;
    expect(await others(changing, { cookie, origin: "https://evil.example" }, 403)).toEqual([]);
    expect(await others(changing, { cookie, origin: "null" }, 403)).toEqual([]);
    expect(await others(changing, { cookie }, 403)).toEqual([]);
    expect(await others(changing, { cookie, "sec-fetch-site": "cross-site" }, 403)).toEqual([]);
  });

  test("a cookie that was changed is nobody's", async () => {
    const { headers } = await server.person("owner");
    const { cookie = "" } = headers;
    const value = cookie.indexOf("=") + 1;
    // Not the last letter before the padding: not all of its bits count.
    for (const at of [value, value + 5, cookie.length - 6]) {
      const changed = `${cookie.slice(0, at)}${cookie[at] === "A" ? "B" : "A"}${cookie.slice(at + 1)}`;
      expect((await ask("GET", "/api/session", { cookie: changed })).statusCode).toBe(401);
    }
  });
});

describe("bodies", () => {
  const session = (payload: string, type = "application/json") =>
    ask("POST", "/api/session", { "content-type": type }, payload);

  test.each([
    ["too large", "x".repeat(1024 * 1024 + 1), 413, "too-large"],
    ["broken off", '{"email": "a@', 400, "bad-request"],
    ["no JSON", "<xml/>", 400, "bad-request"],
    ["empty", "", 400, "bad-request"],
    ["deep", "[".repeat(200_000) + "]".repeat(200_000), 400, "bad-request"],
    ["deep and broken off", "[".repeat(500_000), 400, "bad-request"],
    [
      "after the prototype",
      '{"__proto__": {"role": "owner"}, "email": "a@b.example", "password": "x"}',
      400,
      "bad-request",
    ],
    [
      "after the constructor",
      '{"constructor": {"prototype": {"role": "owner"}}, "email": "a@b.example"}',
      400,
      "bad-request",
    ],
    [
      "with keys that nobody asked for",
      '{"email": "a@b.example", "password": "x", "role": "owner"}',
      400,
      "bad-request",
    ],
    ["of other types", '{"email": {"$ne": ""}, "password": ["x"]}', 400, "bad-request"],
    ["null", "null", 400, "bad-request"],
  ])("a body that is %s is refused", async (_name, payload, status, code) => {
    const answer = await session(payload);
    expect(answer.statusCode).toBe(status);
    expect(answer.headers["content-type"]).toBe("application/problem+json");
    expect(answer.json()).toMatchObject({ status, code });
  });

  test.each(["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "text/xml"])(
    "a body as %s, which any page may send, is refused",
    async (type) => {
      expect((await session('{"email": "a@b.example", "password": "x"}', type)).statusCode).toBe(415);
    },
  );

  test("packed bodies are not unpacked", async () => {
    const headers = { "content-type": "application/json", "content-encoding": "gzip" };
    expect((await ask("POST", "/api/session", headers, "\u001f\u008b")).statusCode).toBe(400);
  });

  test.each([
    "' OR 1=1 --",
    "x'; DROP TABLE users; --",
    "\u0000",
    "%00",
    "../../etc/passwd",
    "x".repeat(1000),
    "{{7*7}}",
    "$(id)",
  ])("an id that is %j finds nothing and breaks nothing", async (id) => {
    const headers = await server.token("owner");
    for (const of of ["people", "keys", "invitations"]) {
      const answer = await ask("DELETE", `/api/${of}/${encodeURIComponent(id)}`, headers);
      expect([400, 404]).toContain(answer.statusCode);
    }
    expect((await ask("GET", "/api/people", headers)).statusCode).toBe(200);
  });
});

describe("headers", () => {
  test("every route tells browsers to be careful, and errors do too", async () => {
    for (const url of [...server.routes.filter(({ method }) => method === "GET").map(addressOf), "/nothing", "/%"]) {
      const { headers } = await ask("GET", url);
      expect(headers["x-content-type-options"], url).toBe("nosniff");
      expect(String(headers["content-security-policy"]), url).toMatch(/default-src 'none'.*frame-ancestors 'none'/);
      expect(String(headers["content-security-policy"]), url).not.toMatch(/script-src[^;]*unsafe|https?:/);
      expect(headers["referrer-policy"], url).toBe("no-referrer");
      expect(headers["x-request-id"], url).toMatch(/^[0-9a-f-]{36}$/);
      expect(headers["server"] ?? headers["x-powered-by"], url).toBeUndefined();
    }
  });

  test("answers of the API are kept by nobody", async () => {
    const { headers } = await ask("GET", "/api/people", await server.token("owner"));
    expect(headers["cache-control"]).toBe("no-store");
  });

  test("other pages may use the API only where they are named, and never with cookies", async () => {
    const preflight = (origin: string, url: string) =>
      ask("OPTIONS", url, {
        origin,
        "access-control-request-method": "POST",
        "access-control-request-headers": "authorization",
      });
    const friend = (await preflight("https://intranet.example.com", "/api/session")).headers;
    expect(friend["access-control-allow-origin"]).toBe("https://intranet.example.com");
    expect(friend["access-control-allow-credentials"]).toBeUndefined();
    const stranger = (await preflight("https://evil.example", "/api/session")).headers;
    expect(stranger["access-control-allow-origin"]).toBeUndefined();
    const likeness = (await preflight("https://intranet.example.com.evil.example", "/api/session")).headers;
    expect(likeness["access-control-allow-origin"]).toBeUndefined();
    const events = (await preflight("https://shop.example", "/v1/t")).headers;
    expect(events["access-control-allow-origin"]).toBe("https://shop.example");
    expect(events["access-control-allow-credentials"]).toBeUndefined();
  });

  test("an address that somebody claims in a header is not believed", async () => {
    const answer = await ask("GET", "/healthz", {
      "x-forwarded-for": "1.2.3.4",
      "x-forwarded-host": "evil.example",
      "x-request-id": "mine",
    });
    expect(answer.headers["x-request-id"]).not.toBe("mine");
    const { headers } = await server.person("owner");
    const claimed = { ...headers, host: "evil.example", "x-forwarded-host": "evil.example" };
    const invited = await ask("POST", "/api/invitations", claimed, { email: "x@example.org", role: "viewer" });
    expect(invited.json().link).toMatch(new RegExp(`^${TEST_URL}/join#`));
  });
});

test("a text that PostgreSQL cannot keep is refused", async () => {
  const headers = await server.token("owner");
  const answer = await ask("POST", "/api/keys", headers, { name: "a\u0000b" });
  expect(answer.statusCode).toBe(400);
});

test("what went wrong inside is neither shown nor logged in its words", async () => {
  const { onError, briefly } = await import("./on-error.ts");
  const app = fastify({ genReqId: () => "r-1" });
  app.setErrorHandler(onError);
  app.get("/", () => {
    throw Object.assign(new Error("duplicate key (email)=(anna@example.org)"), { code: "23505" });
  });
  const answer = await app.inject("/");
  expect(answer.statusCode).toBe(500);
  expect(answer.json()).toMatchObject({ code: "fault", request: "r-1" });
  expect(answer.body).not.toContain("anna");
  expect(JSON.stringify(briefly(Object.assign(new Error("anna@example.org\nanna"), { code: "23505" })))).not.toContain(
    "anna",
  );
});
