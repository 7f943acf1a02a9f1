import { expect, test } from "vitest";
import { experienceOf } from "../../test/experiences.ts";
import { gapOf, judgeLines, measureLines } from "../../test/gaps-ledger.ts";
import type { Happened } from "../../test/happened.ts";
import { openedLedger } from "../../test/ledger.ts";
import { sql } from "../sql/sql.ts";
import type { Store } from "../storage/store.ts";
import { readPropertySlices } from "./property-slices.ts";
import { planCuts } from "./sliced-properties.ts";

const ledger = openedLedger();

const DESK = experienceOf(`
kept: 1
name: Desk
timezone: UTC
events:
  opened: { has: { topic: text, agent: text, words: text, number: whole, said: text, ticket: text } }
  reopened: { has: { topic: text } }
  solved: { has: { channel: text } }
  rated: { has: { score: whole, said: text }, felt: { score: score, from: 0, to: 10, words: said } }
journeys: { help: { follows: ticket, path: [opened, solved] } }
promises:
  solved:
    says: Solved within a day
    journey: help
    when: opened
    then: solved
    expected: 24 hours
  again:
    says: Solved for good
    journey: help
    when: [opened, reopened]
    then: solved
    expected: 24 hours
  rating:
    says: We ask you
    journey: help
    when: solved
    then: rated
    expected: 24 hours
`);

const at = (hour: number): string => new Date(Date.UTC(2024, 0, 1, hour)).toISOString();
const AS_OF = at(400);

interface Ticket {
  readonly topic?: string;
  readonly [other: string]: string | number;
}

/** A ticket that was solved after so many hours. */
function ticket(n: number, hours: number, properties: Ticket): readonly Happened[] {
  const its = { ticket: `t${n}`, words: `words ${n}`, number: n % 2, said: "…", ...properties };
  return [
    [`c${n % 7}`, at(n % 5), "opened", its],
    [`c${n % 7}`, at((n % 5) + hours), "solved", { ticket: `t${n}`, channel: "phone" }],
  ];
}

test("a promise is cut by the kinds of its asking event, most broken first", async () => {
  const lines = [
    ...ticket(1, 1, { topic: "bill" }),
    ...ticket(2, 30, { topic: "bill" }),
    ...ticket(3, 2, { topic: "repair" }),
    ...ticket(4, 40, { topic: "repair" }),
    ...ticket(5, 50, { topic: "repair" }),
    ...ticket(6, 3, {}),
  ];
  const report = await measureLines(ledger.store, DESK, lines, AS_OF);
  const { topic, ...others } = gapOf(report, "solved").by_property;
  expect(topic).toMatchObject([
    {
      key: "repair",
      asked: 3,
      kept: 1,
      late: 2,
      kept_rate: 1 / 3,
      delivered_p50: 40 * 3600,
      felt: { mean: null, n: 0 },
    },
    { key: "bill", asked: 2, kept: 1, late: 1, delivered_p50: 30 * 3600 },
    { key: null, asked: 1, kept: 1, late: 0 },
  ]);
  // Not by what is no text, what a journey follows, or what customers said in their own words.
  expect(Object.keys(others).sort()).toEqual(["words"]);
  expect(gapOf(report, "rating").by_property).toMatchObject({ channel: [{ key: "phone", asked: 6 }] });
});

test("only the twenty values with most broken promises stand for themselves", async () => {
  const lines = Array.from({ length: 90 }, (_, n) =>
    ticket(n, n % 30 < 22 ? 30 : 1, { topic: `topic ${n % 30}` }),
  ).flat();
  const { topic } = gapOf(await measureLines(ledger.store, DESK, lines, AS_OF), "solved").by_property;
  expect(topic).toHaveLength(21);
  expect(topic?.slice(0, 20).every(({ late, asked }) => late === 3 && asked === 3)).toBe(true);
  expect(topic?.at(-1)).toMatchObject({ key: "…", asked: 30, kept: 24, late: 6, delivered_p50: 3600 });
});

test("a property that is different for nearly everybody cuts nothing", async () => {
  const lines = Array.from({ length: 66 }, (_, n) =>
    ticket(n, 1, { agent: `agent ${n % 22}`, topic: `t ${n % 23}` }),
  ).flat();
  const { by_property } = gapOf(await measureLines(ledger.store, DESK, lines, AS_OF), "solved");
  expect(Object.keys(by_property)).toEqual(["agent"]);
});

test("events of several names are cut together", async () => {
  const lines: readonly Happened[] = [
    ...ticket(1, 30, { topic: "bill", agent: "ann" }),
    ["c1", at(2), "reopened", { ticket: "t1", topic: "repair" }],
  ];
  const { topic, agent } = gapOf(await measureLines(ledger.store, DESK, lines, AS_OF), "again").by_property;
  expect(topic).toMatchObject([
    { key: "bill", asked: 1 },
    { key: "repair", asked: 1 },
  ]);
  expect(agent).toMatchObject([
    { key: "ann", asked: 1 },
    { key: null, asked: 1 },
  ]);
});

test("values may be any text, and an empty one is no missing one", async () => {
  const nasty = ["", "…", "null", "'; drop table events; --", "洗濯機", "__proto__", "a\nb\t\\c"];
  const lines = [...nasty.flatMap((topic, n) => ticket(n, 30, { topic })), ...ticket(20, 30, {})];
  const { topic } = gapOf(await measureLines(ledger.store, DESK, lines, AS_OF), "solved").by_property;
  expect(new Set(topic?.map(({ key }) => key))).toEqual(new Set([...nasty, null]));
  expect(topic).toHaveLength(nasty.length + 1);
});

test("large ledgers are joined another way, with the same figures", async () => {
  const lines = Array.from({ length: 80 }, (_, n) =>
    ticket(n, (n * 7) % 60, n % 9 === 0 ? {} : { topic: `topic ${n % 4}`, agent: `agent ${n % 25}` }),
  ).flat();
  await judgeLines(ledger.store, DESK, lines, AS_OF);
  const read = (held: number) =>
    readPropertySlices(ledger.store, DESK, DESK.promises, Date.parse(AS_OF), { rows: 240, held });
  const small = await read(1_000_000);
  expect(small.get("solved")?.["topic"]).toHaveLength(5);
  expect(await read(0)).toEqual(small);
});

test("a value that is gone before it is named is left out", async () => {
  const lines = [...ticket(1, 30, { topic: "stays" }), ...ticket(2, 30, { topic: "is erased at once" })];
  await judgeLines(ledger.store, DESK, lines, AS_OF);
  const asOf = Date.parse(AS_OF);
  const cuts = await planCuts(ledger.store, DESK, DESK.promises, asOf);
  const erasing: Store = {
    ...ledger.store,
    async rows<Row>(...question: Parameters<Store["rows"]>) {
      const found = await ledger.store.rows<Row>(...question);
      await ledger.store.run(sql`alter table events delete where customer = 'c2'`);
      return found;
    },
  };
  const slices = await readPropertySlices(erasing, DESK, DESK.promises, asOf, { rows: 4, cuts });
  expect(slices.get("solved")?.["topic"]?.map(({ key }) => key)).toEqual(["stays"]);
});
