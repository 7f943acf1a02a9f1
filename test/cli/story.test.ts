import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import type { Report } from "../../src/gaps/gap.ts";
import { sql } from "../../src/sql/sql.ts";
import { openStore } from "../../src/storage/open.ts";
import type { Store } from "../../src/storage/store.ts";
import { engineEnd } from "../ledger.ts";
import { expectRefused, folderWith, kept, type Ran, remove } from "./kept.ts";

/** One demo for all tests of this file. While it is held open here, its engine serves every run of the program. */
let folder: string;
let demo: string;
let made: Ran;
let store: Store;
beforeAll(async () => {
  folder = folderWith();
  demo = join(folder, "kept-demo");
  made = await kept(folder, ["demo", "--customers", "200"]);
  store = await openStore({ home: join(demo, ".kept"), environment: { ...process.env, KEPT_ENGINE_LINGER: "0" } });
});
afterAll(async () => {
  await store?.close();
  await engineEnd(join(demo, ".kept"));
  remove(folder);
});

const run = (...args: string[]) => kept(demo, args);
const PROMISE = "washing-within-a-week";
const customersIn = async (table: "events" | "verdicts"): Promise<string[]> => {
  const from = table === "events" ? sql`events` : sql`verdicts`;
  const rows = await store.rows<{ key: string }>(
    sql`select distinct toString(customer_key) as key from ${from} order by key`,
  );
  return rows.map(({ key }) => key);
};

