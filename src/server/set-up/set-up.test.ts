import { afterAll, beforeAll, expect, test } from "vitest";
import { until } from "../../../test/ledger.ts";
import { openTestServer, type TestServer } from "../../../test/server.ts";
import { demoAsOf } from "../../demo/make.ts";
import { readExperience } from "../../language/read.ts";
import { sql } from "../../sql/sql.ts";

let server: TestServer;
let owner: Readonly<Record<string, string>>;
beforeAll(async () => {
  server = await openTestServer({ KEPT_API_PER_MINUTE: "100000", KEPT_EXPERIENCE: "/nowhere.yaml" }, () => demoAsOf);
  owner = (await server.person("owner")).headers;
});
afterAll(() => server.dispose());

const ask = async (method: "GET" | "POST", url: string, payload?: object, headers = owner) => {
  const answer = await server.app.inject({ method, url, headers, ...(payload === undefined ? {} : { payload }) });
  return { status: answer.statusCode, body: answer.json() };
};

test("an empty Kept says what is missing", async () => {
  expect((await ask("GET", "/api/set-up")).body).toEqual({
    experience: null,
    events: 0,
    first_event_at: null,
    sources: [],
    keys: 0,
    people: 1,
    judged_as_of: null,
    demo: { state: "no", share: 0 },
  });
});

test("every template is well", async () => {
  const { body } = await ask("GET", "/api/templates");
  expect(body.map(({ name }: { name: string }) => name)).toEqual(["minimal", "webshop", "help-desk", "laundry"]);
  for (const { name } of body) {
    const { text } = (await ask("GET", `/api/templates/${name}`)).body;
    expect(readExperience(text, "experience.yaml").diagnostics).toEqual([]);
  }
  expect((await ask("GET", "/api/templates/..%2Fbroken")).status).toBe(404);
});

test("a key is heard when something came in by it, and not what came by another of its name before", async () => {
  const key = await server.writeKey();
  const heard = async () => (await ask("GET", "/api/keys/heard")).body;
  expect(await heard()).toMatchObject([{ events: 0, refused: 0, first_at: null }]);
  const send = (payload: object) =>
    server.app.inject({ method: "POST", url: "/v1/track", headers: { authorization: `Bearer ${key}` }, payload });
  expect((await send({ userId: "u", event: "hello", messageId: "m1", type: "track" })).statusCode).toBe(200);
  expect(await heard()).toMatchObject([{ events: 1, first_at: new Date(demoAsOf).toISOString() }]);
  await send({ event: "nobody's", messageId: "m2", type: "track" });
  expect(await heard()).toMatchObject([{ events: 1, refused: 1 }]);
});

test("the demo world fills an empty ledger alone, for owners alone", async () => {
  const full = await ask("POST", "/api/set-up/demo", { customers: 20 });
  expect([full.status, full.body.code]).toEqual([409, "not-empty"]);
  const { store } = server.rooms.house;
  await store.run(sql`TRUNCATE TABLE events`);
  const editor = (await server.person("editor")).headers;
  expect((await ask("POST", "/api/set-up/demo", { customers: 20 }, editor)).status).toBe(403);
  const both = await Promise.all([1, 2].map(() => ask("POST", "/api/set-up/demo", { customers: 20 })));
  expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  await until(async () => {
    const { body } = await ask("GET", "/api/set-up");
    expect(body.demo.state).not.toBe("failed");
    return body.demo.state === "made" && body.experience !== null;
  });
  const { body } = await ask("GET", "/api/set-up");
  expect(body).toMatchObject({ experience: { version: 1, faults: 0 }, sources: expect.arrayContaining(["demo"]) });
  expect(body.events).toBeGreaterThan(200);
});
