import { once } from "node:events";
import { expect, test } from "vitest";
import { openedAnswers } from "../../test/answers-server.ts";
import { AS_OF, HAPPENED, SHOP } from "../../test/answers-shop.ts";

const shop = openedAnswers(SHOP, HAPPENED, AS_OF);
const other = openedAnswers(SHOP, HAPPENED, AS_OF);

test("a server that closes waits neither for models nor for connections that nobody uses", async () => {
  const headers = shop.agent;
  const address = await shop.server.listen();
  const live = await fetch(`${address}/api/live`, { headers: { ...headers, accept: "text/event-stream" } });
  const asked = once(shop.server.app.server, "request");
  const answer = fetch(`${address}/api/value?wait=yes`, { headers });
  await asked;
  const begun = performance.now();
  const closed = shop.server.app.close();
  expect((await answer).status).toBe(503);
  expect(await live.text()).toContain("Kept");
  await closed;
  expect(performance.now() - begun).toBeLessThan(shop.server.app.server.keepAliveTimeout);
});

test("a server that closes does not wait for who was about to listen", async () => {
  const address = await other.server.listen();
  const headers = { ...other.agent, accept: "text/event-stream", "last-event-id": "0" };
  const asked = once(other.server.app.server, "request");
  const live = fetch(`${address}/api/live`, { headers });
  await asked;
  const closed = other.server.app.close();
  await (await live).text();
  await closed;
});
