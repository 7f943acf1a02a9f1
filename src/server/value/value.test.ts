import { expect, test } from "vitest";
import { openedAnswers } from "../../../test/answers-server.ts";
import { AS_OF, HAPPENED, SHOP } from "../../../test/answers-shop.ts";

const text = SHOP.replace("    goal: 90%\n", "    goal: 90%\n    worth: 12\n");
const shop = openedAnswers(text, HAPPENED, AS_OF);

const NEWEST = { "cache-control": "no-cache" };
const get = (url: string, headers = shop.agent) => shop.server.app.inject({ url, headers });
const json = async (url: string, headers = shop.agent) => {
  const answer = await get(url, headers);
  expect([url, answer.statusCode, answer.statusCode === 200 ? "" : answer.body]).toEqual([url, 200, ""]);
  return answer.json();
};

test("until what gaps cost was worked out once, it is said that it is not known yet", async () => {
  const answer = await get("/api/value");
  expect([answer.statusCode, answer.json().code]).toEqual([503, "not-measured"]);
  expect((await get("/api/equity")).statusCode).toBe(503);
});

test("who was let down is there from the start, at what the file declares", async () => {
  const page = await json("/api/deficits", { ...shop.agent, ...NEWEST });
  expect(page).toMatchObject({ as_of: AS_OF, currency: "EUR", customers: 4, total: 96, to_save: 0 });
  expect(page.prices).toEqual([
    { promise: "sent-soon", amount: 12, source: "declared", known: { value: 12, low: 12, high: 12, grade: "E" } },
    { promise: "answered-soon", amount: null, source: "none", known: null },
  ]);
  expect(
    page.deficits.map(({ customer, deficit }: { customer: string; deficit: number }) => [customer, deficit]),
  ).toEqual(
    expect.arrayContaining([
      ["c-0", 36],
      ["c-5", 36],
      ["c-10", 12],
      ["c-15", 12],
    ]),
  );
  expect(page.deficits[0].reason).toBe(
    "1\u00a0promise was broken: “Sent within two hours”. It was for gift, where a broken promise weighs 3 times.",
  );
});

test("the list comes in pages, each customer once, and as a table", async () => {
  const whole = (await json("/api/deficits")).deficits.map(({ customer }: { customer: string }) => customer);
  const paged: string[] = [];
  let after = "";
  do {
    const page = await json(`/api/deficits?limit=1${after && `&after=${after}`}`);
    paged.push(...page.deficits.map(({ customer }: { customer: string }) => customer));
    after = page.next ?? "";
  } while (after !== "");
  expect(paged).toEqual(whole);
  expect((await json("/api/deficits?order=to_save")).deficits).toEqual([]);
  const table = await get("/api/deficits?format=csv&limit=2");
  expect(table.headers["content-type"]).toContain("text/csv");
  expect(table.body.trim().split("\r\n")).toHaveLength(3);
  expect((await get("/api/deficits?after=nonsense")).json().code).toBe("bad-cursor");
});

test("what a broken promise costs, and why it is not known, by promise", async () => {
  const value = await json("/api/value", { ...shop.viewer, ...NEWEST });
  expect(value).toMatchObject({ as_of: AS_OF, currency: "EUR", drivers: { kind: "refusal" } });
  expect(value.costs.map(({ promise }: { promise: string }) => promise)).toEqual(["sent-soon", "answered-soon"]);
  expect(await json("/api/value?wait=yes", shop.viewer)).toEqual(value);
  expect(value.costs[0]).toMatchObject({ broken: 4, kept: 16, worth: 12, felt: { means: { broken: 2, kept: 5 } } });
  expect(value.expectations).toHaveLength(2);
  expect(JSON.stringify(value)).not.toMatch(/NaN|null,null,null/);
  const table = await get("/api/value?format=csv", shop.viewer);
  expect(table.body.trim().split("\r\n")).toHaveLength(7);
});

test("equity of so few customers is refused in words, and so is what of it is at risk", async () => {
  const equity = await json("/api/equity", shop.viewer);
  expect(equity.equity).toMatchObject({ kind: "refusal", needed: expect.stringMatching(/\.$/) });
  expect(equity.at_risk).toMatchObject({ kind: "refusal" });
});

test("where nothing foretells the end there are no chances, and it is said why", async () => {
  const risks = await json("/api/at-risk", { ...shop.agent, ...NEWEST });
  expect(risks).toMatchObject({ open: 0, risks: [], next: null });
  expect(risks.forecasts.map(({ known }: { known: string }) => known)).toEqual(
    expect.arrayContaining([expect.stringContaining("no chances are given")]),
  );
});

test("who may not see customers sees whole figures only", async () => {
  for (const url of ["/api/deficits", "/api/at-risk"]) expect((await get(url, shop.viewer)).statusCode).toBe(403);
});

test("what a customer was given stands beside what they gave, and what they say beside what they do", async () => {
  const value = await json("/api/customers/c-0/value");
  expect(value).toMatchObject({
    customer: "c-0",
    as_of: AS_OF,
    exchange: { kept: 0, broken: 1, given: { value: 0 }, withheld: { value: 12, grade: "E" }, received: 10 },
    outlook: { kind: "refusal" },
    stated: { kind: "refusal", reason: "Customers are not asked whether they would buy again." },
    deficit: { customer: "c-0", deficit: 36 },
  });
  expect(value.said).toContain("0\u00a0promises were kept for them and 1 broken");
  expect(await json("/api/customers/q-3/value")).toMatchObject({ exchange: { kept: 1, received: 0 }, deficit: null });
  expect((await get("/api/customers/nobody/value")).statusCode).toBe(404);
  expect((await get("/api/customers/c-0/value", shop.viewer)).statusCode).toBe(403);
});
