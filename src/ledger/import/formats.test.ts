import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { declaring } from "../../../test/declaring.ts";
import { type Importing, openImporting } from "../../../test/importing.ts";
import { type Sql, sql, text } from "../../sql/sql.ts";

let here: Importing;
beforeAll(async () => {
  here = await openImporting();
});
afterAll(() => here.dispose());
beforeEach(() => here.empty());

const EVENTS = [
  {
    user_id: 7,
    event: "visit",
    time: "2024-03-01T10:00:00Z",
    n: 1.5,
    ok: true,
    none: null,
    "sp ace": 'ü"',
    list: [1, { a: 2 }],
  },
  { user_id: "anna", event: "visit", time: 1709287200000, big: 1, properties: { plan: "gold", n: 2 } },
];
const STORED = [
  {
    customer: "7",
    name: "visit",
    at: "2024-03-01 10:00:00.000",
    properties: { n: 1.5, ok: true, "sp ace": 'ü"', list: [1, { a: 2 }] },
  },
  { customer: "anna", name: "visit", at: "2024-03-01 10:00:00.000", properties: { big: 1, plan: "gold", n: 2 } },
];

test("JSON lines keep the types of their values; members of `properties` are properties", async () => {
  const lines = EVENTS.map((event) => JSON.stringify(event));
  const file = here.put(
    "shop.jsonl",
    `${lines[0]}\n\nno json\n[1]\n${lines[1]}\n{"event":"visit","time":"2024-03-01"}\n`,
  );
  expect(await here.import(file)).toMatchObject({
    events: 2,
    rejected: 3,
    columns: [{ customer: "user_id", name: "event", at: "time" }],
  });
  expect(await here.events()).toMatchObject(STORED);
  expect(here.rejected()).toEqual([
    { file, line: 3, reason: "not a JSON object", row: "no json" },
    { file, line: 4, reason: "not a JSON object", row: "[1]" },
    { file, line: 6, reason: "no customer", row: { event: "visit", time: "2024-03-01" } },
  ]);
  expect(await here.import(here.put("again.jsonl.gz", gzipSync(readFileSync(file))))).toMatchObject({
    events: 0,
    duplicates: 2,
    rejected: 3,
  });
});

test("JSON arrays and objects over several lines are read too", async () => {
  await here.import(here.put("array.json", JSON.stringify(EVENTS, undefined, 2)));
  expect(await here.events()).toMatchObject(STORED);
  const pretty = EVENTS.map((event) => JSON.stringify(event, undefined, 2)).join("\n");
  expect(await here.import(here.put("pretty.json", `${pretty}\n{\n"event": "visit"}\n`))).toMatchObject({
    events: 0,
    duplicates: 2,
    rejected: 1,
  });
  expect(here.rejected()).toEqual([
    { file: join(here.folder, "pretty.json"), record: 3, reason: "no customer", row: { event: "visit" } },
  ]);
});

async function writeParquet(file: string, select: Sql): Promise<string> {
  const path = here.put(file, "");
  await here.store.run(sql`INSERT INTO FUNCTION file(${text(path)}, 'Parquet') ${select}`, {
    engine_file_truncate_on_insert: 1,
  });
  return path;
}

const TYPED = sql`SELECT toNullable(number + 1) AS customer_id, 'visit' AS event,
  toDateTime64('2024-07-01 10:00:00.123456', 6, 'UTC') AS time,
  toInt64(9007199254740993) AS big, toFloat32(0.5) AS half, toDecimal64('12.30', 2) AS price, number = 0 AS first, true AS yes,
  toDate32('2024-02-29') AS day, CAST('a', 'Enum8(\\'a\\' = 1)') AS letter, [1, 2] AS list, map('a', 1) AS pairs,
  CAST((1, 'x'), 'Tuple(a UInt8, b String)') AS pair, CAST(NULL, 'Nullable(String)') AS none, nan AS nan, '' AS empty
  FROM numbers(2)`;