test("the demo ends with a report that tells the story", () => {
  expect(made).toMatchObject({ code: 0, err: "" });
  expect(made.out).toContain("200 customers");
  expect(made.out).toContain(join(demo, "report.html"));
  const page = readFileSync(join(demo, "report.html"), "utf8");
  expect(page).toContain("Laundry Direct");
  expect(page).toContain("Delivered, installed and washing within a week");
  expect(page).not.toMatch(/<(script|link|img)[^>]+(src|href)="https?:/);
});

test("a demo that is there is judged and not made again", async () => {
  const again = await kept(folder, ["demo", "--customers", "200"]);
  expect(again).toMatchObject({ code: 0, err: "" });
  expect(again.out).toContain("The demo is there already");
});

test("the report as JSON is one document and nothing else, also where a goal is missed and the program ends with 1", async () => {
  const { code, out, err } = await run("report", "--json", "--fail-below", "goal");
  expect(code).toBe(1);
  expect(err).toMatch(/^kept: kept too seldom: washing-within-a-week, [^\n]+\.\n$/);
  const report = JSON.parse(out) as Report;
  expect(report).toMatchObject({
    experience: "Laundry Direct",
    currency: "EUR",
    timezone: "Europe/Helsinki",
    customers: 200,
  });
  expect(report.promises).toHaveLength(14);
  for (const gap of report.promises) {
    expect(gap.kept + gap.late + gap.missed + gap.open + gap.excused).toBe(gap.asked);
    expect(gap.on_target + gap.off_target).toBeLessThanOrEqual(gap.asked);
  }
  expect(report.promises[0]).toMatchObject({ promise: PROMISE, goal: 0.9, delivered: { unit: "seconds" } });
});

test("the report for people has no colour and no bar where no terminal is, and the page stands where it is wanted", async () => {
  const terminal = { TERM: "xterm-256color", COLORTERM: "truecolor", FORCE_COLOR: "1" };
  const { code, out, err } = await kept(demo, ["report", "--html", "board.html", "--fail-below", "0%"], terminal);
  expect({ code, err }).toEqual({ code: 0, err: "" });
  expect(out).not.toContain("\u001b");
  expect(out).toContain(PROMISE);
  expect(out).toContain("Written: board.html");
  expect(readFileSync(join(demo, "board.html"), "utf8")).toMatch(/^<!doctype html>/i);
});

test("a promise in depth says the three numbers and who is behind the worst", async () => {
  const words = await run("promise", PROMISE);
  expect(words).toMatchObject({ code: 0, err: "" });
  expect(words.out).toContain("Delivered, installed and washing within a week");
  expect(words.out).toMatch(/The worst\n {2}c-\d{5}/);
  const { code, out } = await run("promise", PROMISE, "--json");
  expect(code).toBe(0);
  const shape = z.looseObject({
    promise: z.literal(PROMISE),
    asked: z.number(),
    worst: z.array(z.looseObject({ customer: z.string() })).min(1),
    expectation: z.looseObject({ felt: z.looseObject({ kind: z.enum(["revealed", "refusal"]) }) }),
  });
  expect(() => shape.parse(JSON.parse(out))).not.toThrow();
});

test("a promise is judged as of the end of the day that is named", async () => {
  const { code, out } = await run("report", "--json", "--as-of", "2026-03-01");
  expect(code).toBe(0);
  expect(JSON.parse(out)).toMatchObject({ as_of: "2026-03-01T21:59:59.999Z" });
});

test("of a moment that lies ahead it is said what that means", async () => {
  const { code, err } = await run("report", "--json", "--as-of", "2399-01-01");
  expect(code).toBe(0);
  expect(err).toBe("2399-01-01 lies ahead: what is open until then counts as broken, and nobody has bought since.\n");
});

test("a customer's story is told from why they bought to what they are owed", async () => {
  const words = await run("customer", "c-00001");
  expect(words).toMatchObject({ code: 0, err: "" });
  for (const part of ["c-00001", "What we owe them now", "Where we let them down", "Their story", "order.placed"])
    expect(words.out).toContain(part);
  const { code, out } = await run("customer", "c-00001", "--json");
  expect(code).toBe(0);
  expect(JSON.parse(out)).toMatchObject({ customer: "c-00001", story: expect.any(Array), owed: expect.any(Array) });
  expect(JSON.parse(out).outlook.customer).toBe("c-00001");
});

test("whom to help first is said with the reason, and as JSON", async () => {
  const words = await run("at-risk", "--limit", "3");
  expect(words).toMatchObject({ code: 0, err: "" });
  for (const part of ["Whom to help first", "Still to be saved", "Already let down", "How well this is known"])
    expect(words.out).toContain(part);
  expect(words.out).not.toMatch(/NaN|undefined|null/);
  const { code, out } = await run("at-risk", "--limit", "3", "--json");
  expect(code).toBe(0);
  const shortfall = z.looseObject({
    promise: z.string(),
    chance: z.number().min(0).max(1),
    part: z.number().nullable(),
  });
  const deficit = z.looseObject({
    customer: z.string(),
    deficit: z.number().nullable(),
    shortfalls: z.array(shortfall).min(1),
  });
  const shape = z.looseObject({
    customers: z.number().min(1),
    total: z.number().min(1),
    let_down: z.array(deficit).length(3),
    still_to_save: z.array(deficit),
    forecasts: z.array(z.looseObject({ promise: z.string(), open: z.number() })).min(1),
  });
  expect(() => shape.parse(JSON.parse(out))).not.toThrow();
  expectRefused(await run("at-risk", "--limit", "0"), /--limit takes a whole number/);
});

test("a promise is compiled to SQL with its parameters", async () => {
  const { code, out, err } = await run("compile", PROMISE);
  expect({ code, err }).toEqual({ code: 0, err: "" });
  expect(out).toMatch(/^SET param_p1 = .+;\n/);
  expect(out).toMatch(/SELECT[^;]+FROM[^;]+;\n$/);
});

test("the experience is checked, and what it would change in the ledger is said", async () => {
  const words = await run("check", "--plan");
  expect(words).toMatchObject({ code: 0, err: "" });
  expect(words.out).toMatch(/experience\.yaml: no faults, no warnings\.\nThe ledger needs no change\.\n$/);
  const { code, out } = await run("check", "--json", "--plan");
  expect(code).toBe(0);
  expect(JSON.parse(out)).toEqual({ diagnostics: [], changes: [] });
});

test("the doctor finds nothing wrong", async () => {
  const words = await run("doctor");
  expect(words).toMatchObject({ code: 0, err: "" });
  expect(words.out).toContain("Nothing is wrong.");
  const { code, out } = await run("doctor", "--json");
  expect(code).toBe(0);
  expect(JSON.parse(out)).toMatchObject({ ledger: { imports: 1, unfinished: 0 }, troubles: [] });
});

test("what is known of a person is handed over, and then forgotten, and nobody else is", async () => {
  const [events, verdicts] = [await customersIn("events"), await customersIn("verdicts")];
  const told = await run("export", "c-00007");
  expect(told).toMatchObject({ code: 0, err: "" });
  const lines = told.out
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as { kind: string; customer: string });
  expect(new Set(lines.map(({ kind }) => kind))).toEqual(new Set(["event", "verdict"]));
  expect(new Set(lines.map(({ customer }) => customer))).toEqual(new Set(["c-00007"]));

  const forgotten = await run("forget", "c-00007");
  expect(forgotten).toMatchObject({ code: 0, err: "" });
  expect(forgotten.out).toMatch(/^Erased c-00007: \d+ events, and all verdicts on them\.\n$/);
  const [row] = await store.rows<{ key: string }>(sql`select toString(cityHash64('c-00007')) as key`);
  expect(events).toContain(row?.key);
  expect(verdicts).toContain(row?.key);
  expect(await customersIn("events")).toEqual(events.filter((key) => key !== row?.key));
  expect(await customersIn("verdicts")).toEqual(verdicts.filter((key) => key !== row?.key));
  for (const command of ["customer", "export", "forget"])
    expect(await run(command, "c-00007")).toMatchObject({
      code: 1,
      err: "kept: the ledger knows nobody called c-00007.\n",
    });
});

test("the engine of a program that has ended is gone", async () => {
  rmSync(join(demo, "report.html"));
  await store.close();
  await engineEnd(join(demo, ".kept"));
  expect((await run("doctor")).code).toBe(0);
  await engineEnd(join(demo, ".kept"));
  expect(existsSync(join(demo, ".kept", "engine.json"))).toBe(false);
});
