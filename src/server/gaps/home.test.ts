import { expect, test } from "vitest";
import { openedAnswers } from "../../../test/answers-server.ts";
import { AS_OF, HAPPENED, SHOP } from "../../../test/answers-shop.ts";

const shop = openedAnswers(SHOP.replace("goal: 90%", "goal: 90%\n    worth: 12"), HAPPENED, AS_OF);

const get = (url: string, headers = shop.agent) => shop.server.app.inject({ url, headers });
const json = async (url: string, headers = shop.agent) => {
  const answer = await get(url, headers);
  expect([url, answer.statusCode, answer.statusCode === 200 ? "" : answer.body]).toEqual([url, 200, ""]);
  return answer.json();
};

type Told = Readonly<Record<string, unknown>>;
/** Of a promise told whole what its row tells too. */
function inBrief(gap: Told & { readonly by_month: readonly Told[] }) {
  const { by_occasion, by_month, by_team, by_touchpoint, by_property, legs, ...rest } = gap;
  return { ...rest, by_month: by_month.map(({ delivered_p50, felt, ...counted }) => counted) };
}
/** A row without what it alone tells. */
const told = ({ worth, thought_cost, ...rest }: Told) => rest;

test("the gaps say what matters most, and of each promise what a row of the first page shows", async () => {
  const gaps = await json("/api/gaps", shop.viewer);
  expect(gaps).toMatchObject({ as_of: AS_OF, experience: "Shop", currency: "EUR", customers: 40 });
  expect(gaps.lead).toMatchObject({ promise: "sent-soon", says: "Sent within two hours" });
  const { promises } = await json("/api/report");
  for (const [i, row] of gaps.promises.entries()) {
    expect(told(row)).toStrictEqual(inBrief(promises[i]));
  }
  expect(gaps.promises[0]).toMatchObject({ worth: 12, thought_cost: 48, density: { below: 0 } });
  expect(gaps.promises[1]).toMatchObject({ worth: null, thought_cost: null });
  expect((await json("/api/gaps?team=desk")).promises).toHaveLength(1);
});

test("a row is the same, whether the promises were measured whole or as far as a row needs it", async () => {
  for (const filter of ["from=2026-02-05", "occasion=gift", "property=channel:web", "from=2026-02-05&to=2026-02-08"]) {
    const brief = (await json(`/api/gaps?${filter}`)).promises.map(told);
    const whole = (await json(`/api/promises?${filter}`)).promises.map(inBrief);
    expect(brief).toStrictEqual(whole);
    const again = { ...shop.agent, "cache-control": "no-cache" };
    expect((await get(`/api/gaps?${filter}`, again)).json().promises.map(told)).toStrictEqual(whole);
  }
});

test("the gaps are not sent twice to whoever has them", async () => {
  const first = await get("/api/gaps");
  const headers = { ...shop.agent, "if-none-match": String(first.headers.etag) };
  expect((await get("/api/gaps", headers)).statusCode).toBe(304);
});

test("the filters name what there is to choose from, and how much is behind it", async () => {
  const filters = await json("/api/filters", shop.viewer);
  expect(filters).toMatchObject({
    as_of: AS_OF,
    months: [
      { month: "2026-02", asked: 39 },
      { month: "2026-03", asked: 1 },
    ],
    occasions: [
      { name: "gift", asked: 6 },
      { name: "", asked: 34 },
    ],
    touchpoints: [{ name: "checkout" }, { name: "parcel", team: "carrier", asked: 20 }, { name: "counter" }],
    journeys: ["order"],
  });
  expect(filters.properties).toEqual([
    {
      name: "channel",
      type: "text",
      promises: ["sent-soon"],
      values: [
        { value: "web", events: 10 },
        { value: "=phone", events: 5 },
        { value: null, events: 5 },
      ],
      more: false,
    },
    {
      name: "gift",
      type: "yes-no",
      promises: ["sent-soon"],
      values: [
        { value: "false", events: 14 },
        { value: "true", events: 6 },
      ],
      more: false,
    },
    { name: "total", type: "number", promises: ["sent-soon"], values: null, more: false },
  ]);
  const chosen = await json("/api/verdicts?property=gift:true");
  expect(chosen.verdicts).toHaveLength(6);
});

test("one search finds customers by any id, and promises, journeys, teams and touchpoints by their words", async () => {
  expect(await json("/api/search?q=order-7")).toMatchObject({
    customers: [{ customer: "c-7", events: 4 }],
    promises: [],
  });
  const sent = await json("/api/search?q=Sent%20within");
  expect(sent).toMatchObject({ customers: [], promises: [{ name: "sent-soon", says: "Sent within two hours" }] });
  expect(await json("/api/search?q=carrier")).toMatchObject({ teams: [{ name: "carrier", says: null }] });
  expect((await json("/api/search?q=c-1&limit=3")).customers).toHaveLength(3);
  expect((await json("/api/search?q=c-1", shop.viewer)).customers).toBeNull();
  expect((await get("/api/search?q=")).statusCode).toBe(400);
});