test("Parquet keeps types: moments become ISO, days days, null is absent", async () => {
  const file = await writeParquet("typed.parquet", TYPED);
  expect(
    await here.import(file, {
      experience: declaring({ visit: { price: "number", day: "date" } }, { timezone: "America/Sao_Paulo" }),
    }),
  ).toMatchObject({ events: 2, rejected: 0 });
  const [event] = await here.events();
  expect(event).toMatchObject({ customer: "1", at: "2024-07-01 10:00:00.123" });
  expect(event?.properties).toEqual({
    big: 9007199254740992,
    half: 0.5,
    price: 12.3,
    first: 1,
    yes: true,
    day: "2024-02-29",
    letter: "a",
    list: [1, 2],
    pairs: { a: 1 },
    pair: { a: 1, b: "x" },
    empty: "",
  });
  const raw = await here.store.rows(sql`SELECT JSONExtractRaw(properties, 'big') AS big FROM events LIMIT 1`);
  expect(raw).toEqual([{ big: "9007199254740993" }]);
  const packed = here.put("typed.parquet.gz", gzipSync(readFileSync(file)));
  expect(await here.import(packed)).toMatchObject({ events: 0, duplicates: 2 });
});

test("rows of a Parquet file that can be no events are told by their record", async () => {
  const file = await writeParquet(
    "bad.parquet",
    sql`SELECT if(number % 1000 = 999, NULL, toString(number)) AS customer, 'visit' AS event, toDate('2024-01-01') AS day, number AS n FROM numbers(200000) SETTINGS max_threads = 1`,
  );
  expect(await here.import(file, { timezone: "Europe/Helsinki" })).toMatchObject({ events: 199_800, rejected: 200 });
  expect(here.rejected()[1]).toEqual({
    file,
    record: 2000,
    reason: "no customer",
    row: { event: "visit", day: "2024-01-01", n: 1999 },
  });
  expect((await here.events())[0]).toMatchObject({ at: "2023-12-31 22:00:00.000" });
});

/** One row: customer a, 2018-07-01 10:00 in a column `utc` of moments and in a column `local` of times on the wall. */
const LOCAL = [
  "UEFSMRUGFRAVFFwVAhUAFQIVABUAFQAAAAgcAO1IVWQBAAAVBhUQFRRcFQIVABUCFQAVABUAAAAIHADtSFVkAQAAFQYVChUOXBUC",
  "FQAVAhUAFQAVAAAABRABAAAAYRUEGUxIBHJvb3QVBgAVBCUAGAN1dGNsjBEcHAAAAAAAFQQlABgFbG9jYWxsjBIcHAAAAAAAFQwl",
  "ABgIY3VzdG9tZXIlAAAWAhkcGTwmCBwVBBkVABkYA3V0YxUCFgIWOhY+Jgg8NgAoCADtSFVkAQAAGAgA7UhVZAEAAAAZHBUGFQAV",
  "AgAAACZGHBUEGRUAGRgFbG9jYWwVAhYCFjoWPiZGPDYAKAgA7UhVZAEAABgIAO1IVWQBAAAAGRwVBhUAFQIAAAAmhAEcFQwZFQAZ",
  "GAhjdXN0b21lchUCFgIWNBY4JoQBPDYAKAFhGAFhABkcFQYVABUCAAAAFqgBFgI2tAEAKAloeXBhcnF1ZXQZPBwAABwAABwAAAAY",
  "AQAAUEFSMQ==",
].join("");

test("times in Parquet that are no moments are meant in the time zone", async () => {
  const file = here.put("local.parquet", Buffer.from(LOCAL, "base64"));
  await here.import(file, { customer: "customer", event: "x", at: "local", timezone: "Europe/Helsinki" });
  await here.import(file, { customer: "customer", event: "y", at: "utc", timezone: "Europe/Helsinki" });
  expect(await here.events()).toMatchObject([
    { name: "x", at: "2018-07-01 07:00:00.000", properties: { utc: "2018-07-01T10:00:00.000Z" } },
    { name: "y", at: "2018-07-01 10:00:00.000", properties: { local: "2018-07-01T07:00:00.000Z" } },
  ]);
});

