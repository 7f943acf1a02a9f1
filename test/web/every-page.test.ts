import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { Browser, BrowserContext } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { buildServer } from "../../src/server/build.ts";
import { packageRoot } from "../../src/storage/package.ts";
import { openBrowser } from "../chromium.ts";
import { type DemoServer, openDemoServer } from "./demo-server.ts";
import { type Address, everyAddress } from "./every-address.ts";
import { axeFinds, complaintsOf, settled, show } from "./look.ts";

let server: DemoServer;
let browser: Browser;
let addresses: readonly Address[];
beforeAll(async () => {
  [server, { browser }] = await Promise.all([openDemoServer(150), openBrowser()]);
  addresses = await everyAddress(server);
});
afterAll(async () => {
  await browser?.close();
  await server?.dispose();
});

/** Sums how far what was there already jumps, as the browser counts it, from before the first thing is drawn. */
const COUNT_SHIFTS = `window.shifted = 0; new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shifted += entry.value;
}).observe({ type: "layout-shift", buffered: true });`;

async function lookAt(context: BrowserContext, { path }: Address, width: number): Promise<readonly string[]> {
  const page = await context.newPage();
  const said = complaintsOf(page);
  await page.addInitScript(COUNT_SHIFTS);
  await show(page, path);
  const found = (await axeFinds(page)).map((one) => `axe: ${one}`);
  const wide = await page.evaluate("document.documentElement.scrollWidth");
  const shifted = Number(await page.evaluate("window.shifted"));
  // A page that does not exist is one that the browser complains of by itself.
  const console = said.filter((one) => !/status of 404/.test(one)).map((one) => `console: ${one}`);
  await page.close();
  return [
    ...found,
    ...console,
    ...(wide === width ? [] : [`is ${wide} wide`]),
    ...(shifted < 0.02 ? [] : [`jumps by ${shifted.toFixed(3)}`]),
  ];
}

async function lookAtAll(context: BrowserContext, which: readonly Address[], width: number) {
  const found: string[] = [];
  for (const address of which)
    for (const one of await lookAt(context, address, width)) found.push(`${address.name}: ${one}`);
  await context.close();
  return found;
}

const looks = [
  { colorScheme: "light", width: 1280 },
  { colorScheme: "dark", width: 360 },
] as const;

test.each(looks)(
  "nothing is wrong with any page, $colorScheme, $width wide",
  async ({ colorScheme, width }) => {
    const options = { colorScheme, viewport: { width, height: 800 } };
    const outside = await browser.newContext({ baseURL: server.address, ...options });
    const inside = await server.signedIn(browser, "owner", options);
    const found = [
      ...(await lookAtAll(
        outside,
        addresses.filter(({ open }) => open),
        width,
      )),
      ...(await lookAtAll(
        inside,
        addresses.filter(({ open }) => !open),
        width,
      )),
    ];
    expect(found).toEqual([]);
  },
  900_000,
);

test("who may not see customers is not offered them, and told so where they come all the same", async () => {
  const context = await server.signedIn(browser, "viewer");
  const page = await context.newPage();
  await show(page, "/");
  const nav = page.getByRole("navigation");
  expect(await nav.getByRole("link", { name: "Customers" }).count()).toBe(0);
  expect(await nav.getByRole("link", { name: "Journeys" }).count()).toBe(1);
  const customer = addresses.find(({ name }) => name === "customer")?.path ?? "";
  for (const path of ["/customers", customer, "/people"]) {
    await show(page, path);
    await page.getByText("This is not open to you").waitFor();
    expect(await axeFinds(page)).toEqual([]);
  }
  await page.getByRole("link", { name: "Go to the gaps" }).click();
  await page.waitForURL(`${server.address}/`);
  await context.close();
});

test("every page is reached by keyboard alone", async () => {
  const context = await server.signedIn(browser, "owner");
  const page = await context.newPage();
  await show(page, "/");
  for (const [words, path] of [
    ["Journeys", "/journeys"],
    ["Customers", "/customers"],
    ["To mend", "/mend"],
    ["Set-up", "/set-up"],
    ["machine-at-home", "/journeys/machine-at-home"],
    ["Delivered, installed and washing", "/promises/washing-within-a-week"],
    ["Gaps", "/"],
  ] as const) {
    await page.keyboard.press("Control+k");
    await page.getByPlaceholder("Go anywhere").waitFor();
    await page.keyboard.type(words);
    await page.getByRole("button", { name: words }).first().waitFor();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.waitForURL((url) => url.pathname === path);
    await page.getByPlaceholder("Go anywhere").waitFor({ state: "hidden" });
    await settled(page);
  }
  await context.close();
});

