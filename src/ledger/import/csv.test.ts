import { existsSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { declaring } from "../../../test/declaring.ts";
import { type Importing, openImporting } from "../../../test/importing.ts";

let here: Importing;
beforeAll(async () => {
  here = await openImporting();
});
afterAll(() => here.dispose());
beforeEach(() => here.empty());

const HEADER = "user_id,event,time,order,total\n";

test("rows become events; columns are guessed by their names and told", async () => {
  const file = here.put(
    "shop.csv",
    `${HEADER}anna,order.placed,2024-03-01T10:00:00Z,o1,12.50\nben,order.paid,2024-03-02 08:30:00,o2,\n`,
  );
  expect(await here.import(file)).toEqual({
    events: 2,
    duplicates: 0,
    rejected: 0,
    rejectsFile: undefined,
    unknownEvents: [],
    unreadable: [],
    columns: [
      {
        file,
        customer: "user_id",
        name: "event",
        event: undefined,
        at: "time",
        id: undefined,
        guessed: ["customer", "name", "at"],
        dates: undefined,
      },
    ],
    first: Date.UTC(2024, 2, 1, 10),
    last: Date.UTC(2024, 2, 2, 8, 30),
  });
  expect(await here.events()).toEqual([
    {
      customer: "anna",
      name: "order.placed",
      at: "2024-03-01 10:00:00.000",
      id: expect.stringMatching(/^[0-9a-f]{24}$/),
      source: "shop.csv",
      properties: { order: "o1", total: "12.50" },
    },
    {
      customer: "ben",
      name: "order.paid",
      at: "2024-03-02 08:30:00.000",
      id: expect.stringMatching(/^[0-9a-f]{24}$/),
      source: "shop.csv",
      properties: { order: "o2" },
    },
  ]);
});

test("a declared number stays a number; what cannot be read as one is kept and counted", async () => {
  const experience = declaring({ "order.placed": { total: "number", order: "text" } });
  const rows = ["12.50", "abc", "", "1e3", "007"].map((total, i) => `anna,order.placed,2024-03-01,o${i},${total}`);
  const file = here.put("shop.csv", `${HEADER}${rows.join("\n")}\n`);
  const { unreadable } = await here.import(file, { experience });
  expect(unreadable).toEqual([{ property: "total", type: "number", count: 1 }]);
  const totals = (await here.events()).map(({ properties }) => properties["total"]);
  expect(totals).toHaveLength(5);
  expect(totals).toEqual(expect.arrayContaining([12.5, "abc", undefined, "1e3", "007"]));

  const others = ["anna,order.placed,2024-03-01,o9,xyz", "anna,order.paid,2024-03-01,o9,xyz"];
  const grown = here.put("grown.csv", `${HEADER}${[...rows, ...others].join("\n")}\n`);
  expect(await here.import(grown, { experience })).toMatchObject({
    events: 2,
    duplicates: 5,
    unreadable: [{ property: "total", type: "number", count: 1 }],
    unknownEvents: [{ name: "order.paid", count: 1 }],
  });
});

test("importing the same file twice changes nothing, also when the experience has changed in between", async () => {
  const file = here.put(
    "shop.csv",
    `${HEADER}anna,order.placed,2024-03-01,o1,12.5\nanna,order.placed,2024-03-01,o1,12.5\n`,
  );
  expect(await here.import(file)).toMatchObject({ events: 1, duplicates: 1 });
  const before = await here.events();
  const experience = declaring({ "order.placed": { total: "number" } });
  expect(await here.import(file, { experience })).toMatchObject({ events: 0, duplicates: 2, first: undefined });
  expect(await here.events()).toEqual(before);
});

test("of rows with the same id the first one stays", async () => {
  const rows = Array.from(
    { length: 50 },
    (_, i) => `e${i % 5},anna,visit,2024-03-${String(31 - (i % 30)).padStart(2, "0")},${i}`,
  );
  const file = here.put("visits.csv", `event_id,user,event,time,n\n${rows.join("\n")}\n`);
  expect(await here.import(file)).toMatchObject({ events: 50, duplicates: 0, columns: [{ id: undefined }] });
  await here.empty();
  const again = here.put("visits.csv", `event_id,user,event,time,n\n${rows.join("\n")}\n`);
  expect(await here.import(again, { id: "event_id" })).toMatchObject({ events: 5, duplicates: 45 });
  expect((await here.events()).map(({ id, properties }) => [id, properties["n"]]).sort()).toEqual(
    [0, 1, 2, 3, 4].map((i) => [`e${i}`, String(i)]),
  );
});

test("an id that stands for another event already is refused, not lost", async () => {
  await here.import(here.put("a.csv", "id,customer,event,time\nx1,anna,visit,2024-03-01\n"), { id: "id" });
  const file = here.put(
    "b.csv",
    "id,customer,event,time\nx1,ben,visit,2024-03-01\nx2,cleo,visit,2024-03-01\nx2,cleo,call,2024-03-01\nx1,anna,visit,2024-03-01\n",
  );
  expect(await here.import(file, { id: "id" })).toMatchObject({ events: 1, duplicates: 1, rejected: 2 });
  expect(here.rejected()).toEqual([
    {
      file,
      line: 2,
      reason: "an id that stands for another event",
      row: expect.objectContaining({ customer: "ben", id: "x1" }),
    },
    {
      file,
      line: 4,
      reason: "an id that stands for another event",
      row: expect.objectContaining({ name: "call", id: "x2" }),
    },
  ]);
});

test("rows that can be no events go to the rejects with their line, also below rows of several lines", async () => {
  const rows = [
    "anna,visit,2024-03-01,o1,1",
    '"ben","two\nlines",2024-03-01,"three\n\nlines",1',
    ",visit,2024-03-01,o1,1",
    "cleo,,2024-03-01,o1,1",
    "",
    "dora,visit,,o1,1",
    "emil,visit,soon,o1,1",
    "finn,visit,1850-01-01,o1,1",
    "gina,visit,2024-03-01",
    "hans,visit,2024-03-01,o1,1,2",
    `${"i".repeat(1001)},visit,2024-03-01,o1,1`,
  ];
  const file = here.put("shop.csv", `${HEADER}${rows.join("\r\n")}\r\n`);
  expect(await here.import(file)).toMatchObject({ events: 2, rejected: 8, rejectsFile: here.rejects });
  const reasons = here.rejected().map((reject) => {
    const { line, reason } = reject as { line: number; reason: string };
    return [line, reason];
  });
  expect(reasons).toEqual([
    [7, "no customer"],
    [8, "no name of an event"],
    [10, "no time"],
    [11, "not a time"],
    [12, "a time outside the years 1900 to 2299"],
    [13, "fewer cells than the header"],
    [14, "more cells than the header"],
    [15, "a customer of more than 1000 bytes"],
  ]);
  expect(here.rejected()[3]).toEqual({
    file,
    line: 11,
    reason: "not a time",
    row: { user_id: "emil", event: "visit", time: "soon", order: "o1", total: "1" },
  });
});

test("with strict a single bad row keeps everything out", async () => {
  const file = here.put("shop.csv", `${HEADER}anna,visit,2024-03-01,,\n,visit,2024-03-01,,\n`);
  await expect(here.import(file, { strict: true })).rejects.toMatchObject({
    code: "rejected-rows",
    message: expect.stringContaining("1 of 2 rows"),
  });
  expect(await here.events()).toEqual([]);
  expect(existsSync(here.rejects)).toBe(true);
});

test("times without an offset are meant in the time zone that is named", async () => {
  const file = here.put("shop.csv", `${HEADER}anna,visit,2024-07-01 12:00,,\nanna,visit,2024-07-01T12:00:00+00:00,,\n`);
  await here.import(file, { timezone: "Europe/Helsinki" });
  expect((await here.events()).map(({ at }) => at)).toEqual(["2024-07-01 09:00:00.000", "2024-07-01 12:00:00.000"]);
  await expect(here.import(file, { timezone: "Europe/Atlantis" })).rejects.toMatchObject({ code: "unknown-timezone" });
});

test("bare numbers are seconds or milliseconds, as their size or the column's name tells", async () => {
  await here.import(here.put("a.csv", "case,activity,ts_ms\na,x,3600000\nb,x,1317429524546\n"));
  await here.import(here.put("b.csv", "case,activity,ts\nc,x,1317429524\nd,x,999999999\n"));
  await here.import(here.put("c.csv", "case,activity,date\ne,x,20240301\n"));
  expect((await here.events()).map(({ customer, at }) => [customer, at])).toEqual([
    ["a", "1970-01-01 01:00:00.000"],
    ["b", "2011-10-01 00:38:44.546"],
    ["c", "2011-10-01 00:38:44.000"],
    ["d", "2001-09-09 01:46:39.000"],
    ["e", "2024-03-01 00:00:00.000"],
  ]);
});

test("whether the day or the month comes first is told by other dates, or asked", async () => {
  const clear = here.put("a.csv", "customer,event,date\na,x,03/04/2020\nb,x,13/04/2020 10:00\n");
  expect(await here.import(clear)).toMatchObject({ columns: [{ dates: "day-first" }] });
  const unclear = here.put("b.csv", "customer,event,date\nc,x,03/04/2020\n");
  await expect(here.import(unclear)).rejects.toMatchObject({
    code: "unclear-dates",
    message: expect.stringContaining("--dates day-first or --dates month-first"),
  });
  await here.import(unclear, { dates: "month-first" });
  expect((await here.events()).map(({ at }) => at.slice(0, 10))).toEqual(["2020-04-03", "2020-04-13", "2020-03-04"]);
});

test("other delimiters, tabs, byte order marks, blanks and packed files are read", async () => {
  await here.import(here.put("semi.csv", '\ufeffcustomer;event;time;note\na;x;2024-01-01;"1;2"\n'));
  await here.import(
    here.put("tab.tsv", 'customer\tevent\ttime\tnote\nb\tx\t2024-01-01\t"1\t2"\nc\t\t\t\nd\tx\t2024-01-01\t\\N\n'),
  );
  await here.import(here.put("space.csv", "customer, event, time, note\ne, x, 2024-01-01, yes \n f,x,2024-01-01 ,\n"));
  await here.import(here.put("packed.csv.gz", gzipSync('customer,event,time,note\ng,x,2024-01-01,5" pipe\n')));
  await here.import(here.put("mac.csv", "customer,event,time,note\rh,x,2024-01-01,n\r"));
  expect((await here.events()).map(({ customer, properties }) => [customer, properties["note"]])).toEqual([
    ["a", "1;2"],
    ["b", "1\t2"],
    ["d", undefined],
    ["e", "yes"],
    ["f", undefined],
    ["g", '5" pipe'],
    ["h", "n"],
  ]);
});

test("a value of blanks above an empty value does the engine no harm", async () => {
  const file = here.put(
    "blank.csv",
    'customer,event,time,a,b\na,x,2024-01-01," ",1\nb,x,2024-01-01,,\nc,x,2024-01-01," ",\n',
  );
  await here.import(file);
  expect((await here.events()).map(({ properties }) => properties)).toEqual([{ a: " ", b: "1" }, {}, { a: " " }]);
});

test("columns may be called anything", async () => {
  const names = [
    "a.b",
    "we ird",
    "quo'te",
    'double""quote',
    "back`tick",
    "back\\slash",
    "{p1:String}",
    "€😀",
    "customer",
    "reason",
    "row",
  ];
  const header = [...names.map((name) => `"${name}"`), "who", "what", "when"].join(",");
  const file = here.put("odd [1] {x}*.csv", `${header}\n${names.map((_, i) => i).join(",")},anna,x,2024-01-01\n`);
  await here.import(file, { customer: "who", name: "what", at: "when" });
  const [event] = await here.events();
  expect(event).toMatchObject({
    customer: "anna",
    properties: Object.fromEntries(names.map((name, i) => [name.replace('""', '"'), String(i)])),
  });
});

test("bytes that are no UTF-8 are rejected, and the rest comes in", async () => {
  const file = here.put(
    "latin.csv",
    Buffer.from(`${HEADER}anna,visit,2024-03-01,caf\xe9,1\nben,visit,2024-03-01,caf\u00e9,1\n`, "latin1"),
  );
  expect(await here.import(file)).toMatchObject({ events: 0, rejected: 2 });
  expect(here.rejected()[0]).toMatchObject({ line: 2, reason: "not UTF-8", row: { order: "caf\ufffd" } });
});

test("a file named after an event that the experience knows needs no column for it", async () => {
  const experience = declaring({ "order.placed": {} });
  const file = here.put("order.placed.csv", "customer,time\nanna,2024-01-01\n");
  expect(await here.import(file, { experience })).toMatchObject({
    columns: [{ event: "order.placed", name: undefined }],
  });
  const other = here.put("other.csv", "customer,time\nanna,2024-01-01\n");
  expect(await here.import(other, { experience, event: "gone" })).toMatchObject({
    unknownEvents: [{ name: "gone", count: 1 }],
  });
});

test("columns of no usual name are told by what they hold, if only one can be meant", async () => {
  const rows = Array.from(
    { length: 40 },
    (_, i) => `K${i % 7},2024-01-${String((i % 28) + 1).padStart(2, "0")},${["visit", "call"][i % 2]},${i}`,
  );
  const file = here.put("odd.csv", `kundennummer_no,wann,was,wert\n${rows.join("\n")}\n`);
  expect(await here.import(file)).toMatchObject({
    events: 40,
    columns: [{ customer: "kundennummer_no", at: "wann", name: "was" }],
  });
});
