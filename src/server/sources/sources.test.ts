import { existsSync, readdirSync, statSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { until } from "../../../test/ledger.ts";
import { openTestServer, type TestServer } from "../../../test/server.ts";
import { sql } from "../../sql/sql.ts";

let server: TestServer;
let editor: Readonly<Record<string, string>>;
beforeAll(async () => {
  server = await openTestServer({ KEPT_UPLOAD_MEGABYTES: "1" });
  editor = await server.token("editor");
});
afterAll(() => server.dispose());

const CSV = "who,what,when,total\na,paid,2026-01-02,12\nb,paid,2026-01-03,3\n,paid,2026-01-03,1\nc,paid,soon,9\n";

const ask = async (method: "GET" | "POST", url: string, payload?: object, headers = editor) => {
  const answer = await server.app.inject({ method, url, headers, ...(payload === undefined ? {} : { payload }) });
  return { status: answer.statusCode, body: answer.json() };
};
const handIn = async (name: string, content: string | Buffer) => {
  const headers = { ...editor, "content-type": "application/octet-stream" };
  const url = `/api/sources/files?name=${encodeURIComponent(name)}`;
  const answer = await server.app.inject({ method: "POST", url, headers, payload: content });
  return { status: answer.statusCode, body: answer.json() };
};
const ended = async (id: string) => {
  const look = async () => (await ask("GET", `/api/sources/imports/${id}`)).body;
  await until(async () => (await look()).state !== "running");
  return look();
};
const MAPPING = { customer: "who", name: "what", at: "when" };

test("a file is handed in, looked at, put right and imported, and its rejects are told", async () => {
  const { body: upload } = await handIn("orders.csv", CSV);
  expect(upload).toMatchObject({ name: "orders.csv", bytes: CSV.length });
  const { body: first } = await ask("POST", "/api/sources/look", { file: upload.file });
  expect(first).toMatchObject({ format: "CSV", missing: expect.arrayContaining(["customer"]), rows: [] });
  const { body: look } = await ask("POST", "/api/sources/look", { file: upload.file, ...MAPPING });
  expect(look).toMatchObject({ missing: [], found: { customer: "who" }, timezone: "UTC" });
  expect(look.rows.map(({ reason }: { reason: string }) => reason)).toEqual(["", "", "no customer", "not a time"]);

  const begun = await ask("POST", "/api/sources/import", { file: upload.file, ...MAPPING });
  expect(begun.body).toMatchObject({ id: upload.file, name: "orders.csv", by: "test" });
  expect(await ended(upload.file)).toMatchObject({ state: "done", result: { events: 2, duplicates: 0, rejected: 2 } });
  const { rejects } = (await ask("GET", `/api/sources/imports/${upload.file}/rejects`)).body;
  expect(rejects).toMatchObject([
    { place: 4, reason: "no customer", row: '{"total":"1","what":"paid","when":"2026-01-03"}' },
    { place: 5, reason: "not a time" },
  ]);
  const csv = await server.app.inject({
    url: `/api/sources/imports/${upload.file}/rejects?format=csv`,
    headers: editor,
  });
  expect(csv.headers["content-disposition"]).toContain("orders.csv.rejects.csv");
  expect(csv.body).toContain("4,no customer,");
  expect(readdirSync(join(server.home, "uploads", upload.file))).toEqual(["rejects.jsonl"]);
  const again = await ask("POST", "/api/sources/import", { file: upload.file, ...MAPPING });
  expect(again.body.code).toBe("file-gone");
});

test("importing the same again changes nothing, also packed", async () => {
  const { body: upload } = await handIn("orders.csv.gz", gzipSync(CSV));
  await ask("POST", "/api/sources/import", { file: upload.file, ...MAPPING });
  expect(await ended(upload.file)).toMatchObject({ state: "done", result: { events: 0, duplicates: 2, rejected: 2 } });
  const [row] = await server.rooms.house.store.rows<{ n: string }>(sql`SELECT toString(count()) AS n FROM events`);
  expect(row?.n).toBe("2");
  const { imports } = (await ask("GET", "/api/sources/imports")).body;
  expect(imports.map(({ name }: { name: string }) => name)).toEqual(["orders.csv.gz", "orders.csv"]);
  const page = (await ask("GET", "/api/sources/imports?limit=1")).body;
  const next = (await ask("GET", `/api/sources/imports?limit=1&after=${page.next}`)).body;
  expect(next.imports).toMatchObject([{ name: "orders.csv" }]);
});

test("what cannot be imported says why in words without paths, and can be put right", async () => {
  const { body: unknown } = await handIn("letter.docx", "x");
  const look = await ask("POST", "/api/sources/look", { file: unknown.file });
  expect([look.status, look.body.code]).toEqual([422, "unknown-format"]);
  expect(look.body.detail).toMatch(/^letter\.docx is of no kind/);
  const { body: upload } = await handIn("days.csv", "customer,event,time\na,paid,03/04/2026\n");
  const unclear = (await ask("POST", "/api/sources/look", { file: upload.file })).body;
  expect(unclear.trouble).toMatchObject({ code: "unclear-dates" });
  expect(unclear.trouble.words).not.toMatch(/--|\/tmp/);
  await ask("POST", "/api/sources/import", { file: upload.file });
  const failed = await ended(upload.file);
  expect(failed).toMatchObject({ state: "failed", code: "unclear-dates" });
  expect(failed.words).not.toMatch(/--|\/tmp/);
  await ask("POST", "/api/sources/import", { file: upload.file, dates: "day-first" });
  expect(await ended(upload.file)).toMatchObject({ state: "done", words: null, result: { events: 1 } });
});

test("a file that only waits is no import, and signs that end lines elsewhere tear no row", async () => {
  const { body: upload } = await handIn("odd.csv", 'customer,event,time\n,"a\u2028b",2026-01-02\n');
  expect((await ask("GET", `/api/sources/imports/${upload.file}`)).status).toBe(404);
  await ask("POST", "/api/sources/import", { file: upload.file });
  expect(await ended(upload.file)).toMatchObject({ state: "done", result: { rejected: 1 } });
  const { rejects } = (await ask("GET", `/api/sources/imports/${upload.file}/rejects`)).body;
  expect(JSON.parse(rejects[0].row)).toMatchObject({ event: "a\u2028b" });
});

test("who is erased goes from rejected rows, too, and files that wait go", async () => {
  const file =
    '{"customer":12345678901234567890,"event":"paid","time":"soon"}\n{"customer":"eve","event":"paid","time":"soon"}\n';
  const { body: waiting } = await handIn("waiting.csv", CSV);
  const { body: upload } = await handIn("who.jsonl", file);
  await ask("POST", "/api/sources/import", { file: upload.file });
  expect(await ended(upload.file)).toMatchObject({ result: { rejected: 2 } });
  const folder = join(server.home, "uploads", upload.file);
  const since = new Date("2026-01-01T00:00:00Z");
  utimesSync(folder, since, since);
  const owner = await server.token("owner");
  const erase = (id: string) => server.app.inject({ method: "DELETE", url: `/api/customers/${id}`, headers: owner });
  expect((await erase("12345678901234567890")).json()).toMatchObject({ events: 0, derived: 1 });
  const { rejects } = (await ask("GET", `/api/sources/imports/${upload.file}/rejects`)).body;
  expect(rejects).toMatchObject([{ place: 2, row: expect.stringContaining("eve") }]);
  expect(statSync(folder).mtime).toEqual(since);
  expect((await ask("POST", "/api/sources/look", { file: waiting.file })).body.code).toBe("file-gone");
  expect((await erase("nobody-at-all")).statusCode).toBe(404);
});

test("what is too large is refused and leaves nothing behind", async () => {
  const before = readdirSync(join(server.home, "uploads"));
  const answer = await handIn("big.csv", "x".repeat(1024 * 1024 + 1));
  expect([answer.status, answer.body.code]).toEqual([413, "too-large"]);
  expect(readdirSync(join(server.home, "uploads"))).toEqual(before);
});

test.each(["../../evil.csv", "..\\evil.csv", "/etc/evil.csv"])("the name %s leads nowhere else", async (name) => {
  const { body } = await handIn(name, CSV);
  expect(body.name).toBe("evil.csv");
  expect(existsSync(join(server.home, "uploads", body.file, "evil.csv"))).toBe(true);
});

test.each(["..", ".hidden.csv", "a\nb.csv", "x".repeat(250)])("the name %j is refused", async (name) => {
  expect((await handIn(name, CSV)).status).toBe(400);
});

test("who may not send events hands nothing in, and an import that is not there is none", async () => {
  const viewer = await server.token("viewer");
  expect((await ask("GET", "/api/sources/imports", undefined, viewer)).status).toBe(403);
  const sender = await server.token("editor", ["events:write"]);
  expect((await ask("GET", "/api/sources/imports/nothing/rejects", undefined, sender)).status).toBe(403);
  expect((await ask("GET", "/api/sources/imports/nothing")).status).toBe(404);
  expect((await ask("POST", "/api/sources/imports/nothing/stop")).status).toBe(404);
  expect((await ask("POST", "/api/sources/look", { file: "nothing" })).status).toBe(404);
});
