import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type Importing, openImporting } from "../../../test/importing.ts";
import { lookAtFile } from "./look.ts";
import type { ImportOptions } from "./options.ts";

let here: Importing;
beforeAll(async () => {
  here = await openImporting();
});
afterAll(() => here.dispose());
beforeEach(() => here.empty());

const look = (content: string, said: Partial<ImportOptions> = {}, file = "a.csv") =>
  lookAtFile(here.store, undefined, here.put(file, content), { now: () => 0, ...said });

test("the columns are guessed as the import guesses them, and rows are read as it reads them", async () => {
  const found = await look(
    "customer_id,event,time,total\na,paid,2024-01-02 10:00,12\n,paid,2024-01-02,1\nb,paid,soon,\n",
  );
  expect(found).toMatchObject({
    format: "CSV",
    found: { customer: "customer_id", name: "event", at: "time" },
    guessed: ["customer", "name", "at"],
    missing: [],
    rejects: [
      { reason: "no customer", count: 1 },
      { reason: "not a time", count: 1 },
    ],
  });
  expect(found.columns.map(({ name, holds }) => [name, holds])).toEqual([
    ["customer_id", "text"],
    ["event", "text"],
    ["time", "text"],
    ["total", "number"],
  ]);
  expect(found.rows.map(({ customer, at, reason }) => [customer, at, reason])).toEqual([
    ["a", "2024-01-02T10:00:00.000Z", ""],
    ["", "", "no customer"],
    ["b", "", "not a time"],
  ]);
  expect(JSON.parse(found.rows[0]?.properties ?? "")).toEqual({ total: "12" });
});

test("a column of the file that is called as ours hides nothing", async () => {
  const found = await look("who,what,when,customer,reason,row\na,paid,2024-01-02,x,y,z\n", {
    customer: "who",
    name: "what",
    at: "when",
  });
  expect(found.rows).toMatchObject([{ customer: "a", name: "paid", reason: "" }]);
  expect(JSON.parse(found.rows[0]?.properties ?? "")).toEqual({ customer: "x", reason: "y", row: "z" });
});

test("what cannot be told is asked for, and what was said is believed", async () => {
  const content = "x,y,z\np,q,2024-01-02\nr,s,2024-01-03\n";
  const first = await look(content);
  expect(first).toMatchObject({ missing: ["customer", "name"], rows: [] });
  const said = await look(content, { customer: "x", event: "visit" });
  expect(said).toMatchObject({ missing: [], found: { customer: "x", event: "visit", at: "z" } });
  expect(said.rows[0]).toMatchObject({ customer: "p", name: "visit" });
});

test("dates that can be read in two ways are trouble until somebody says which", async () => {
  const content = "customer,event,time\na,paid,03/04/2024\n";
  expect((await look(content)).trouble).toMatchObject({ code: "unclear-dates" });
  const said = await look(content, { dates: "day-first" });
  expect(said).toMatchObject({ trouble: undefined, dates: "day-first", rows: [{ at: "2024-04-03T00:00:00.000Z" }] });
});

test("what is no file of events is refused", async () => {
  await expect(look("", {}, "a.xlsx")).rejects.toMatchObject({ code: "unknown-format" });
  await expect(look("a,b,c\n1,2,3\n", { customer: "d" })).rejects.toMatchObject({ code: "no-such-column" });
});
