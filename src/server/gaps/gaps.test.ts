import { describe, expect, test } from "vitest";
import { openedAnswers } from "../../../test/answers-server.ts";
import { AS_OF, HAPPENED, SHOP } from "../../../test/answers-shop.ts";
import { report } from "../../open.ts";
import { REPORT } from "./report-schema.ts";

const shop = openedAnswers(SHOP, HAPPENED, AS_OF);

const get = (url: string, headers = shop.agent) => shop.server.app.inject({ url, headers });
const json = async (url: string, headers = shop.agent) => {
  const answer = await get(url, headers);
  expect([url, answer.statusCode, answer.statusCode === 200 ? "" : answer.body]).toEqual([url, 200, ""]);
  return answer.json();
};

describe("the report", () => {
  test("is what the command line prints", async () => {
    const { house, shelf } = shop.server.rooms;
    const experience = shelf.current()?.experience;
    if (experience === undefined) throw new Error("no experience");
    const printed = await report(house.store, experience, Date.parse(AS_OF));
    const answer = await json("/api/report");
    expect(answer).toEqual(JSON.parse(JSON.stringify(printed)));
    expect(REPORT.parse(answer)).toEqual(answer);
  });

  test("takes filters from the address, and tells what it does not know", async () => {
    const asked = async (query: string) => {
      const { promises } = await json(`/api/report?${query}`);
      return Object.fromEntries(promises.map((one: { promise: string; asked: number }) => [one.promise, one.asked]));
    };
    expect(await asked("from=2026-02-01&to=2026-02-05")).toEqual({ "sent-soon": 5, "answered-soon": 5 });
    expect(await asked("from=2026-02-05T08:00:00Z&to=2026-02-05T10:00:00%2B02:00")).toEqual({
      "sent-soon": 1,
      "answered-soon": 1,
    });
    expect(await asked("occasion=gift")).toEqual({ "sent-soon": 6, "answered-soon": 0 });
    expect(await asked("team=carrier")).toEqual({ "sent-soon": 20 });
    expect(await asked("team=desk&team=carrier&promise=answered-soon")).toEqual({ "answered-soon": 20 });
    expect(await asked("property=channel:web&property=gift:true")).toEqual({ "sent-soon": 3 });
    expect(await asked("property=channel")).toEqual({ "sent-soon": 5 });
    const wrong = await get("/api/report?team=carier");
    expect([wrong.statusCode, wrong.json().detail]).toEqual([
      400,
      'The experience file knows no team "carier"; did you mean "carrier"?',
    ]);
    for (const query of ["from=yesterday", "to=2026-02-30", "colour=red"])
      expect((await get(`/api/report?${query}`)).statusCode, query).toBe(400);
  });

  test("is kept ready, says of when it is, and is made anew for who wants the newest", async () => {
    const first = await get("/api/report");
    const again = await shop.server.app.inject({
      url: "/api/report",
      headers: { ...shop.agent, "if-none-match": String(first.headers.etag) },
    });
    expect([again.statusCode, again.body]).toEqual([304, ""]);
    await shop.server.happen([["c-new", "2026-02-25T08:00:00Z", "ordered", { order_id: "new" }]]);
    const newest = await shop.server.app.inject({
      url: "/api/report",
      headers: { ...shop.agent, "cache-control": "no-cache" },
    });
    const asked = (body: { promises: { asked: number }[] }) => body.promises[0]?.asked;
    expect([asked(first.json()), asked(newest.json())]).toEqual([20, 21]);
    expect(asked(await json("/api/report"))).toBe(21);
  });

  test("comes as a table that runs no formulas", async () => {
    const { body, headers } = await get("/api/report?format=csv");
    expect(headers["content-type"]).toBe("text/csv; charset=utf-8");
    expect(body.split("\r\n")[1]).toMatch(/^sent-soon,Sent within two hours,then,order,carrier,parcel,/);
    const accepted = await shop.server.app.inject({
      url: "/api/report",
      headers: { ...shop.agent, accept: "text/csv" },
    });
    expect(accepted.body).toBe(body);
  });
});

