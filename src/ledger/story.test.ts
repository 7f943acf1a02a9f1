import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type Importing, openImporting } from "../../test/importing.ts";
import { sql } from "../sql/sql.ts";
import { ledgerFacts } from "./facts.ts";
import { forgetCustomer } from "./forget.ts";
import { customerStory, exportCustomer } from "./story.ts";

let here: Importing;
beforeAll(async () => {
  here = await openImporting();
});
afterAll(() => here.dispose());
beforeEach(async () => {
  await here.empty();
  const lines = [
    { id: "1", customer: "anna", event: "visit", time: "2024-03-02", n: 1 },
    { id: "2", customer: "anna", event: "visit", time: "2024-03-01", note: "ü" },
    { id: "3", customer: "anna", event: "call", time: "2024-03-01" },
    { id: "4", customer: "Anna", event: "visit", time: "2024-03-03" },
    { id: "5", customer: "o'neil\\", event: "visit", time: "2024-03-04" },
  ].map((event) => JSON.stringify(event).replace('"n":1', '"n":12345678901234567890'));
  await here.import(here.put("a.jsonl", `${lines.join("\n")}\n`), { id: "id" });
});

const march = (day: number) => Date.UTC(2024, 2, day);

test("tells what the ledger holds, up to a moment", async () => {
  expect(await ledgerFacts(here.store)).toEqual({
    events: 5,
    customers: 3,
    first: march(1),
    last: march(4),
    names: [
      { name: "visit", count: 4 },
      { name: "call", count: 1 },
    ],
  });
  expect(await ledgerFacts(here.store, march(2))).toMatchObject({ events: 3, customers: 1, last: march(2) });
  await here.empty();
  expect(await ledgerFacts(here.store)).toEqual({
    events: 0,
    customers: 0,
    first: undefined,
    last: undefined,
    names: [],
  });
});

test("a customer's story is in the order of time, and ends at the moment that is given", async () => {
  const story = await customerStory(here.store, "anna");
  expect(story.map(({ at }) => at)).toEqual([march(1), march(1), march(2)]);
  const [{ first } = { first: "" }] = await here.store.rows<{ first: string }>(
    sql`SELECT id AS first FROM events WHERE customer = 'anna' ORDER BY at, id_key LIMIT 1`,
  );
  expect(story[0]?.id).toBe(first);
  expect(story.find(({ id }) => id === "2")).toEqual({
    id: "2",
    name: "visit",
    at: march(1),
    received: 1_700_000_000_000,
    source: "a.jsonl",
    properties: { note: "ü" },
  });
  expect(await customerStory(here.store, "anna", march(1))).toHaveLength(2);
  expect(await customerStory(here.store, "nobody")).toEqual([]);
});

test("a person's export holds every event with all its digits", async () => {
  const lines: string[] = [];
  for await (const line of exportCustomer(here.store, "anna")) lines.push(line);
  expect(lines).toHaveLength(3);
  expect(lines.at(-1)).toBe(
    '{"kind":"event","customer":"anna","id":"1","name":"visit","at":"2024-03-02T00:00:00.000Z","received":"2023-11-14T22:13:20.000Z","source":"a.jsonl","properties":{"n":12345678901234567890}}',
  );
});

test("a forgotten person is gone from every table, and nobody else is", async () => {
  await here.store.run(sql`INSERT INTO verdicts (promise, customer_key, asked_at)
    SELECT 'p', cityHash64(arrayJoin(['anna', 'anna', 'Anna'])), toDateTime64(0, 3)`);
  expect(await forgetCustomer(here.store, "anna")).toEqual({ events: 3, derived: 2 });
  expect(await customerStory(here.store, "anna")).toEqual([]);
  expect((await here.events()).map(({ customer }) => customer)).toEqual(["Anna", "o'neil\\"]);
  expect(await here.store.rows(sql`SELECT count() AS n FROM verdicts`)).toEqual([{ n: "1" }]);
  expect(await forgetCustomer(here.store, "o'neil\\")).toEqual({ events: 1, derived: 0 });
  expect(await forgetCustomer(here.store, "anna")).toEqual({ events: 0, derived: 0 });
});
