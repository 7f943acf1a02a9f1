import { expect, test } from "vitest";
import { openedAnswers } from "../../../test/answers-server.ts";
import { AS_OF, HAPPENED, SHOP } from "../../../test/answers-shop.ts";

const shop = openedAnswers(SHOP, HAPPENED, AS_OF);

const get = (url: string, headers = shop.agent) => shop.server.app.inject({ url, headers });
const json = async (url: string) => {
  const answer = await get(url);
  expect([url, answer.statusCode, answer.statusCode === 200 ? "" : answer.body]).toEqual([url, 200, ""]);
  return answer.json();
};
const named = async (url: string): Promise<readonly string[]> =>
  (await json(url)).customers.map(({ customer }: { customer: string }) => customer);

test("customers are found by any id, the exact ones first", async () => {
  expect((await named("/api/customers?search=c-1"))[0]).toBe("c-1");
  expect((await named("/api/customers?search=c-1")).length).toBe(11);
  expect(await named("/api/customers?search=order-7")).toEqual(["c-7"]);
  expect(await named("/api/customers?search=e0")).toEqual(["c-0"]);
  expect(await named("/api/customers?search=nobody")).toEqual([]);
  const [row] = (await json("/api/customers?search=order-5")).customers;
  expect(row).toEqual({
    customer: "c-5",
    events: 4,
    first_event: "2026-02-06T08:00:00.000Z",
    last_event: "2026-02-06T13:00:00.000Z",
    kept: 0,
    broken: 1,
    open: 0,
  });
});

test("all of them come in pages, each once, also as a table", async () => {
  const all: string[] = [];
  let after = "";
  do {
    const page = await json(`/api/customers?limit=9${after && `&after=${after}`}`);
    all.push(...page.customers.map(({ customer }: { customer: string }) => customer));
    after = page.next ?? "";
  } while (after !== "");
  expect([all.length, new Set(all).size]).toEqual([40, 40]);
  const begun = await json("/api/customers?search=q-&limit=15");
  const rest = await json(`/api/customers?search=q-&limit=15&after=${begun.next}`);
  expect([begun.customers.length, rest.customers.length, rest.next]).toEqual([15, 5, null]);
  expect((await get("/api/customers?limit=2&format=csv")).body.trim().split("\r\n")).toHaveLength(3);
});

test("the brief says why they bought, what is owed, where they were let down and what they said", async () => {
  const brief = await json("/api/customers/c-0");
  expect(brief).toMatchObject({
    customer: "c-0",
    as_of: AS_OF,
    occasions: [{ name: "gift", hopes: "A happy birthday", stakes: 3 }],
    broken: [{ promise: "sent-soon", verdict: "late" }],
    counts: { kept: 0, broken: 1, open: 0, events: 4 },
    said: { score: 2, from: 1, to: 5, words: "words of 0" },
    received: 10,
  });
  expect(brief.story.map(({ name }: { name: string }) => name)).toEqual(["ordered", "packed", "sent", "rated"]);
  expect((await json("/api/customers/q-19")).owed).toMatchObject([{ promise: "answered-soon", verdict: "open" }]);
});

test("the story comes in pages, the latest first", async () => {
  const first = await json("/api/customers/c-3/events?limit=3");
  expect(first.events.map(({ name }: { name: string }) => name)).toEqual([
    "rated",
    expect.any(String),
    expect.any(String),
  ]);
  const rest = await json(`/api/customers/c-3/events?limit=3&after=${first.next}`);
  expect([rest.events.map(({ name }: { name: string }) => name), rest.next]).toEqual([["ordered"], null]);
  expect((await get("/api/customers/c-3/events?format=csv")).body).toContain('""stars"":5');
  expect((await get("/api/customers/nobody/events")).statusCode).toBe(404);
  expect((await get("/api/customers/nobody")).json().code).toBe("not-found");
});

test("ids and searches stay values", async () => {
  for (const text of ["' or 1=1 --", "\\", "{p1:String}", "%", "_", "*", "\u0000", "c-1' or customer like '%"]) {
    const value = encodeURIComponent(text);
    expect(await named(`/api/customers?search=${value}`)).toEqual([]);
    expect((await get(`/api/customers/${value}`)).statusCode).toBe(404);
    expect((await get(`/api/customers/${value}/events`)).statusCode).toBe(404);
    expect((await get(`/api/customers?after=${value}`)).json().code).toBe("bad-cursor");
  }
});

test("who may not see customers sees none", async () => {
  const viewer = shop.viewer;
  for (const url of ["/api/customers", "/api/customers/c-0", "/api/customers/c-0/events"])
    expect((await get(url, viewer)).statusCode).toBe(403);
});

test("whoever comes is found by how their id begins as soon as they are judged", async () => {
  expect(await named("/api/customers?search=newcomer")).toEqual([]);
  await shop.server.happen([
    ["newcomer-1", "2026-02-20T08:00:00Z", "asked"],
    ["newcomer-2", "2026-02-20T08:00:00Z", "asked"],
  ]);
  expect((await named("/api/customers?search=newcomer")).toSorted()).toEqual(["newcomer-1", "newcomer-2"]);
});
