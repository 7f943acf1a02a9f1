import { brotliCompressSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { openTestServer, type TestServer } from "../../../test/server.ts";
import { sql } from "../../sql/sql.ts";

let server: TestServer;
let key: string;
beforeAll(async () => {
  server = await openTestServer();
  key = await server.writeKey();
});
afterAll(() => server.dispose());
// The door remembers the ids that came last: each test has its own.
let round = 0;
beforeEach(async () => {
  round++;
  for (const table of [sql`events`, sql`dead_letters`])
    await server.rooms.house.store.run(sql`TRUNCATE TABLE ${table}`);
});

const stored = () =>
  server.rooms.house.store.rows<Record<string, string>>(
    sql`SELECT splitByString('~', id)[-1] AS id, customer, name, source, properties FROM events ORDER BY events.id`,
  );
const letters = () =>
  server.rooms.house.store.rows<Record<string, string>>(
    sql`SELECT DISTINCT reason, door, message FROM dead_letters ORDER BY reason`,
  );
const basic = (secret: string) => ({ authorization: `Basic ${Buffer.from(`${secret}:`).toString("base64")}` });
const post = (url: string, payload: string | Buffer | object, headers: Record<string, string> = basic(key)) =>
  server.app.inject({ method: "POST", url, payload, headers: { "content-type": "application/json", ...headers } });
const track = (id: string, more: object = {}) => ({
  messageId: `${round}~${id}`,
  userId: "ann",
  event: "order.placed",
  timestamp: new Date().toISOString(),
  ...more,
});

test("every call has its address, long and short, and is kept when it is answered", async () => {
  for (const [i, call] of [
    "track",
    "identify",
    "page",
    "screen",
    "group",
    "alias",
    "t",
    "i",
    "p",
    "s",
    "g",
    "a",
  ].entries()) {
    const message = { ...track(String(i).padStart(2, "0")), previousId: `old${i}`, groupId: "g" };
    const answer = await post(`/v1/${call}`, message);
    expect([answer.statusCode, answer.json()], call).toEqual([200, { success: true }]);
  }
  const names = ["order.placed", "customer.identified", "page.viewed", "screen.viewed", "group.joined"];
  expect((await stored()).map(({ name }) => name)).toEqual([...names, ...names]);
  expect((await stored())[0]).toMatchObject({ customer: "ann", source: "test", id: "00" });
});

test("a batch is taken whole, what is bad in it is told and kept apart", async () => {
  const batch = [
    { type: "track", ...track("1") },
    { type: "track", ...track("2"), event: "" },
    { type: "page", ...track("3") },
  ];
  const answer = await post("/v1/batch", { batch, sentAt: new Date().toISOString() });
  expect(answer.json()).toEqual({
    success: true,
    refused: [{ index: 1, reason: "no-name", words: "no name of an event" }],
  });
  expect((await stored()).map(({ id }) => id)).toEqual(["1", "3"]);
  expect(await letters()).toMatchObject([{ reason: "no-name", door: "batch" }]);
  expect((await post("/v1/b", { batch: [] })).json()).toEqual({ success: true });
  const none = await post("/v1/batch", { batch: [batch[1]] });
  expect(none.statusCode).toBe(400);
  expect(none.json()).toMatchObject({ code: "no-name", faults: [{ in: "body", words: "no name of an event" }] });
});

test("the key may come as Basic, as Bearer, in the body or as a token that may; else nothing is kept", async () => {
  const none = { authorization: "" };
  expect((await post("/v1/track", { ...track("1"), writeKey: key }, none)).statusCode).toBe(200);
  expect((await post("/v1/track", track("2"), { authorization: `Bearer ${key}` })).statusCode).toBe(200);
  expect((await post("/v1/track", track("3"), await server.token("editor", ["events:write"]))).statusCode).toBe(200);
  expect(
    (await post("/v1/t", JSON.stringify({ ...track("4"), writeKey: key }), { ...none, "content-type": "text/plain" }))
      .statusCode,
  ).toBe(200);
  const wrong: readonly [object, Record<string, string>, number][] = [
    [track("5"), none, 401],
    [{ ...track("5"), writeKey: "no" }, none, 401],
    [{ ...track("5"), writeKey: { $gt: "" } }, none, 401],
    [{ ...track("5"), writeKey: key }, basic("no"), 401],
    [track("5"), { authorization: `Digest ${key}` }, 401],
    [track("5"), { authorization: "Basic %%%" }, 401],
    [track("5"), await server.token("viewer"), 403],
  ];
  for (const [body, headers, status] of wrong)
    expect((await post("/v1/track", body, headers)).statusCode, JSON.stringify(headers)).toBe(status);
  expect((await post("/v1/track", "no json", none)).statusCode).toBe(401);
  expect((await stored()).map(({ id }) => id)).toEqual(["1", "2", "3", "4"]);
  expect((await stored())[0]?.["properties"]).not.toContain(key);
  expect(await letters()).toEqual([]);
});

test("packed bodies are unpacked up to what a request may be", async () => {
  const batch = { batch: Array.from({ length: 1000 }, (_, i) => ({ type: "track", ...track(String(i)) })) };
  for (const [encoding, pack] of [
    ["gzip", gzipSync],
    ["br", brotliCompressSync],
  ] as const)
    expect(
      (await post("/v1/batch", pack(JSON.stringify(batch)), { ...basic(key), "content-encoding": encoding }))
        .statusCode,
    ).toBe(200);
  expect(await stored()).toHaveLength(1000);
  const bomb = gzipSync(Buffer.alloc(200 * 1024 * 1024, 32));
  expect(bomb.length).toBeLessThan(500 * 1024);
  const before = process.memoryUsage().rss;
  expect((await post("/v1/batch", bomb, { ...basic(key), "content-encoding": "gzip" })).statusCode).toBe(413);
  expect(process.memoryUsage().rss - before).toBeLessThan(100 * 1024 * 1024);
  expect((await post("/v1/batch", "no gzip", { ...basic(key), "content-encoding": "gzip" })).statusCode).toBe(400);
  expect((await post("/v1/batch", "x", { ...basic(key), "content-encoding": "zstd" })).statusCode).toBe(415);
});

test("what is too large, too many, too deep or no JSON is refused, and kept where it is small enough", async () => {
  const statuses = async (url: string, bodies: readonly (string | Buffer | object)[]) => {
    const all: number[] = [];
    for (const body of bodies) all.push((await post(url, body)).statusCode);
    return all;
  };
  const large = track("1", { properties: { x: "y".repeat(33 * 1024) } });
  expect(await statuses("/v1/track", [large, "{", "[]", '"x"', "", Buffer.from([0x7b, 0xff, 0x7d])])).toEqual([
    413, 400, 400, 400, 400, 400,
  ]);
  const many = { batch: Array.from({ length: 2501 }, () => ({ type: "track" })) };
  expect(await statuses("/v1/batch", [many, {}, { batch: {} }, `{"batch":[${" ".repeat(501 * 1024)}]}`])).toEqual([
    413, 400, 400, 413,
  ]);
  expect(await statuses("/v1/batch", [`{"batch":[${"[".repeat(200_000)}${"]".repeat(200_000)}]}`])).toEqual([400]);
  expect(
    await statuses("/v1/track", [
      `{"userId":"a","event":"e","properties":${'{"a":'.repeat(3000)}1${"}".repeat(3000)}}`,
    ]),
  ).toEqual([400]);
  expect((await letters()).map(({ reason }) => reason)).toEqual([
    "not-a-batch",
    "not-a-batch",
    "not-a-message",
    "not-a-message",
    "not-a-message",
    "not-json",
    "not-json",
    "not-utf-8",
    "too-deep",
    "too-large",
    "too-many",
  ]);
  expect(await stored()).toEqual([]);
});

test("pages of any site may send, and see how long to wait", async () => {
  const preflight = await server.app.inject({
    method: "OPTIONS",
    url: "/v1/t",
    headers: {
      origin: "https://shop.example",
      "access-control-request-method": "POST",
      "access-control-request-headers": "authorization,content-type,x-retry-count",
    },
  });
  expect(preflight.statusCode).toBe(204);
  expect(preflight.headers["access-control-allow-headers"]).toContain("x-retry-count");
  const answer = await post("/v1/t", track("1"), { ...basic(key), origin: "https://shop.example" });
  expect(answer.headers).toMatchObject({
    "access-control-allow-origin": "https://shop.example",
    "access-control-expose-headers": "retry-after",
  });
});

test("settings for the browser library name this server, and are for those with a key", async () => {
  const { integrations } = (await server.app.inject(`/v1/projects/${key}/settings`)).json();
  expect(integrations["Segment.io"]).toMatchObject({ apiKey: key, apiHost: "localhost:4400/v1", protocol: "http" });
  expect((await server.app.inject("/v1/projects/no/settings")).statusCode).toBe(401);
});

test("a CloudEvent comes in three modes", async () => {
  const event = { specversion: "1.0", id: "1", source: "/shop", type: "order.placed", subject: "ann", data: { n: 1 } };
  const send = (payload: object | string, type: string, headers: Record<string, string> = {}) =>
    post("/v1/cloudevents", typeof payload === "string" ? payload : JSON.stringify(payload), {
      ...basic(key),
      "content-type": type,
      ...headers,
    });
  expect((await send(event, "application/cloudevents+json; charset=utf-8")).statusCode).toBe(200);
  expect(
    (
      await send(
        [
          { ...event, id: "2" },
          { ...event, id: "3", subject: undefined },
        ],
        "application/cloudevents-batch+json",
      )
    ).json(),
  ).toMatchObject({ success: true, refused: [{ index: 1, reason: "no-subject" }] });
  const ce = {
    "ce-specversion": "1.0",
    "ce-id": "4",
    "ce-source": "/shop",
    "ce-type": "order.placed",
    "ce-subject": "J%C3%BCrgen",
  };
  expect((await send('{"n":4}', "application/json", ce)).statusCode).toBe(200);
  expect((await send("plain", "text/plain", { ...ce, "ce-id": "5" })).statusCode).toBe(200);
  expect((await send("\u0000", "application/octet-stream", { ...ce, "ce-id": "6" })).statusCode).toBe(200);
  expect((await send("{}", "application/json")).statusCode).toBe(400);
  expect((await post("/v1/cloudevents", event, { authorization: "" })).statusCode).toBe(401);
  expect((await stored()).map(({ id, customer, properties }) => [id, customer, properties])).toEqual([
    ["/shop#1", "ann", '{"n":1}'],
    ["/shop#2", "ann", '{"n":1}'],
    ["/shop#4", "Jürgen", '{"n":4}'],
    ["/shop#5", "Jürgen", '{"data":"plain"}'],
    ["/shop#6", "Jürgen", '{"data_base64":"AA=="}'],
  ]);
});

test("a dead letter is read, mended, sent again once, or thrown away, by those who may", async () => {
  await post("/v1/track", track("1", { event: "" }));
  await post("/v1/track", track("2", { userId: "" }));
  const headers = await server.token("editor");
  const list = (await server.app.inject({ url: "/api/dead-letters?limit=1", headers })).json();
  expect(list.reasons).toEqual([
    { reason: "no-customer", letters: 1, words: expect.any(String) },
    { reason: "no-name", letters: 1, words: "no name of an event" },
  ]);
  const more = (await server.app.inject({ url: `/api/dead-letters?limit=1&after=${list.next}`, headers })).json();
  const both = [...list.letters, ...more.letters];
  expect(both.map(({ reason }) => reason).sort()).toEqual(["no-customer", "no-name"]);
  const nameless = both.find(({ reason }) => reason === "no-name");
  expect((await server.app.inject({ url: `/api/dead-letters/${nameless.letter}`, headers })).json()).toEqual(nameless);
  const send = (payload: object) =>
    server.app.inject({ method: "POST", url: `/api/dead-letters/${nameless.letter}/send`, headers, payload });
  expect((await send({})).statusCode).toBe(422);
  expect((await send({ message: "{" })).json()).toMatchObject({ status: 422, code: "not-json" });
  expect(
    (await send({ message: JSON.stringify({ ...JSON.parse(nameless.message), event: "order.placed" }) })).json(),
  ).toEqual({ sent: true });
  expect((await send({})).statusCode).toBe(404);
  expect(await stored()).toMatchObject([{ id: "1", customer: "ann", name: "order.placed", source: "test" }]);
  const other = both.find(({ reason }) => reason === "no-customer");
  const away = () => server.app.inject({ method: "DELETE", url: `/api/dead-letters/${other.letter}`, headers });
  expect([(await away()).statusCode, (await away()).statusCode]).toEqual([204, 404]);
  expect(await letters()).toEqual([]);
  expect((await server.app.inject({ url: "/api/dead-letters", headers: await server.token("agent") })).statusCode).toBe(
    403,
  );
});

test("counts what comes in for Prometheus", async () => {
  await post("/v1/track", track("1"));
  expect(await server.rooms.metrics.metrics()).toMatch(/kept_messages_total\{became="kept"\} [1-9]/);
});

test("who waits for events hears when some were kept, and not when none could be", async () => {
  let heard = 0;
  const hear = () => heard++;
  server.rooms.arrivals.add(hear);
  await post("/v1/track", track("1"));
  expect(heard).toBe(1);
  expect((await post("/v1/track", track("2"), basic("wrong"))).statusCode).toBe(401);
  expect(heard).toBe(1);
  server.rooms.arrivals.delete(hear);
});
