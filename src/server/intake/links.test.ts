import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestServer, type TestServer } from "../../../test/server.ts";

let server: TestServer;
beforeAll(async () => {
  server = await openTestServer();
});
afterAll(() => server.dispose());

test("ids are linked and unlinked by those who may, and told by any of them", async () => {
  const headers = await server.token("editor");
  const pair = { known_as: "anon-9", customer: "nina" };
  const call = (url: string, payload: object = pair) => server.app.inject({ method: "POST", url, headers, payload });
  expect((await call("/api/links")).json()).toMatchObject({
    customer: "nina",
    ids: ["nina", "anon-9"],
    links: [{ ...pair, source: "test", undone: null }],
  });
  expect((await call("/api/links/undo")).json()).toMatchObject({
    customer: "nina",
    ids: ["nina"],
    links: [{ ...pair, undone: expect.any(String) }],
  });
  expect((await call("/api/links/undo")).statusCode).toBe(404);
  expect((await call("/api/links")).json()).toMatchObject({ ids: ["nina", "anon-9"] });
  expect((await call("/api/links", { known_as: "a", customer: "a" })).statusCode).toBe(400);
  expect((await server.app.inject({ url: "/api/links?customer=anon-9", headers })).json()).toMatchObject({
    customer: "nina",
  });
  expect(
    (
      await server.app.inject({
        method: "POST",
        url: "/api/links",
        headers: await server.token("agent"),
        payload: pair,
      })
    ).statusCode,
  ).toBe(403);
});
