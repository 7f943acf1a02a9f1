import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type Importing, openImporting, type Said } from "../../../test/importing.ts";
import { sql } from "../../sql/sql.ts";

let here: Importing;
beforeAll(async () => {
  here = await openImporting();
});
afterAll(() => here.dispose());
beforeEach(() => here.empty());

const GOOD = "customer,event,time\nanna,visit,2024-01-01\n";

interface Fault {
  readonly of: string;
  readonly file?: string;
  readonly content?: string | Uint8Array;
  readonly said?: Said;
  readonly code: string;
  readonly words: RegExp;
}

const faults: readonly Fault[] = [
  { of: "a missing file", file: "missing.csv", code: "missing-file", words: /There is no file .*missing\.csv/ },
  { of: "an empty file", file: "a.csv", content: "", code: "empty-file", words: /a\.csv is empty/ },
  {
    of: "an unknown kind",
    file: "a.xlsx",
    content: "x",
    code: "unknown-format",
    words: /supported are \.csv, \.tsv, \.jsonl, \.parquet and \.xes/,
  },
  { of: "a header alone", file: "a.csv", content: "customer,event,time\n", code: "empty-file", words: /no rows/ },
  { of: "a header without names", file: "a.csv", content: ",,\n1,2,3\n", code: "no-header", words: /no header/ },
  {
    of: "two columns of the same name",
    file: "a.csv",
    content: "customer,event,time,x,x\n",
    code: "column-twice",
    words: /two columns called "x"/,
  },
  {
    of: "a torn quote at the end",
    file: "a.csv",
    content: `${GOOD}ben,"visit,2024-01-01\ncleo,visit,2024-01-01\n`,
    code: "torn-quote",
    words: /a quote that is never closed.*line 3/,
  },
  {
    of: "a torn quote in the last column",
    file: "a.csv",
    content: 'customer,event,time,note\nanna,visit,2024-01-01,"torn\nben,visit,2024-01-01,\n',
    code: "torn-quote",
    words: /never closed/,
  },
  {
    of: "a torn quote in the last line",
    file: "a.csv",
    content: 'customer,event,time,note\nanna,visit,2024-01-01,"torn',
    code: "torn-quote",
    words: /never closed/,
  },
  {
    of: "a torn quote before other quotes",
    file: "a.csv",
    content: 'customer,event,time,note\nanna,visit,2024-01-01,"torn\nben,visit,2024-01-01,"ok"\n',
    code: "unreadable-file",
    words: /a\.csv cannot be read as CSV/,
  },
  {
    of: "what is called .gz and is not",
    file: "a.csv.gz",
    content: GOOD.repeat(10),
    code: "not-gzip",
    words: /is not gzipped/,
  },
  {
    of: "a gzipped file cut short",
    file: "a.csv.gz",
    content: gzipSync(
      `customer,event,time\n${Array.from({ length: 50_000 }, (_, i) => `c${i},visit,2024-01-01 ${Math.sin(i)}`).join("\n")}`,
    ).subarray(0, 200_000),
    code: "not-gzip",
    words: /damaged/,
  },
  {
    of: "UTF-16",
    file: "a.csv",
    content: Buffer.from(`\ufeff${GOOD}`, "utf16le"),
    code: "not-utf8",
    words: /UTF-16; save it as UTF-8/,
  },
  {
    of: "a binary file called .csv",
    file: "a.csv",
    content: Buffer.alloc(100),
    code: "not-text",
    words: /no text file/,
  },
  {
    of: "a torn Parquet file",
    file: "a.parquet",
    content: "PAR1 and nothing more",
    code: "unreadable-parquet",
    words: /no whole Parquet file/,
  },
  {
    of: "garbage between Parquet's letters",
    file: "a.parquet",
    content: "PAR1garbagegarbagePAR1",
    code: "unreadable-file",
    words: /cannot be read as Parquet/,
  },
  {
    of: "broken XML",
    file: "a.xes",
    content: "<log><trace><event></trace></log>",
    code: "unreadable-file",
    words: /no XES log.*line 1/,
  },
  {
    of: "XML that is no log",
    file: "a.xes",
    content: "<html></html>",
    code: "unreadable-file",
    words: /does not begin with <log>/,
  },
  { of: "a log without events", file: "a.xes", content: "<log></log>", code: "empty-file", words: /no events/ },
  {
    of: "a cut XES file",
    file: "a.xes.gz",
    content: gzipSync(
      `<log>${Array.from({ length: 999 }, (_, i) => `<x y="${Math.sin(i)}"/>`).join("")}</log>`,
    ).subarray(0, 5000),
    code: "not-gzip",
    words: /damaged/,
  },
  {
    of: "an array of JSON that does not end",
    file: "a.json",
    content: '[{"customer":"a","event":"x","time":"2024-01-01"},{"customer":',
    code: "unreadable-file",
    words: /cannot be read as JSON/,
  },
  {
    of: "columns that tell nothing",
    file: "a.csv",
    content: "a,b,c\n1,2,3\n",
    code: "unclear-columns",
    words:
      /which column holds the customer and which the event and which the time \(it has a, b, c\); say so with --customer COLUMN and --name COLUMN \(or --event NAME\) and --at COLUMN/,
  },
  {
    of: "a column that is not there",
    file: "a.csv",
    content: GOOD,
    said: { at: "when" },
    code: "no-such-column",
    words: /no column "when" \(it has customer, event, time\); correct --at/,
  },
  {
    of: "two ways to name the event",
    file: "a.csv",
    content: GOOD,
    said: { name: "event", event: "x" },
    code: "bad-option",
    words: /--name and --event/,
  },
  { of: "a folder without sources", file: "sub/a.txt", content: "x", code: "unknown-format", words: /of no kind/ },
  {
    of: "a source without SQL",
    file: "a.sql",
    content: "-- nothing\n ; ",
    code: "empty-file",
    words: /a\.sql is empty/,
  },
  {
    of: "two statements",
    file: "a.sql",
    content: "select 1;\nselect 2",
    code: "many-statements",
    words: /more than one statement/,
  },
  {
    of: "something that is no SELECT",
    file: "a.sql",
    content: "drop table events",
    code: "source-failed",
    words: /a\.sql, line 1 cannot be run/,
  },
  {
    of: "wrong SQL",
    file: "a.sql",
    content: "select 'a' as customer,\n  now() as at\nfrum nowhere",
    code: "source-failed",
    words: /a\.sql, line 3 cannot be run: Syntax error/,
  },
  {
    of: "an unknown column in SQL",
    file: "a.sql",
    content: "select nobody as customer, now() as at",
    code: "source-failed",
    words: /a\.sql cannot be run: .*nobody/,
  },
  {
    of: "a source without a time",
    file: "a.sql",
    content: "select 'a' as customer, 1 as n",
    code: "missing-column",
    words: /no column "at" \(only customer, n\)/,
  },
  {
    of: "a source that asks for a folder",
    file: "a.sql",
    content: "select {data:String} as customer, now() as at",
    code: "missing-data",
    words: /--data DIR/,
  },
  {
    of: "a source whose file is missing",
    file: "a.sql",
    content: "select x as customer, now() as at from file({data:String} || '/gone.csv', 'CSV', 'x String')",
    said: { data: "/nowhere" },
    code: "missing-file",
    words: /a\.sql reads .*gone\.csv, which is not there/,
  },
  {
    of: "a source that fails half-way",
    file: "a.sql",
    content: "select toString(throwIf(number = 300000)) as customer, now() as at from numbers(400000)",
    code: "source-failed",
    words: /a\.sql cannot be run/,
  },
];