describe("a promise", () => {
  test("in depth names who is behind the worst, but not to whoever may not see customers", async () => {
    const found = await json("/api/promises/sent-soon");
    expect(found).toMatchObject({ promise: "sent-soon", late: 4, as_of: AS_OF, legs: [{ from: "ordered" }, {}] });
    expect(found.worst.map(({ customer }: { customer: string }) => customer)).toContain("c-0");
    expect(found.worst).toContainEqual(expect.objectContaining({ customer: "c-0", stakes: 3, verdict: "late" }));
    expect((await json("/api/promises/sent-soon", shop.viewer)).worst).toBeNull();
    const some = await json("/api/promises/sent-soon?from=2026-02-10&to=2026-02-20");
    expect(some.worst.map(({ customer }: { customer: string }) => customer).sort()).toEqual(["c-10", "c-15"]);
  });

  test("shows its SQL, and an unknown one the nearest", async () => {
    expect((await json("/api/promises/sent-soon/sql")).sql).toMatch(/^SET param_p1 = [\s\S]+SELECT/);
    const answer = await get("/api/promises/send-soon");
    expect([answer.statusCode, answer.json().detail]).toEqual([404, expect.stringContaining("sent-soon")]);
    expect((await get("/api/promises/sent-soon?team=desk")).json().code).toBe("filtered-out");
  });

  test("stands in the list of all", async () => {
    const { promises } = await json("/api/promises?occasion=gift");
    expect(promises.map(({ promise }: { promise: string }) => promise)).toEqual(["sent-soon", "answered-soon"]);
  });
});

test("a journey shows its steps, what follows on what, and the ways that are gone", async () => {
  expect((await json("/api/journeys")).journeys).toMatchObject([
    { journey: "order", path: ["ordered", "packed", "sent"] },
  ]);
  const order = await json("/api/journeys/order", shop.viewer);
  expect(order.promises).toEqual(["sent-soon"]);
  expect(order.follows).toContainEqual({ from: "ordered", to: "packed", count: 20, p50: 3600, p90: 3600 });
  expect(order.variants[0].path).toEqual(["ordered", "packed", "sent", "rated"]);
  expect((await get("/api/journeys/order?format=csv")).body).toContain("ordered,packed,20,3600,3600");
  expect((await get("/api/journeys/none")).statusCode).toBe(404);
});

test("a journey says who answers for its steps, what is promised there, and where it ends", async () => {
  const { steps, promised, as_meant } = await json("/api/journeys/order?to=2026-02-24");
  expect(as_meant).toBe(20);
  expect(steps).toMatchObject([
    { event: "ordered", began: 20, last: 0, team: "store", asks: ["sent-soon"], answers: [], ends: false },
    { event: "packed", touchpoint: "checkout" },
    { event: "sent", team: "carrier", outside: true, answers: ["sent-soon"], ends: true },
    { event: "rated", began: 0, last: 20, team: null, on_path: false },
  ]);
  expect(promised).toMatchObject([{ promise: "sent-soon", asked: 20, legs: [{ from: "ordered" }, { to: "sent" }] }]);
  const gifts = await json("/api/journeys/order?occasion=gift&from=2026-02-03");
  expect(gifts).toMatchObject({ subjects: 4, promised: [{ asked: 4 }] });
});

test("who went a stretch of a journey comes in pages, with how they fared", async () => {
  const pages: string[] = [];
  for (let after = ""; ; ) {
    const page = await json(`/api/journeys/order/customers?step=packed&next=sent&limit=7${after}`);
    pages.push(...page.customers.map(({ customer }: { customer: string }) => customer));
    if (page.next === null) break;
    after = `&after=${page.next}`;
  }
  expect(pages).toEqual(Array.from({ length: 20 }, (_, i) => `c-${19 - i}`));
  const { customers } = await json("/api/journeys/order/customers?step=sent&occasion=gift&limit=1");
  expect(customers).toEqual([
    { customer: "c-5", subject: "order-5", at: "2026-02-06T12:00:00.000Z", waited: 10800, kept: 0, broken: 1, open: 0 },
  ]);
  expect((await json("/api/journeys/order/customers?step=rated&last=yes")).customers).toHaveLength(20);
  expect((await json("/api/journeys/order/customers?step=nowhere")).customers).toEqual([]);
  expect((await get("/api/journeys/order/customers?step=sent&format=csv")).body).toContain("c-19,order-19");
  for (const [query, code] of [
    ["none/customers?step=sent", 404],
    ["order/customers", 400],
    ["order/customers?step=sent&next=rated&last=yes", 400],
    ["order/customers?step=sent&after=x", 400],
  ] as const)
    expect((await get(`/api/journeys/${query}`)).statusCode, query).toBe(code);
  expect((await get("/api/journeys/order/customers?step=sent", shop.viewer)).statusCode).toBe(403);
});

