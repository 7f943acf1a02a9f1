import { beforeAll, expect, test } from "vitest";
import { openedAnswers } from "../../../test/answers-server.ts";
import { AS_OF, HAPPENED, SHOP } from "../../../test/answers-shop.ts";
import { until } from "../../../test/ledger.ts";
import { settleLinks } from "../../ledger/links/settle.ts";
import { erasePerson, handOver } from "../../person.ts";

type Headers = Readonly<Record<string, string>>;
const shop = openedAnswers(SHOP.replace("    goal: 90%\n", "    goal: 90%\n    worth: 12\n"), HAPPENED, AS_OF);
let anna: Headers;
let bob: Headers;
beforeAll(async () => {
  [anna, bob] = [shop.agent, await shop.server.token("agent")];
});

const ask = (method: "GET" | "POST" | "PATCH", url: string, headers: Headers, payload?: object) =>
  shop.server.app.inject({ method, url, headers, ...(payload === undefined ? {} : { payload }) });
const good = async (...asked: Parameters<typeof ask>) => {
  const answer = await ask(...asked);
  expect([asked[1], answer.statusCode, answer.statusCode === 200 ? "" : answer.body]).toEqual([asked[1], 200, ""]);
  return answer.json();
};
const take = (customer: string, headers: Headers, more = {}) =>
  ask("POST", "/api/cases", headers, { customer, ...more });
const toMend = async (query = ""): Promise<readonly string[]> =>
  (await good("GET", `/api/mend${query}`, anna)).rows.map(
    (row: { deficit: { customer: string } }) => row.deficit.customer,
  );

test("who is short of value stands first by what they are short of, and nobody has them yet", async () => {
  const page = await good("GET", "/api/mend", anna);
  expect(page).toMatchObject({ as_of: AS_OF, currency: "EUR", customers: 4, total: 96, next: null });
  expect(page.rows.map(({ case: own }: { case: unknown }) => own)).toEqual([null, null, null, null]);
  expect((await toMend()).slice(0, 2).sort()).toEqual(["c-0", "c-5"]);
});

test("a filter leaves those who are short of something that it holds for", async () => {
  expect([...(await toMend("?occasion=gift"))].sort()).toEqual(["c-0", "c-5"]);
  expect([...(await toMend("?occasion="))].sort()).toEqual(["c-10", "c-15"]);
  expect(await toMend("?promise=answered-soon")).toEqual([]);
  expect(await toMend("?from=2026-02-16")).toEqual(["c-15"]);
  expect((await ask("GET", "/api/mend?team=nobody", anna)).json().code).toBe("unknown-name");
});

test("of many who take the same customer at once one gets them, and the others are told who", async () => {
  const answers = await Promise.all(Array.from({ length: 8 }, (_, i) => take("c-0", i % 2 ? anna : bob)));
  const owners = new Set(answers.flatMap((one) => (one.statusCode === 200 ? one.json().owner.id : [])));
  expect(owners.size).toBe(1);
  const refused = answers.filter(({ statusCode }) => statusCode !== 200);
  expect(refused).toHaveLength(4);
  for (const one of refused) {
    expect([one.statusCode, one.json().code]).toEqual([409, "taken"]);
    expect(one.json().detail).toBe("The agent has this case; look at it anew.");
  }
  const page = await good("GET", "/api/mend", anna);
  const [row] = page.rows.filter(({ deficit }: { deficit: { customer: string } }) => deficit.customer === "c-0");
  expect(row.case.lines.map(({ kind }: { kind: string }) => kind)).toEqual(["opened", "taken"]);
});

test("a case goes through hands, is noted on, is closed with what was done, and can be opened again", async () => {
  const made = (await take("order-5", anna)).json();
  expect(made.code).toBe("not-found");
  const one = (await take("c-5", anna, { promise: "sent-soon", subject: "order-5" })).json();
  expect(one).toMatchObject({
    customer: "c-5",
    says: "Sent within two hours",
    owner: { name: "The agent" },
    closed: null,
  });
  const address = `/api/cases/${one.id}`;
  expect((await ask("PATCH", address, bob, { owner: null })).json().code).toBe("taken");
  const due_at = "2026-03-02T09:00:00.000Z";
  await good("PATCH", address, bob, { due_at });
  await good("PATCH", address, anna, { owner: null, from: one.owner.id });
  const colleagues = await good("GET", "/api/cases/colleagues", bob);
  const other = colleagues.find(({ id }: { id: string }) => id !== one.owner.id);
  await good("PATCH", address, anna, { owner: other.id });
  await good("POST", `${address}/notes`, anna, { words: "Called; nobody there." });
  const closed = await good("POST", `${address}/close`, bob, { done: "Sent flowers", outcome: "made-up" });
  expect(closed.closed).toEqual({ at: AS_OF, by: "The agent", done: "Sent flowers", outcome: "made-up" });
  expect(closed.lines.map(({ kind, words }: { kind: string; words: string }) => [kind, words])).toEqual([
    ["opened", ""],
    ["taken", ""],
    ["due", due_at],
    ["left", ""],
    ["given", "The agent"],
    ["note", "Called; nobody there."],
    ["closed", "Sent flowers"],
  ]);
  expect((await ask("POST", `${address}/close`, anna, { done: "x", outcome: "lost" })).json().code).toBe("closed");
  expect(await toMend()).not.toContain("c-5");
  expect((await good("GET", "/api/cases?show=closed", anna)).cases).toMatchObject([
    { id: one.id, deficit: { customer: "c-5" } },
  ]);
  await good("POST", `${address}/reopen`, anna);
  expect((await ask("POST", `${address}/reopen`, anna)).json().code).toBe("open");
  expect(await toMend()).toContain("c-5");
});

