import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import axe from "axe-core";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openBrowser } from "../../test/chromium.ts";
import { SAMPLE_COSTS, SAMPLE_DRIVERS } from "../../test/sample-costs.ts";
import { expectationOf, turnsAt } from "../../test/sample-expectations.ts";
import { SAMPLE } from "../../test/sample-report.ts";
import { SAMPLE_AT_RISK, SAMPLE_DEFICITS, SAMPLE_EQUITY, SAMPLE_EXCHANGES } from "../../test/sample-value.ts";
import { reportHtml } from "./html.ts";

let browser: Browser;
let folder: string;
let address: string;

beforeAll(async () => {
  const opened = await openBrowser();
  browser = opened.browser;
  console.log(`the report is looked at with ${opened.taken}`);
  folder = await mkdtemp(join(tmpdir(), "kept-report-"));
  const expectations = SAMPLE.promises.map(({ promise }) => expectationOf(promise, turnsAt(20)));
  address = await write("report", reportHtml(SAMPLE, { expectations }));
});

afterAll(async () => {
  await browser?.close();
  await rm(folder, { recursive: true, force: true });
});

async function write(name: string, page: string): Promise<string> {
  const path = join(folder, `${name}.html`);
  await writeFile(path, page);
  return pathToFileURL(path).href;
}

async function open(options: BrowserContextOptions, where = address): Promise<Page> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  await page.goto(where);
  return page;
}

/** What axe finds, each as the rule and the places. */
async function found(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  // The text runs in the page, whose names the compiler does not know.
  const answer: { id: string; nodes: { target: unknown }[] }[] = await page.evaluate(
    "axe.run().then((all) => all.violations)",
  );
  return answer.map(({ id, nodes }) => `${id}: ${nodes.map((node) => JSON.stringify(node.target)).join(" ")}`);
}

function openAll(page: Page): Promise<void> {
  return page.evaluate('for (const each of document.querySelectorAll("details")) each.open = true');
}

test.each([
  ["light", 360],
  ["light", 1280],
  ["dark", 360],
  ["dark", 1280],
] as const)("axe finds nothing in the %s at %i pixels, closed or open", async (colorScheme, width) => {
  const page = await open({ colorScheme, viewport: { width, height: 800 } });
  expect(await found(page)).toEqual([]);
  await openAll(page);
  expect(await found(page)).toEqual([]);
  await page.context().close();
});

test.each([360, 1280])("axe finds nothing in what broken promises cost, at %i pixels", async (width) => {
  const where = await write("costs", reportHtml(SAMPLE, { costs: SAMPLE_COSTS, drivers: SAMPLE_DRIVERS }));
  const page = await open({ viewport: { width, height: 800 } }, where);
  await openAll(page);
  expect(await found(page)).toEqual([]);
  expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(width);
  expect(await page.getByRole("heading", { name: "What a broken one costs" }).count()).toBe(SAMPLE_COSTS.length);
  expect(await page.locator("b:text-is('Oulu')").count()).toBe(0);
  await page.context().close();
});

test.each([
  ["light", 360],
  ["dark", 1280],
] as const)(
  "axe finds nothing in what customers are worth and what is likely to break, in the %s at %i pixels",
  async (colorScheme, width) => {
    const more = {
      equity: SAMPLE_EQUITY,
      at_risk: SAMPLE_AT_RISK,
      exchanges: SAMPLE_EXCHANGES,
      deficits: SAMPLE_DEFICITS,
    };
    const where = await write("value", reportHtml(SAMPLE, more));
    const page = await open({ colorScheme, viewport: { width, height: 800 } }, where);
    expect(await found(page)).toEqual([]);
    await openAll(page);
    expect(await found(page)).toEqual([]);
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(width);
    for (const name of ["What customers are worth", "What is likely to break"])
      expect(await page.getByRole("heading", { name }).count()).toBe(1);
    await page.context().close();
  },
);

test("axe finds nothing on paper", async () => {
  const page = await open({ viewport: { width: 794, height: 1123 } });
  await page.emulateMedia({ media: "print" });
  expect(await found(page)).toEqual([]);
  await page.context().close();
});

test("axe finds nothing when there is nothing to show, or names try to be markup", async () => {
  const nothing = {
    promises: [],
    by_team: [],
    by_touchpoint: [],
    journeys: [],
    unknown_events: [],
    first_event: null,
    last_event: null,
  };
  const evil = JSON.parse(JSON.stringify(SAMPLE).replaceAll('"says":"', '"says":"<img src=x onerror=alert(1)>'));
  for (const [name, report] of [
    ["nothing", { ...SAMPLE, ...nothing }],
    ["evil", evil],
  ] as const) {
    const page = await open({ viewport: { width: 1280, height: 800 } }, await write(name, reportHtml(report)));
    expect(await found(page)).toEqual([]);
    expect(await page.locator("img").count()).toBe(0);
    await page.context().close();
  }
});

test("is never wider than a narrow screen, whatever the names", async () => {
  const long = JSON.stringify(SAMPLE).replace(
    /"(says|from|to|event|team|promise|journey|touchpoint|name|in)":"/g,
    `"$1":"${"long".repeat(30)}`,
  );
  for (const where of [address, await write("long", reportHtml(JSON.parse(long)))]) {
    const page = await open({ viewport: { width: 360, height: 800 } }, where);
    await openAll(page);
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(360);
    await page.context().close();
  }
});

test("can be read without a script, and on paper everything is open", async () => {
  const page = await open({ javaScriptEnabled: false, viewport: { width: 794, height: 1123 } });
  expect(await page.locator("h1").innerText()).toBe(SAMPLE.experience);
  expect(await page.locator("#theme").isVisible()).toBe(false);
  const table = page.locator("details table").first();
  expect(await table.isVisible()).toBe(false);
  await page.emulateMedia({ media: "print" });
  expect(await table.isVisible()).toBe(true);
  await page.context().close();
});

test("changes its colours by a button", async () => {
  const page = await open({ colorScheme: "light" });
  const paper = () => page.evaluate("getComputedStyle(document.body).backgroundColor");
  const light = await paper();
  await page.getByRole("button", { name: "Change to dark colours" }).click();
  expect(await paper()).not.toBe(light);
  await page.getByRole("button", { name: "Change to light colours" }).click();
  expect(await paper()).toBe(light);
  await page.context().close();
});

test("asks the network for nothing and complains of nothing", async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  const asked: string[] = [];
  const said: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  page.on("console", (message) => said.push(message.text()));
  page.on("pageerror", (error) => said.push(error.message));
  await page.goto(address);
  expect([asked, said]).toEqual([[address], []]);
  await context.close();
});