test("an address that leads nowhere says so and shows the way back", async () => {
  const context = await server.signedIn(browser, "owner");
  const page = await context.newPage();
  for (const path of ["/nowhere", "/journeys/none", "/promises/none", "/customers/nobody-by-this-name"]) {
    await show(page, path);
    await page.getByRole("link", { name: "Go to the gaps" }).first().waitFor();
  }
  await context.close();
});

test("a slow server is waited for with the room kept, and a failing one is said and asked again", async () => {
  const context = await server.signedIn(browser, "owner");
  const page = await context.newPage();
  let answer: () => void = () => {};
  const held = new Promise<void>((resolve) => {
    answer = resolve;
  });
  await page.route("**/api/journeys", async (route) => {
    await held;
    await route.continue();
  });
  await page.goto("/journeys");
  await page.getByRole("status").filter({ hasText: "Loading" }).waitFor();
  answer();
  await page.getByRole("heading", { name: "machine-at-home" }).waitFor();
  let fails = true;
  await page.unroute("**/api/journeys");
  await page.route("**/api/journeys", (route) =>
    fails
      ? route.fulfill({ status: 400, json: { code: "x", detail: "This is what the server says." } })
      : route.continue(),
  );
  await page.goto("/journeys");
  await page.getByText("This is what the server says.").waitFor();
  fails = false;
  await page.getByRole("button", { name: "Try again" }).click();
  await page.getByRole("heading", { name: "machine-at-home" }).waitFor();
  await context.close();
});

test("when the server goes away the page says so, keeps what it shows, and goes on when it is back", async () => {
  const context = await server.signedIn(browser, "owner");
  const page = await context.newPage();
  await show(page, "/journeys");
  await page.getByRole("status", { name: "Live" }).waitFor();
  await server.app.close();
  await page.getByRole("status", { name: "No connection; trying again" }).waitFor();
  expect(await page.getByRole("heading", { name: "machine-at-home" }).isVisible()).toBe(true);
  const { house, config } = server.rooms;
  const again = await buildServer(house, config);
  await again.app.listen({ port: Number(new URL(server.address).port), host: "127.0.0.1" });
  try {
    await page.getByRole("status", { name: "Live" }).waitFor();
    await page.getByRole("link", { name: "replacement" }).click();
    await page.getByRole("heading", { name: "Step by step" }).waitFor();
  } finally {
    await context.close();
    await again.app.close();
  }
});

/** What the browser loads before it shows a page: the script of index.html, all that it imports, and the page's own. */
function scriptBytes(page: string): number {
  const folder = join(packageRoot, "dist", "web");
  const index = readFileSync(join(folder, "index.html"), "utf8");
  const entries = [...index.matchAll(/(?:src|href)="\/(assets\/[^"]+\.js)"/g)].map(([, path]) => path ?? "");
  const main = entries[0] ?? "";
  const text = readFileSync(join(folder, main), "utf8");
  const own = new RegExp(`${page}-[\\w-]+\\.js`).exec(text)?.[0];
  if (own === undefined) throw new Error(`no chunk of the page ${page}`);
  const seen = new Set<string>();
  const visit = (path: string): void => {
    if (seen.has(path)) return;
    seen.add(path);
    const from = readFileSync(join(folder, path), "utf8");
    for (const [, name] of from.matchAll(/(?:from|import)\s*"\.\/([^"]+\.js)"/g)) visit(`assets/${name}`);
  };
  for (const path of [...entries, `assets/${own}`]) visit(path);
  return [...seen].reduce((sum, path) => sum + gzipSync(readFileSync(join(folder, path))).length, 0);
}

test("the first load of a page is under 400 KB of compressed script", () => {
  const pages = [
    "gaps-page",
    "promise-page",
    "journeys-page",
    "customer-page",
    "mend-page",
    "set-up-page",
    "sign-in-page",
  ];
  for (const page of pages)
    expect([page, scriptBytes(page)].join(" "), page).toSatisfy(() => scriptBytes(page) < 400_000);
  expect(readdirSync(join(packageRoot, "dist", "web", "assets")).length).toBeGreaterThan(pages.length);
});
