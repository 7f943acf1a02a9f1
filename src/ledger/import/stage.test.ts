import { hostname } from "node:os";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { declaring } from "../../../test/declaring.ts";
import { type Importing, openImporting } from "../../../test/importing.ts";
import { commas, name, sql } from "../../sql/sql.ts";
import { wantedColumns } from "../columns.ts";

let here: Importing;
beforeAll(async () => {
  here = await openImporting();
});
afterAll(() => here.dispose());
beforeEach(() => here.empty());

const GOOD = "customer,event,time\nanna,visit,2024-01-01\n";

test("typed columns that come straight from the cells are those that the properties give", async () => {
  const cells = [
    "",
    "\\N",
    "12.50",
    "-1e3",
    " 7 ",
    "abc",
    "true",
    "2018-11-04",
    "2018-11-04 00:30",
    "20181104",
    "1541300000",
    "3 days",
    '"a, ""b"""',
    "ü\\",
    "007",
    "1e400",
    "03/04/2020",
  ];
  const types = ["text", "number", "whole", "yes-no", "moment", "date", "duration"] as const;
  const header = ["customer", "event", "time", ...types, "order"].join(",");
  const rows = cells.map((cell, i) => [`c${i}`, "visit", "2024-01-01", ...types.map(() => cell), cell].join(","));
  const has = Object.fromEntries(types.map((type) => [type, type]));
  const experience = declaring(
    { visit: { ...has, customer: "text", absent: "number" } },
    { timezone: "America/Sao_Paulo", follows: ["order", "elsewhere"] },
  );
  const file = here.put("typed.csv", `${header}\n${rows.join("\n")}\n`);
  expect(await here.import(file, { experience })).toMatchObject({ events: cells.length, rejected: 0 });
  const wanted = wantedColumns(experience);
  const differ = wanted.map(
    ({ column, value }) => sql`countIf(${name(column)} IS DISTINCT FROM ${value}) AS ${name(column)}`,
  );
  const [counts] = await here.store.rows<Record<string, string>>(sql`SELECT ${commas(differ)} FROM events`);
  expect(counts).toEqual(Object.fromEntries(wanted.map(({ column }) => [column, "0"])));
});

test("tells how far it is", async () => {
  const rows = Array.from({ length: 300_000 }, (_, i) => `c${i},visit,2024-01-01`);
  const file = here.put("large.csv", `customer,event,time\n${rows.join("\n")}\n`);
  const told: (readonly [number, number | undefined])[] = [];
  await here.import(file, { progress: (done, total) => told.push([done, total]) });
  // The header may be counted.
  expect(Math.abs((told.at(-1)?.[0] ?? 0) - 300_000)).toBeLessThan(2);
  expect(told.map(([done]) => done)).toEqual(told.map(([done]) => done).sort((a, b) => a - b));
  const total = told[0]?.[1] ?? 0;
  expect(Math.abs(total - 300_000)).toBeLessThan(30_000);
});

test("two imports at once: the second is refused", async () => {
  const rows = Array.from({ length: 200_000 }, (_, i) => `c${i},visit,2024-01-01`);
  const large = here.put("large.csv", `customer,event,time\n${rows.join("\n")}\n`);
  const small = here.put("small.csv", GOOD);
  const results = await Promise.allSettled([here.import(large), here.import(small)]);
  const refused = results.filter((result) => result.status === "rejected");
  expect(refused).toHaveLength(1);
  expect(refused[0]?.reason).toMatchObject({ code: "import-running" });
});

test("what a killed import left behind is dropped by the next", async () => {
  await here.store.run(sql`CREATE TABLE incoming AS events COMMENT 'nowhere 1 0 x'`);
  await expect(here.import(here.put("a.csv", GOOD))).rejects.toMatchObject({
    code: "import-running",
    message: expect.stringContaining("nowhere"),
  });
  await here.store.run(sql`DROP TABLE incoming SYNC`);
  const dead = { piece: "sql", pieces: [`'${hostname()} ${process.ppid} 1 x'`] } as const;
  await here.store.run(sql`CREATE TABLE incoming AS events COMMENT ${dead}`);
  await here.store.run(sql`CREATE TABLE incoming_repeats (row UInt64) ENGINE = MergeTree ORDER BY row`);
  expect(await here.import(here.put("a.csv", GOOD))).toMatchObject({ events: 1 });
});
