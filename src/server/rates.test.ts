import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestServer, type TestServer } from "../../test/server.ts";

let server: TestServer;
beforeAll(async () => {
  server = await openTestServer({
    KEPT_SIGN_IN_PER_MINUTE: "3",
    KEPT_API_PER_MINUTE: "10",
    KEPT_TRUST_PROXY: "10.0.0.0/8",
  });
});
afterAll(() => server.dispose());

const guess = (remoteAddress = "192.0.2.1", headers: Readonly<Record<string, string>> = {}) =>
  server.app.inject({
    method: "POST",
    url: "/api/session",
    payload: { email: "anna@example.org", password: "a guess" },
    remoteAddress,
    headers,
  });

test("guessing passwords ends soon, for that address alone", async () => {
  for (let i = 0; i < 3; i++) expect((await guess()).statusCode).toBe(401);
  const refused = await guess();
  expect(refused.statusCode).toBe(429);
  expect(refused.json()).toMatchObject({ code: "too-many", status: 429 });
  expect(Number(refused.headers["retry-after"])).toBeGreaterThan(0);
  expect((await guess("192.0.2.2")).statusCode).toBe(401);
});

test("an address in a header counts only from a proxy that is trusted", async () => {
  expect((await guess("192.0.2.1", { "x-forwarded-for": "192.0.2.99" })).statusCode).toBe(429);
  expect((await guess("10.1.1.1", { "x-forwarded-for": "192.0.2.1" })).statusCode).toBe(429);
  expect((await guess("10.1.1.1", { "x-forwarded-for": "192.0.2.98" })).statusCode).toBe(401);
});

test("one token's many requests do not stop another's, and wrong tokens are counted by address", async () => {
  const [one, other] = [await server.token("viewer"), await server.token("viewer")];
  const use = (headers: Readonly<Record<string, string>>) =>
    server.app.inject({ url: "/api/session", headers, remoteAddress: "192.0.2.7" });
  for (let i = 0; i < 10; i++) expect((await use(one)).statusCode).toBe(403);
  expect((await use(one)).statusCode).toBe(429);
  expect((await use(other)).statusCode).toBe(403);
});

test("probes are never refused", async () => {
  for (let i = 0; i < 30; i++) expect((await server.app.inject("/healthz")).statusCode).toBe(200);
});