const XES = `<?xml version="1.0" encoding="UTF-8" ?>
<!-- a log --><log xes.version="1.0" xmlns="http://www.xes-standard.org/">
<extension name="Time" prefix="time" uri="x"/>
<global scope="event"><string key="concept:name" value="nothing"/></global>
<string key="source" value="test"/>
<trace><string key="concept:name" value="c1"/><int key="AMOUNT" value="20000"/>
  <event><string key="concept:name" value="A &amp; B"/><date key="time:timestamp" value="2011-10-01T00:38:44.546+02:00"/>
    <string key="lifecycle:transition" value="COMPLETE"/><float key="cost" value="1.5"/><boolean key="ok" value="true"/>
    <string key="org:resource" value="7"><string key="role" value="clerk"/></string></event>
  <event><string key="concept:name" value="end"/></event>
</trace>
<trace><string key="concept:name" value="c2"/><event><string key="concept:name" value="end"/><date key="time:timestamp" value="2011-10-02T00:00:00Z"/><string key="customer" value="anna"/></event></trace>
</log>`;

test("of an XES log the case is the customer, unless another attribute is named", async () => {
  const file = here.put("log.xes", XES);
  expect(await here.import(file)).toMatchObject({
    events: 2,
    rejected: 1,
    columns: [{ file, customer: "case:concept:name", name: "concept:name", at: "time:timestamp" }],
  });
  expect(await here.events()).toMatchObject([
    {
      customer: "c1",
      name: "A & B",
      at: "2011-09-30 22:38:44.546",
      properties: {
        case: "c1",
        "case:AMOUNT": 20000,
        "lifecycle:transition": "COMPLETE",
        cost: 1.5,
        ok: true,
        "org:resource": "7",
        "org:resource/role": "clerk",
      },
    },
    { customer: "c2", name: "end", properties: { case: "c2", customer: "anna" } },
  ]);
  expect(here.rejected()).toMatchObject([{ file, event: 2, reason: "no time" }]);
  await here.empty();
  const packed = here.put("log.xes.gz", gzipSync(XES));
  expect(await here.import(packed, { customer: "customer" })).toMatchObject({ events: 1, rejected: 2 });
  expect(await here.events()).toMatchObject([{ customer: "anna", properties: { case: "c2" } }]);
});

test("a source is a SELECT whose file names the event", async () => {
  here.put(
    "data/orders.csv",
    "id,who,when,total,until\n1,anna,2018-11-04 00:30:00,12.5,2018-11-10\n2,ben,2018-11-05 10:00:00,,\n3,,2018-11-05 10:00:00,1,\n",
  );
  here.put(
    "sources/order.placed.sql",
    `-- a comment; with {data:String} and a semicolon
select who as customer, toDateTime64(when, 3) as at, id as order_id, toFloat64OrNull(total) as total,
  toDateOrNull(until) as until, total > 5 as dear, parseDateTimeBestEffort(when) as moment, ';' as mark
from file({data:String} || '/orders.csv', 'CSVWithNames', 'id UInt32, who String, when String, total String, until String'); -- end
`,
  );
  here.put("sources/order.paid.sql", "select 'anna' as customer, '2018-11-06' as at, 'x' as id");
  here.put("sources/notes.txt", "not a source");
  const sources = join(here.folder, "sources");
  const experience = declaring({ "order.placed": { total: "number" } }, { timezone: "Europe/Helsinki" });
  expect(await here.import(sources, { data: join(here.folder, "data"), experience })).toMatchObject({
    events: 3,
    rejected: 1,
    unknownEvents: [{ name: "order.paid", count: 1 }],
    columns: [],
  });
  expect(await here.events()).toMatchObject([
    {
      customer: "anna",
      name: "order.placed",
      at: "2018-11-03 22:30:00.000",
      source: "order.placed.sql",
      properties: {
        order_id: 1,
        total: 12.5,
        until: "2018-11-10",
        dear: 1,
        moment: "2018-11-03T22:30:00.000Z",
        mark: ";",
      },
    },
    { customer: "anna", name: "order.paid", at: "2018-11-05 22:00:00.000", id: "x", properties: {} },
    { customer: "ben", properties: { order_id: 2, mark: ";" } },
  ]);
  expect(here.rejected()).toMatchObject([{ file: "order.placed.sql", reason: "no customer", row: { order_id: 3 } }]);
});
