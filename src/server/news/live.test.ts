import { afterEach, beforeAll, expect, test } from "vitest";
import { openedAnswers } from "../../../test/answers-server.ts";
import { HAPPENED, SHOP } from "../../../test/answers-shop.ts";
import { until } from "../../../test/ledger.ts";
import { openLive } from "../../news/live.ts";

// The ledger forgets changes 30 days after their judgement, by the clock of the engine.
const NOW = Date.now();
const AS_OF = new Date(NOW).toISOString();
const ago = (hours: number): string => new Date(NOW - hours * 3_600_000).toISOString();

const shop = openedAnswers(SHOP, HAPPENED, AS_OF);
let address: string;
beforeAll(async () => {
  address = await shop.server.listen();
});

interface Heard {
  readonly id: number;
  readonly event: string;
  readonly data: Record<string, unknown>;
}
const open = new Set<AbortController>();
afterEach(() => {
  for (const controller of open) controller.abort();
  open.clear();
});

/** Listens as a browser does. */
async function listen(headers: Readonly<Record<string, string>>, query = "") {
  const controller = new AbortController();
  open.add(controller);
  const answer = await fetch(`${address}/api/live${query}`, {
    headers: { accept: "text/event-stream", ...headers },
    signal: controller.signal,
  });
  const heard: Heard[] = [];
  const state = { ended: false };
  const read = async () => {
    let text = "";
    const decoder = new TextDecoder();
    for await (const chunk of answer.body ?? []) {
      text += decoder.decode(chunk as Uint8Array, { stream: true });
      const parts = text.split("\n\n");
      text = parts.pop() ?? "";
      for (const part of parts) {
        const field = (name: string) => part.match(new RegExp(`^${name}: (.*)$`, "m"))?.[1];
        if (field("event") === undefined) continue;
        heard.push({ id: Number(field("id")), event: field("event") ?? "", data: JSON.parse(field("data") ?? "{}") });
      }
    }
  };
  if (answer.status === 200)
    read()
      .catch(() => {})
      .finally(() => {
        state.ended = true;
      });
  return { answer, heard, state };
}

const broke = (customer: string, customer_key: string) =>
  ({
    kind: "promise.broken",
    promise: "sent-soon",
    says: "Sent within two hours",
    customer,
    customer_key,
    subject: "order-x",
    occasion: null,
    team: null,
    touchpoint: null,
    asked_at: AS_OF,
    asked_id: "e1",
    due_at: null,
    verdict: "missed",
    as_of: AS_OF,
  }) as const;

test("news is heard at once, by each as far as their rights go", async () => {
  const [agent, viewer] = [await listen(shop.agent), await listen(shop.viewer)];
  await shop.server.rooms.live.publish(broke("ann", "1"), {
    kind: "judged",
    number: 7,
    as_of: AS_OF,
    judged: "touched",
    customers: ["1"],
  });
  await until(() => viewer.heard.some(({ data }) => data["number"] === 7));
  await until(() => agent.heard.some(({ data }) => data["number"] === 7));
  expect(agent.heard.find(({ data }) => data["customer"] === "ann")?.event).toBe("promise.broken");
  expect(JSON.stringify(viewer.heard)).not.toContain("ann");
  expect(viewer.heard.find(({ data }) => data["number"] === 7)?.data).toEqual({
    kind: "judged",
    number: 7,
    as_of: AS_OF,
    judged: "touched",
  });
});

test("who was away hears first what they missed", async () => {
  const headers = shop.agent;
  const before = shop.server.rooms.live.latest();
  await shop.server.rooms.live.publish(broke("bob", "2"), broke("eve", "3"));
  // The server judges meanwhile, and may tell of that in between.
  const told = await shop.server.rooms.live.since(before, 100);
  const number = (customer: string) =>
    told?.find(({ news }) => "customer" in news && news.customer === customer)?.number ?? 0;
  const back = await listen({ ...headers, "last-event-id": String(number("bob")) });
  await until(() => back.heard.some(({ data }) => "customer" in data));
  expect(back.heard.find(({ data }) => "customer" in data)).toMatchObject({
    id: number("eve"),
    data: { customer: "eve" },
  });
  expect(back.heard.filter(({ data }) => data["customer"] === "eve")).toHaveLength(1);
  const lost = await listen({ ...headers, "last-event-id": "999999" });
  await until(() => lost.heard.length > 0);
  expect(lost.heard[0]?.event).toBe("missed");
});

test("who heard more than has come to this server has missed nothing", async () => {
  const { state } = shop.server.rooms.house;
  const deaf = await openLive({ ...state, listen: async () => () => {} }, Date.now);
  await shop.server.rooms.live.publish(broke("bob", "2"), broke("eve", "3"));
  const [bob, eve] = (await deaf.since(deaf.latest(), 100)) ?? [];
  if (bob === undefined || eve === undefined) throw new Error("Nothing was told.");
  expect(bob.number).toBeGreaterThan(deaf.latest());
  expect((await deaf.since(bob.number, 1))?.[0]).toEqual(eve);
  expect(await deaf.since(999_999, 1)).toBeUndefined();
  deaf.close();
});

test("one customer's news is heard alone", async () => {
  const [{ key } = { key: "" }] = await shop.server.rooms.house.store.rows<{ key: string }>({
    piece: "sql",
    pieces: ["select toString(cityHash64('c-5')) as key"],
  });
  const headers = shop.agent;
  const { heard } = await listen(headers, "?customer=c-5");
  await shop.server.rooms.live.publish(broke("ann", "1"), broke("c-5", key));
  await until(() => heard.length > 0);
  expect(heard.map(({ data }) => data["customer"])).toEqual(["c-5"]);
  expect((await listen(shop.viewer, "?customer=c-5")).answer.status).toBe(403);
});

test("judging tells what broke and what is righted, once", async () => {
  const { heard } = await listen(shop.agent);
  const told = (event: string, customer: string) =>
    heard.filter((one) => one.event === event && one.data["customer"] === customer);
  // The server judges by itself now that it listens.
  await shop.server.happen([["late-1", ago(28), "ordered", { order_id: "l1" }]]);
  await until(() => told("promise.broken", "late-1").length > 0);
  expect(told("promise.broken", "late-1")[0]?.data).toMatchObject({
    promise: "sent-soon",
    subject: "l1",
    verdict: "missed",
    due_at: ago(26),
    team: "carrier",
  });
  await shop.server.happen([["late-1", ago(27), "sent", { order_id: "l1" }]]);
  await until(() => told("promise.righted", "late-1").length > 0);
  // What broke long ago is history.
  await shop.server.happen([["old", ago(1000), "ordered", { order_id: "old" }]]);
  await shop.server.happen([["late-2", ago(28), "ordered", { order_id: "l2" }]]);
  await until(() => told("promise.broken", "late-2").length > 0);
  expect([told("promise.broken", "old").length, told("promise.broken", "late-1").length]).toEqual([0, 1]);
});

test("whose token is revoked hears nothing more", async () => {
  const { state } = await listen(shop.agent);
  await shop.server.rooms.house.state.db.updateTable("keys").set({ revoked_at: new Date() }).execute();
  await until(() => state.ended);
});

test("nobody listens without rights, or in another form", async () => {
  expect((await listen({})).answer.status).toBe(401);
  const { statusCode } = await shop.server.app.inject({ url: "/api/live", headers: await shop.server.token("agent") });
  expect(statusCode).toBe(406);
});
