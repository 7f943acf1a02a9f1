import { once } from "node:events";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type AnswersServer, openAnswersServer } from "../../test/answers-server.ts";
import { AS_OF, HAPPENED, SHOP } from "../../test/answers-shop.ts";

let server: AnswersServer;
beforeAll(async () => {
  server = await openAnswersServer(SHOP, HAPPENED, AS_OF);
});
afterAll(() => server.dispose());

test("a server that closes waits neither for models nor for connections that nobody uses", async () => {
  const headers = await server.token("agent");
  const address = await server.listen();
  const live = await fetch(`${address}/api/live`, { headers: { ...headers, accept: "text/event-stream" } });
  const asked = once(server.app.server, "request");
  const answer = fetch(`${address}/api/value?wait=yes`, { headers });
  await asked;
  const begun = performance.now();
  const closed = server.app.close();
  expect((await answer).status).toBe(503);
  expect(await live.text()).toContain("Kept");
  await closed;
  expect(performance.now() - begun).toBeLessThan(server.app.server.keepAliveTimeout);
});