test("what the customer said and did since says whether it is mended", async () => {
  const one = (await take("c-10", anna)).json();
  expect(one.since).toEqual({ said: null, bought: 0, broken: 1 });
  await shop.server.rooms.house.state.db
    .updateTable("cases")
    .set({ opened_at: new Date("2026-02-11T10:00:00.000Z") })
    .where("id", "=", one.id)
    .execute();
  const since = (await good("GET", `/api/cases/${one.id}`, anna)).since;
  expect(since.said).toEqual({ at: "2026-02-11T13:00:00.000Z", score: 2, from: 1, to: 5 });
});

test("cases come in pages and as tables: open, mine, closed, of a customer", async () => {
  const open = await good("GET", "/api/cases?limit=2", anna);
  const rest = await good("GET", `/api/cases?limit=2&after=${open.next}`, anna);
  const ids = [...open.cases, ...rest.cases].map(({ id }: { id: string }) => id);
  expect([ids.length, new Set(ids).size]).toEqual([3, 3]);
  const mine = (await good("GET", "/api/cases?show=mine", anna)).cases;
  expect(mine.map(({ customer }: { customer: string }) => customer)).toContain("c-10");
  expect((await good("GET", "/api/cases?customer=c-5", anna)).cases).toHaveLength(1);
  const table = await ask("GET", "/api/cases?format=csv", anna);
  expect(table.body.trim().split("\r\n")).toHaveLength(4);
  expect((await ask("GET", "/api/mend?format=csv&limit=1", anna)).headers["x-next"]).toBeDefined();
});

test("each deed is in the audit log without the customer's name, and who listens hears of it", async () => {
  const owner = await shop.server.token("owner");
  const { entries } = (await ask("GET", "/api/audit?limit=500", owner)).json();
  const deeds = new Set(entries.map(({ action }: { action: string }) => action));
  for (const what of ["opened", "changed", "noted", "closed", "reopened"]) expect(deeds).toContain(`case.${what}`);
  expect(JSON.stringify(entries)).not.toContain("c-5");
  const told = (await shop.server.rooms.live.since(0, 1000)) ?? [];
  const kinds = new Set(told.map(({ news }) => news.kind));
  for (const kind of ["case.opened", "case.changed", "case.closed"] as const) expect(kinds).toContain(kind);
});

test("lines are changed by nobody", async () => {
  const change = shop.server.rooms.house.state.db.updateTable("case_notes" as "keys").set({ name: "x" } as never);
  await expect(change.execute()).rejects.toThrow();
});

test("erasing a customer takes their cases and lines; handing over tells them", async () => {
  const { house } = shop.server.rooms;
  const lines: string[] = [];
  for await (const line of handOver(house, "c-5", undefined)) lines.push(line);
  const kinds = lines.map((line) => JSON.parse(line).kind);
  expect(kinds).toContain("cases");
  expect(kinds).toContain("case_notes");
  await erasePerson(house, "c-5", house.now(), { kind: "operator", id: "operator" });
  expect(
    (await good("GET", "/api/cases?show=open", anna)).cases.map((one: { customer: string }) => one.customer),
  ).not.toContain("c-5");
  const left = await house.state.db.selectFrom("case_notes").select("customer").where("customer", "=", "c-5").execute();
  expect(left).toEqual([]);
});

test("who may not see customers sees no cases, and who may only see them takes none", async () => {
  const reader = await shop.server.token("agent", ["gaps:read", "customers:read"]);
  for (const url of ["/api/mend", "/api/cases", "/api/cases/colleagues"])
    expect((await ask("GET", url, shop.viewer)).statusCode).toBe(403);
  expect((await take("c-15", reader)).statusCode).toBe(403);
  expect((await take("nobody", anna)).json().code).toBe("not-found");
  expect((await take("c-15", anna, { promise: "sent" })).json().code).toBe("unknown-name");
});

test("a case stays theirs when its customer turns out to be known by another id", async () => {
  const { store, now } = shop.server.rooms.house;
  await shop.server.happen([
    ["anon", "2026-02-21T08:00:00Z", "ordered", { order_id: "anon-1", total: 10 }],
    ["anon", "2026-02-21T12:00:00Z", "sent", { order_id: "anon-1" }],
  ]);
  const one = (await take("anon", anna)).json();
  const link = await ask("POST", "/api/links", await shop.server.token("owner"), { known_as: "anon", customer: "c-1" });
  expect(link.statusCode).toBe(200);
  await until(async () => !(await settleLinks(store, now)).busy);
  await shop.server.judge();

  const newest = { ...anna, "cache-control": "no-cache" };
  const { rows } = await good("GET", "/api/mend?limit=500", newest);
  const row = rows.find(({ deficit }: { deficit: { customer: string } }) => deficit.customer === "c-1");
  expect(row.case).toMatchObject({ id: one.id, owner: one.owner, since: { broken: 1 } });
  const { cases } = await good("GET", "/api/cases?customer=c-1", anna);
  expect(cases).toMatchObject([{ id: one.id, deficit: { customer: "c-1" } }]);
  expect((await take("c-1", bob)).json().code).toBe("taken");
  await good("POST", `/api/cases/${one.id}/close`, anna, { done: "Sent flowers", outcome: "made-up" });
  expect(await toMend("?limit=500")).not.toContain("c-1");
});
