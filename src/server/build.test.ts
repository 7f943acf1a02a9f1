import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestServer, type TestServer } from "../../test/server.ts";

let server: TestServer;
beforeAll(async () => {
  server = await openTestServer();
});
afterAll(() => server.dispose());

test("says that it is well, and ready when both engines answer", async () => {
  expect((await server.app.inject("/healthz")).json()).toEqual({ status: "ok" });
  expect((await server.app.inject("/readyz")).json()).toEqual({ ready: true, waiting: [], words: [] });
});
