import { afterAll, beforeAll, expect, test } from "vitest";
import { until } from "../../test/ledger.ts";
import { openTestState, type TestState } from "../../test/state.ts";
import { type Live, openLive, type Told } from "./live.ts";
import type { News } from "./news.ts";

let held: TestState;
let here: Live;
let there: Live;
beforeAll(async () => {
  held = await openTestState();
  [here, there] = [await openLive(held.state, () => 1000), await openLive(held.state, () => 2000)];
});
afterAll(async () => {
  here?.close();
  there?.close();
  await held?.dispose();
});

const round = (number: number): News => ({
  kind: "judged",
  number,
  as_of: "2026-01-01T00:00:00.000Z",
  judged: "touched",
  customers: ["1"],
});

test("news is heard on every server, in one order, with one number", async () => {
  const [mine, theirs]: Told[][] = [[], []];
  const silence = [here.subscribe((told) => mine?.push(told)), there.subscribe((told) => theirs?.push(told))];
  await Promise.all([1, 2, 3, 4].map((number) => (number % 2 ? here : there).publish(round(number))));
  await until(() => mine?.length === 4 && theirs?.length === 4);
  expect(theirs).toEqual(mine);
  expect(mine?.map(({ number }) => number)).toEqual([1, 2, 3, 4]);
  expect(mine?.map(({ news }) => news.kind === "judged" && news.number).sort()).toEqual([1, 2, 3, 4]);
  for (const end of silence) end();
});

test("who was away hears what they missed, and is told when it is no longer known", async () => {
  expect(await here.since(2, 10)).toMatchObject([{ number: 3 }, { number: 4 }]);
  expect(await here.since(2, 1)).toMatchObject([{ number: 3 }]);
  expect(await here.since(99, 10)).toBeUndefined();
  await held.state.db.deleteFrom("news").where("number", "<=", "2").execute();
  expect(await here.since(1, 10)).toBeUndefined();
  expect(await here.since(2, 10)).toHaveLength(2);
});
