import { createServer, type IncomingHttpHeaders, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { Webhook } from "standardwebhooks";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { until } from "../../test/ledger.ts";
import { openTestState, type TestState } from "../../test/state.ts";
import { PAUSES, startDelivering } from "./deliver.ts";
import { type Live, openLive } from "./live.ts";
import type { News } from "./news.ts";
import { forgetNewsOn, makeWebhook, readDeliveries, readWebhooks, removeWebhook, sendAgain } from "./webhooks.ts";

interface Came {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  readonly url: string;
}
let held: TestState;
let live: Live;
let receiver: Server;
let at = "";
let now = Date.now();
let status = 200;
const came: Came[] = [];
const stops: (() => Promise<void>)[] = [];

beforeAll(async () => {
  held = await openTestState();
  live = await openLive(held.state, () => now);
  receiver = createServer((request, response) => {
    let body = "";
    request.on("data", (chunk) => {
      body += chunk;
    });
    request.on("end", () => {
      came.push({ headers: request.headers, body, url: request.url ?? "" });
      response.writeHead(status, status === 302 ? { location: "/elsewhere" } : {}).end("thanks");
    });
  });
  await new Promise<void>((resolve) => receiver.listen(0, "127.0.0.1", resolve));
  at = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/kept`;
});
afterEach(async () => {
  await Promise.all(stops.splice(0).map((stop) => stop()));
  for (const { id } of await readWebhooks(held.state)) await removeWebhook(held.state, id);
  came.length = 0;
  status = 200;
});
afterAll(async () => {
  live?.close();
  receiver?.close();
  await held?.dispose();
});

const start = (networks = ["127.0.0.0/8"]) =>
  stops.push(
    startDelivering({ state: held.state, live, now: () => now, networks, agent: "Kept/test", onTrouble: () => {} }),
  );
const hook = (kinds: readonly News["kind"][] = ["experience.published"], promises: readonly string[] = []) =>
  makeWebhook(held.state, now, { url: at, kinds, promises, about: "", createdBy: "p1" });
const published = (version: number): News => ({ kind: "experience.published", version, by: "Ann", why: "Better" });
const first = async (id: string) => (await readDeliveries(held.state, id, 10))[0];

test("news is sent once to whoever wants it, signed so that the receiver's library believes it", async () => {
  const { secret } = await hook();
  await hook(["judged"]);
  start();
  await live.publish(published(1));
  await until(() => came.length === 1);
  const headers = came[0]?.headers as Record<string, string>;
  const told = new Webhook(secret).verify(came[0]?.body ?? "", headers);
  expect(told).toMatchObject({ type: "experience.published", data: { version: 1, by: "Ann" } });
  expect(() => new Webhook(secret).verify(`${came[0]?.body} `, headers)).toThrow();
  expect(headers["user-agent"]).toBe("Kept/test");
});

test("what fails is tried again for days with the same id, and then given up", async () => {
  status = 500;
  const { id } = await hook();
  start();
  await live.publish(published(2));
  for (const [i, pause] of [...PAUSES, 0].entries()) {
    await until(async () => (await first(id))?.attempts === i + 1);
    now += pause * 1.2;
  }
  expect(new Set(came.map(({ headers }) => headers["webhook-id"])).size).toBe(1);
  expect(PAUSES.reduce((sum, pause) => sum + pause, 0)).toBeGreaterThan(3 * 86_400_000);
  expect(await first(id)).toMatchObject({ attempts: 10, outcome: "given-up", next_at: null, last_status: 500 });
  status = 200;
  const given = await first(id);
  await sendAgain(held.state, now, id, given?.id ?? "");
  await until(async () => (await first(id))?.outcome === "delivered");
});

test("after days without any success nothing is sent any more", async () => {
  status = 503;
  const { id } = await hook();
  start();
  await live.publish(published(3));
  await until(async () => (await first(id))?.attempts === 1);
  now += 6 * 86_400_000;
  await until(async () => (await readWebhooks(held.state)).find((one) => one.id === id)?.stopped === "failing");
});

test("redirects are not followed, and private addresses are refused also when they were allowed before", async () => {
  status = 302;
  const { id } = await hook();
  start();
  await live.publish(published(4));
  await until(async () => (await first(id))?.attempts === 1);
  expect(await first(id)).toMatchObject({ last_status: 302, last_words: expect.stringContaining("redirect") });
  expect(came.map(({ url }) => url)).toEqual(["/kept"]);
  await stops.pop()?.();
  start([]);
  now += 60_000;
  await until(async () => (await first(id))?.attempts === 2);
  expect([(await first(id))?.last_status, came.length]).toEqual([null, 1]);
});

test("only the promises that were named, and nothing of who is forgotten", async () => {
  const { id } = await hook(["promise.broken"], ["sent-soon"]);
  const broken = (promise: string): News => ({
    kind: "promise.broken",
    promise,
    says: "x",
    customer: "ann",
    customer_key: "42",
    subject: "o1",
    occasion: null,
    team: null,
    touchpoint: null,
    asked_at: "2026-01-01T00:00:00.000Z",
    asked_id: "e1",
    due_at: null,
    verdict: "missed",
    as_of: "2026-01-01T00:00:00.000Z",
  });
  start();
  await live.publish(broken("answered-soon"), broken("sent-soon"));
  await until(() => came.length === 1);
  expect(JSON.parse(came[0]?.body ?? "")).toMatchObject({ data: { promise: "sent-soon", customer: "ann" } });
  await until(async () => (await first(id))?.outcome === "delivered");
  expect(await forgetNewsOn(held.state, "42")).toBe(3);
  expect(await first(id)).toBeUndefined();
});

test("where some news is no longer kept, all that still is goes out", async () => {
  const { db } = held.state;
  await hook();
  await live.publish(published(101), published(102), published(103));
  const numbers = await db.selectFrom("news").select("number").orderBy("number", "desc").limit(2).execute();
  await until(() => String(live.latest()) === numbers[0]?.number);
  await db
    .deleteFrom("news")
    .where("number", "<", numbers[1]?.number ?? "")
    .execute();
  await db.updateTable("webhook_progress").set({ news: "0" }).execute();
  start();
  await until(() => came.length === 2);
  expect(came.map(({ body }) => JSON.parse(body).data.version).sort()).toEqual([102, 103]);
});