test.each(faults)(
  "$of is refused in one sentence, and the ledger stays as it was",
  async ({ file, content, said, code, words }) => {
    await here.import(here.put("good.csv", GOOD));
    const before = await here.events();
    const bad = content === undefined ? join(here.folder, file ?? "") : here.put(file ?? "", content);
    const together = [here.put("other.csv", "customer,event,time\nzoe,visit,2024-02-02\n"), bad];
    const trouble: unknown = await here
      .import(said === undefined || said.data !== undefined ? together : bad, said)
      .catch((thrown: unknown) => thrown);
    expect(trouble).toMatchObject({ name: "KeptError", code, message: expect.stringMatching(words) });
    expect((trouble as Error).message).toMatch(/^[^\n]{20,700}\.$/);
    expect(await here.events()).toEqual(before);
    expect(await here.store.rows(sql`SHOW TABLES LIKE 'incoming%'`)).toEqual([]);
  },
);

test("a folder without sources is refused", async () => {
  here.put("sub/a.txt", "x");
  await expect(here.import(join(here.folder, "sub"))).rejects.toMatchObject({ code: "no-sources" });
});

test("quotes that only look torn are none", async () => {
  await here.import(
    here.put(
      "a.csv",
      'customer,event,time,note\na,x,2024-01-01,5" pipe\nb,x,2024-01-01,"two\nlines"\nc,x,2024-01-01,plain\n',
    ),
  );
  await here.import(
    here.put("b.csv", 'customer,event,time,note\nd,x,2024-01-01,5" pipe and ""\ne,x,2024-01-01,6" pipe'),
  );
  await here.import(
    here.put("c.csv", 'customer,event,time,note\nf,x,2024-01-01,7" pipe\ng,x,2024-01-01,"said ""so"""\n'),
  );
  expect((await here.events()).map(({ properties }) => properties["note"])).toEqual([
    '5" pipe',
    "two\nlines",
    "plain",
    '5" pipe and ""',
    '6" pipe',
    '7" pipe',
    'said "so"',
  ]);
});

test("a torn quote in the first of two files is told, and nothing of either is imported", async () => {
  const torn = here.put("torn.csv", 'customer,event,time,note\nanna,visit,2024-01-01,"torn\nben,visit,2024-01-01,\n');
  const good = here.put("good.csv", "customer,event,time,note\nben,visit,2024-01-01,x\n");
  await expect(here.import([torn, good])).rejects.toMatchObject({
    code: "torn-quote",
    message: expect.stringContaining("torn.csv"),
  });
  expect(await here.events()).toEqual([]);
});