describe("verdicts", () => {
  type Row = { asked_id: string; promise: string; customer: string; asked_at: string };
  async function all(query: string, between: () => Promise<void> = async () => {}) {
    const rows: Row[] = [];
    for (let after = ""; ; ) {
      const page = await json(`/api/verdicts?limit=7&${query}${after}`);
      rows.push(...page.verdicts);
      if (page.next === null) return rows;
      if (after === "") await between();
      after = `&after=${page.next}`;
    }
  }

  test("come in pages, each once, those asked last first", async () => {
    const rows = await all("");
    expect(rows.length).toBe(41);
    expect(new Set(rows.map(({ asked_id }) => asked_id)).size).toBe(41);
    expect(rows.map(({ asked_at }) => asked_at)).toEqual(
      rows
        .map(({ asked_at }) => asked_at)
        .sort()
        .reverse(),
    );
  });

  test("what comes in between neither doubles nor hides any", async () => {
    const before = await all("");
    const during = await all("", () =>
      shop.server.happen([
        ["c-between", "2026-02-28T08:00:00Z", "ordered", { order_id: "b1" }],
        ["c-1", "2026-02-28T09:00:00Z", "asked"],
      ]),
    );
    expect(during).toEqual(before);
  });

  test("are found by verdict, customer, promise, time and property", async () => {
    expect((await all("verdict=late")).map(({ customer }) => customer)).toEqual(["c-15", "c-10", "c-5", "c-0"]);
    expect((await all("verdict=open&verdict=late&promise=answered-soon")).map(({ customer }) => customer)).toEqual([
      "q-19",
    ]);
    expect((await all("customer=c-3")).map(({ customer }) => customer)).toEqual(["c-3"]);
    expect((await all("property=channel:web&to=2026-02-03")).map(({ customer }) => customer)).toEqual(["c-2", "c-0"]);
    expect((await get("/api/verdicts?verdict=broken")).statusCode).toBe(400);
    expect((await get("/api/verdicts", shop.viewer)).statusCode).toBe(403);
  });

  test("as a table have the next page in a header", async () => {
    const { body, headers } = await get("/api/verdicts?limit=2&format=csv");
    expect(body.trim().split("\r\n")).toHaveLength(3);
    const { verdicts } = await json(`/api/verdicts?limit=1&after=${String(headers["x-next"])}`);
    expect(verdicts).toHaveLength(1);
  });
});

describe("what comes in stays a value", () => {
  const HOSTILE = [
    "' or 1=1 --",
    "\\'; drop table verdicts --",
    "{p1:String}",
    "`x`",
    "\u0000",
    "%00",
    "\n\nselect 1",
    "'||'",
    "(select 1)",
  ];

  test("in every filter, id and cursor", async () => {
    const { house } = shop.server.rooms;
    for (const text of HOSTILE) {
      const value = encodeURIComponent(text);
      for (const name of [
        "from",
        "to",
        "promise",
        "occasion",
        "team",
        "touchpoint",
        "after",
        "limit",
        "verdict",
        "format",
      ])
        expect([400, 404], `${name} ${text}`).toContain((await get(`/api/verdicts?${name}=${value}`)).statusCode);
      expect((await get(`/api/verdicts?property=${value}`)).statusCode).toBe(400);
      expect((await json(`/api/verdicts?property=channel:${value}`)).verdicts).toEqual([]);
      expect((await json(`/api/verdicts?customer=${value}`)).verdicts).toEqual([]);
      for (const place of ["promises", "promises/x", "journeys", "customers"])
        expect((await get(`/api/${place}/${value}`)).statusCode, `${place} ${text}`).toBe(404);
    }
    const forged = (place: unknown) => Buffer.from(JSON.stringify(place)).toString("base64url");
    for (const place of [
      ["2026", "1", "x", "1", "1"],
      ["2026-01-01 00:00:00.000", "1) or (1", "x", "1", "1"],
      {},
      [],
      null,
    ])
      expect((await get(`/api/verdicts?after=${forged(place)}`)).json().code).toBe("bad-cursor");
    expect(await house.store.rows({ piece: "sql", pieces: ["select count() > 0 as there from verdicts"] })).toEqual([
      { there: 1 },
    ]);
  });
});
