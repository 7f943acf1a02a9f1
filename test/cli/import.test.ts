import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openStore } from "../../src/storage/open.ts";
import type { Store } from "../../src/storage/store.ts";
import { engineEnd } from "../ledger.ts";
import { expectRefused, folderWith, kept, remove } from "./kept.ts";

const EVENTS = `user_id,action,created_at,order_id
anna,order.placed,2026-03-02 18:20,1001
anna,order.delivered,2026-03-05 11:05,1001
ben,order.placed,2026-03-03 09:00,1002
ben,newsletter.opened,2026-03-04 07:00,
`;

let folder: string;
let store: Store;
beforeAll(async () => {
  folder = folderWith({ "events.csv": EVENTS });
  const environment = { ...process.env, KEPT_ENGINE_LINGER: "0" };
  store = await openStore({ home: join(folder, ".kept"), environment });
});
afterAll(async () => {
  await store?.close();
  await engineEnd(join(folder, ".kept"));
  remove(folder);
});
const run = (...args: string[]) => kept(folder, args);

test.each(["minimal", "webshop", "help-desk", "laundry"])(
  "the template %s is written, and has no fault",
  async (template) => {
    const file = join(folder, `${template}.yaml`);
    const written = await run("init", template, "--experience", file);
    expect(written).toMatchObject({ code: 0, err: "" });
    expect(await run("check", file)).toEqual({ code: 0, err: "", out: `${file}: no faults, no warnings.\n` });
  },
);

test("a file that is there is overwritten by force only", async () => {
  const file = join(folder, "mine.yaml");
  writeFileSync(file, "mine");
  expectRefused(await run("init", "--experience", file), /mine\.yaml is there already.*--force/);
  expect(readFileSync(file, "utf8")).toBe("mine");
  expect(await run("init", "--experience", file, "--force")).toMatchObject({ code: 0, err: "" });
  expect(readFileSync(file, "utf8")).toContain("kept: 1");
});

test("a CSV is imported with columns that are guessed and shown, and a second time nothing is added", async () => {
  expect(await run("init")).toMatchObject({ code: 0 });
  const first = await run("import", "events.csv");
  expect(first).toEqual({
    code: 0,
    err: "",
    out: [
      'events.csv: customer from "user_id", event from "action", time from "created_at".',
      "4 events added.",
      "Kept, but not in the experience file: newsletter.opened (1).",
      "",
    ].join("\n"),
  });
  const second = await run("import", "events.csv", "--json");
  expect(second).toMatchObject({ code: 0, err: "" });
  expect(JSON.parse(second.out)).toMatchObject({ events: 0, duplicates: 4, rejected: 0, unknownEvents: [] });
  const report = await run("report", "--json", "--as-of", "2026-03-31");
  expect(JSON.parse(report.out)).toMatchObject({
    events: 4,
    customers: 2,
    promises: [{ asked: 2, kept: 1, missed: 1 }, {}],
  });
});

test("rows that can be no events are counted and put aside, or are an error with --strict", async () => {
  writeFileSync(
    join(folder, "bad.csv"),
    "customer,event,time\ncleo,order.placed,2026-03-05 10:00\ndan,order.placed,soon\n",
  );
  const strict = await run("import", "bad.csv", "--strict");
  expectRefused(strict, /bad\.csv/);
  expect(await run("customer", "cleo")).toMatchObject({ code: 1, out: "" });
  const lenient = await run("import", "bad.csv");
  expect(lenient).toMatchObject({ code: 0, err: "" });
  expect(lenient.out).toContain("1 event added.\n1 row could not be events: see bad.csv.rejects.jsonl.\n");
  expect(readFileSync(join(folder, "bad.csv.rejects.jsonl"), "utf8")).toMatch(/^\{[^\n]*soon[^\n]*\}\n$/);
});

test("events are kept before anybody has said what was promised", async () => {
  const elsewhere = folderWith({ "events.csv": EVENTS });
  const { code, out, err } = await kept(elsewhere, ["import", "events.csv", "--json"]);
  expect(code).toBe(0);
  expect(err).toMatch(/^There is no experience\.yaml here: [^\n]+\n$/);
  expect(JSON.parse(out)).toMatchObject({ events: 4, rejected: 0 });
  expect(existsSync(join(elsewhere, ".kept"))).toBe(true);
  await engineEnd(join(elsewhere, ".kept"));
  remove(elsewhere);
});

test("KEPT_HOME names the ledger where --home does not", async () => {
  const { code, out } = await kept(tmpdir(), ["doctor", "--json"], { KEPT_HOME: join(folder, ".kept") });
  expect(code).toBe(0);
  expect(JSON.parse(out)).toMatchObject({ home: join(folder, ".kept"), homeExists: true });
});
