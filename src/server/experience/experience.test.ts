import { expect, test } from "vitest";
import { openedAnswers } from "../../../test/answers-server.ts";
import { AS_OF, HAPPENED, SHOP } from "../../../test/answers-shop.ts";
import { sql } from "../../sql/sql.ts";

const shop = openedAnswers(SHOP, HAPPENED, AS_OF);

const ask = async (method: "GET" | "POST" | "PUT", url: string, payload?: object, headers = shop.editor) => {
  const answer = await shop.server.app.inject({ method, url, headers, ...(payload === undefined ? {} : { payload }) });
  return { status: answer.statusCode, body: answer.json() };
};
const STRICTER = SHOP.replace("expected: 2 hours", "expected: 90 minutes");
const verdicts = async () =>
  shop.server.rooms.house.store.rows(
    sql`select promise, verdict, count() as n from verdicts group by all order by all`,
  );

test("the file beside the server holds until something is published", async () => {
  const { body } = await ask("GET", "/api/experience", undefined, shop.viewer);
  expect(body).toMatchObject({ version: 0, text: SHOP, parsed: { name: "Shop" }, diagnostics: expect.any(Array) });
  expect((await ask("GET", "/api/experience/history")).body).toEqual({ versions: [], next: null });
});

test("a text is checked in the words of the command line", async () => {
  const { body } = await ask("POST", "/api/experience/check", { text: SHOP.replace("then: sent", "then: snet") });
  expect(body).toMatchObject({ well: false, parsed: null });
  const fault = body.diagnostics.find(({ severity }: { severity: string }) => severity === "fault");
  expect(fault).toMatchObject({ nearest: "sent", shown: expect.stringContaining("^^^^") });
  expect((await ask("POST", "/api/experience/check", { text: SHOP })).body.well).toBe(true);
  expect((await ask("POST", "/api/experience/check", { text: "\u0000: [" })).body.well).toBe(false);
});

test("a change is looked at before it holds, and nothing is touched", async () => {
  const before = await verdicts();
  const { status, body } = await ask("POST", "/api/experience/preview", { text: STRICTER });
  expect([status, body.share, body.from]).toEqual([200, 1, "2026-01-31T22:00:00.000Z"]);
  expect(body.promises).toEqual([
    { promise: "sent-soon", change: "changed", same: 4, moves: [{ from: "kept", to: "late", count: 16 }] },
  ]);
  expect(body.words).toEqual(["This change would turn 16 promises that were kept into broken ones."]);
  expect(await verdicts()).toEqual(before);
});

test("a preview knows what is new, gone, or read in another way, without a change of the ledger", async () => {
  const columns = () => shop.server.rooms.house.store.rows(sql`select name from system.columns where table = 'events'`);
  const before = await columns();
  const text = SHOP.replace("total: number }", "total: whole, colour: text }")
    .replace(
      "gift: { when: { ordered: 'event.gift' }",
      "gift: { when: { ordered: '!has(event.colour) && event.total > 25' }",
    )
    .replace(/ {2}answered-soon.*\n/, "  rated-high: { says: Rated, when: ordered, then: rated, expected: 1 day }\n");
  const { body, status } = await ask("POST", "/api/experience/preview", { text });
  expect([status, status === 200 ? "" : body]).toEqual([200, ""]);
  const named = Object.fromEntries(body.promises.map((one: { promise: string }) => [one.promise, one]));
  expect(named["rated-high"]).toMatchObject({ change: "new", moves: [{ from: "none", to: "kept", count: 20 }] });
  expect(named["answered-soon"].change).toBe("gone");
  expect(named["answered-soon"].moves).toContainEqual({ from: "kept", to: "none", count: 19 });
  expect(named["sent-soon"]).toMatchObject({ change: "changed", same: 20, moves: [] });
  expect(body.columns.join()).toContain("colour");
  expect(await columns()).toEqual(before);
});

test("who publishes says why, and what was published can be brought back", async () => {
  const published = await ask("PUT", "/api/experience", { text: STRICTER, why: "Customers wait less gladly", from: 0 });
  expect(published.body).toMatchObject({ version: 2, diff: expect.stringContaining("+    expected: 90 minutes") });
  expect((await ask("GET", "/api/experience")).body).toMatchObject({ version: 2, text: STRICTER });
  await shop.server.judge();
  const broken = async () => {
    const headers = { ...shop.editor, "cache-control": "no-cache" };
    const { body } = await ask("GET", "/api/report", undefined, headers);
    return body.promises[0].late;
  };
  expect(await broken()).toBe(20);
  const overtaken = await ask("PUT", "/api/experience", { text: SHOP, why: "Mine", from: 0 });
  expect([overtaken.status, overtaken.body.code]).toEqual([409, "overtaken"]);
  expect((await ask("PUT", "/api/experience", { text: STRICTER, why: "Again", from: 2 })).body.code).toBe("no-change");
  const back = await ask("POST", "/api/experience/roll-back", { to: 1, why: "Too strict", from: 2 });
  expect(back.body.version).toBe(3);
  await shop.server.judge();
  expect(await broken()).toBe(4);
  const { versions } = (await ask("GET", "/api/experience/history")).body;
  expect(versions).toMatchObject([
    { version: 3, brings_back: 1, by: "test" },
    { version: 2 },
    { version: 1, by: "the file" },
  ]);
  expect((await ask("GET", "/api/experience/history/3")).body).toMatchObject({
    text: SHOP,
    diff: expect.stringContaining("-    expected: 90"),
  });
  expect((await ask("GET", "/api/experience/history?limit=1&after=3")).body.versions).toMatchObject([{ version: 2 }]);
  expect((await ask("GET", "/api/experience/history/9")).status).toBe(404);
});

test("with faults nothing is published, and who may only read publishes nothing", async () => {
  const faulty = await ask("PUT", "/api/experience", { text: "kept: 2\nname: x", why: "Try", from: 3 });
  expect([faulty.status, faulty.body.code]).toEqual([422, "faults"]);
  for (const role of ["viewer", "agent"] as const) {
    const headers = await shop.server.token(role);
    for (const [method, url] of [
      ["PUT", "/api/experience"],
      ["POST", "/api/experience/preview"],
      ["POST", "/api/experience/roll-back"],
    ] as const)
      expect((await ask(method, url, { text: SHOP, why: "x", from: 3, to: 1 }, headers)).status).toBe(403);
  }
  for (const payload of [{}, { text: 1 }, { text: SHOP, why: " ", from: 3 }, { text: SHOP, why: "x", from: -1 }])
    expect((await ask("PUT", "/api/experience", payload)).status).toBe(400);
});

test("what stands in a file never becomes SQL", async () => {
  const hostile = "x'); drop table verdicts; --";
  const text = SHOP.replace("channel: text", `channel: text, ${JSON.stringify(hostile)}: text`)
    .replace("'event.gift'", JSON.stringify(`event.channel == "${hostile}"`))
    .replace("sent-soon:", `${JSON.stringify("a`b{p1:String}")}:`);
  const { status } = await ask("POST", "/api/experience/preview", { text });
  expect([200, 422]).toContain(status);
  expect((await verdicts()).length).toBeGreaterThan(0);
});
