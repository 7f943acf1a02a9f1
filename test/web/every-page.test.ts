import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { LIGHT } from "../../src/report/page/colours.ts";
import { buildServer } from "../../src/server/build.ts";
import { packageRoot } from "../../src/storage/package.ts";
import { type Address, everyAddress, FRAMED } from "./every-address.ts";
import { axeFinds, complaintsOf, show } from "./look.ts";
import { openedWeb } from "./opened-web.ts";

const web = openedWeb(150, FRAMED);
let addresses: readonly Address[];
beforeAll(async () => {
  addresses = await everyAddress(web.server);
});

/** Sums how far what was there already jumps, as the browser counts it, from before the first thing is drawn. */
const COUNT_SHIFTS = `window.shifted = 0; new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shifted += entry.value;
}).observe({ type: "layout-shift", buffered: true });`;

const widthOf = (page: Page): Promise<number> => page.evaluate("document.documentElement.scrollWidth");

async function lookAt(page: Page, { name, path }: Address, said: readonly string[], width: number) {
  const before = said.length;
  await show(page, path);
  const found = (await axeFinds(page)).map((one) => `axe: ${one}`);
  const wide = await widthOf(page);
  if (wide !== width) found.push(`is ${wide} wide`);
  const shifted = Number(await page.evaluate("window.shifted"));
  if (shifted >= 0.02) found.push(`jumps by ${shifted.toFixed(3)}`);
  // A page that does not exist is one that the browser complains of by itself.
  const complaints = said.slice(before).filter((one) => !/status of 40[34]/.test(one));
  return [...found, ...complaints.map((one) => `console: ${one}`)].map((one) => `${name}: ${one}`);
}

test.each([
  { colorScheme: "light", width: 1280 },
  { colorScheme: "dark", width: 360 },
] as const)(
  "nothing is wrong with any page, $colorScheme, $width wide",
  async ({ colorScheme, width }) => {
    const options = { colorScheme, viewport: { width, height: 800 } };
    const inside = await web.page("owner", options);
    const outside = await web.browser.newPage({ baseURL: web.server.address, ...options });
    const found: string[] = [];
    for (const page of [inside, outside]) {
      await page.addInitScript(COUNT_SHIFTS);
      const said = complaintsOf(page);
      for (const address of addresses.filter(({ open = false }) => open === (page === outside)))
        found.push(...(await lookAt(page, address, said, width)));
      await page.close();
    }
    expect(found).toEqual([]);
  },
  600_000,
);

test("who may not see customers is not offered them, and told so where they come all the same", async () => {
  const page = await web.page("viewer");
  await show(page, "/");
  const nav = page.getByRole("navigation");
  expect(await nav.getByRole("link", { name: "Customers" }).count()).toBe(0);
  expect(await nav.getByRole("link", { name: "Journeys" }).count()).toBe(1);
  const customer = addresses.find(({ name }) => name === "customer")?.path ?? "";
  for (const path of ["/customers", customer, "/people"]) {
    await show(page, path);
    await page.getByText("This is not open to you").waitFor();
  }
  expect(await axeFinds(page)).toEqual([]);
  await page.getByRole("link", { name: "Go to the gaps" }).click();
  await page.waitForURL(`${web.server.address}/`);
});

test("every page is reached by keyboard alone, from wherever one is, and has a title of its own", async () => {
  const page = await web.page("owner");
  await show(page, "/");
  const customer = addresses.find(({ name }) => name === "customer")?.path ?? "";
  const id = decodeURIComponent(customer.replace("/customers/", ""));
  for (const [words, path, head, title] of [
    ["Journeys", "/journeys", "Journeys", "Journeys · Kept"],
    ["Customers", "/customers", "Customers", "Customers · Kept"],
    ["To mend", "/mend", "To mend", "To mend · Kept"],
    ["Set-up", "/set-up", "Set-up", "Set-up · Kept"],
    ["machine-at-home", "/journeys/machine-at-home", "machine-at-home", "machine-at-home · Journeys · Kept"],
    ["Delivered, i", "/promises/washing-within-a-week", "Delivered, i", "washing-within-a-week · Gaps · Kept"],
    // Found by the server, after one has typed.
    [id, customer, id, `${id} · Customers · Kept`],
    ["Gaps", "/", "Laundry Direct", "Gaps · Kept"],
  ] as const) {
    await page.keyboard.press("Control+k");
    await page.locator("[placeholder='Go anywhere']:focus").waitFor();
    await page.keyboard.type(words);
    await page.getByRole("button", { name: words }).first().waitFor();
    await page.keyboard.press("Enter");
    await page.waitForURL((url) => url.pathname === path);
    await page.getByPlaceholder("Go anywhere").waitFor({ state: "hidden" });
    await page.getByRole("heading", { level: 1, name: head }).waitFor();
    expect(await page.title()).toBe(title);
  }
});

test("who was found by what one typed before is not offered for what one types now", async () => {
  const page = await web.page("owner");
  await show(page, "/");
  const id = decodeURIComponent(
    (addresses.find(({ name }) => name === "customer")?.path ?? "").replace("/customers/", ""),
  );
  const type = async (words: string) => {
    await page.keyboard.press("Control+k");
    await page.locator("[placeholder='Go anywhere']:focus").waitFor();
    await page.keyboard.type(words);
  };
  await type(id);
  await page.getByRole("button", { name: id }).first().waitFor();
  await page.keyboard.press("Escape");
  await page.getByPlaceholder("Go anywhere").waitFor({ state: "hidden" });
  let answer = () => {};
  const held = new Promise<void>((resolve) => {
    answer = resolve;
  });
  await page.route("**/api/search?*", async (route) => {
    await held;
    await route.continue();
  });
  const asked = page.waitForRequest("**/api/search?*");
  await type("Delivered, i");
  await asked;
  const first = page.getByRole("dialog").locator("[data-action]").first();
  expect(await first.innerText()).toContain("Delivered, i");
  answer();
});

test("an address that leads nowhere says so and shows the way back", async () => {
  const page = await web.page("owner");
  for (const [path, way] of [
    ["/nowhere", "Go to the gaps"],
    ["/journeys/none", "Go to the gaps"],
    ["/promises/none", "Go to the gaps"],
    ["/customers/nobody-by-this-name", "All customers"],
  ] as const) {
    await show(page, path);
    await page.getByRole("heading", { name: /There is no such page|Nobody is known by this id/ }).waitFor();
    await page.getByRole("link", { name: way }).waitFor();
    expect(await page.getByRole("button", { name: "Try again" }).count()).toBe(0);
  }
});

/** Whatever is cut off or has to be scrolled for, by the names of its classes. */
const CUT = `[...document.querySelectorAll("main *:not(svg, svg *)")].filter((one) => {
  const { overflowX, overflowY } = getComputedStyle(one);
  const isWide = overflowX !== "visible" && one.scrollWidth > one.clientWidth + 1;
  const isHigh = overflowY !== "visible" && one.scrollHeight > one.clientHeight + 1;
  return one.clientWidth > 1 && (isWide || isHigh);
}).map((one) => one.className)`;
/** A4 less its margins. */
const PAPER = 718;

test("paper has the page alone, whole, in light colours, and says what was filtered", async () => {
  const options = { colorScheme: "dark", viewport: { width: PAPER, height: 1000 } } as const;
  const page = await web.page("owner", options);
  const names = ["gaps", "promise", "journey", "customer", "mend"];
  for (const { name, path } of addresses.filter((one) => names.includes(one.name))) {
    await page.emulateMedia({ media: "screen" });
    await show(page, path);
    await page.emulateMedia({ media: "print" });
    // Charts take the width of the paper a moment later.
    await expect.poll(async () => [name, await widthOf(page), await page.evaluate(CUT)]).toEqual([name, PAPER, []]);
    for (const part of ["navigation", "banner"] as const)
      expect(await page.getByRole(part).filter({ visible: true }).count()).toBe(0);
    expect(await page.locator(".mantine-Button-root").filter({ visible: true }).count()).toBe(0);
  }
  await page.emulateMedia({ media: "screen" });
  await show(page, "/?occasion=gift");
  const text = `getComputedStyle(document.body).getPropertyValue("--ink")`;
  const onScreen = await page.evaluate(text);
  await page.evaluate(`addEventListener("beforeprint", () => { window.printed = ${text}; })`);
  expect((await page.pdf()).subarray(0, 5).toString()).toBe("%PDF-");
  expect(await page.evaluate("window.printed")).toBe(LIGHT.ink);
  expect(await page.evaluate(text)).toBe(onScreen);
  await page.emulateMedia({ media: "print" });
  expect(await page.getByText("Occasion: gift").isVisible()).toBe(true);
});

test("a slow server is waited for with the room kept, and a failing one is said and asked again", async () => {
  const page = await web.page("owner");
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
});

test("when the server goes away the page says so, keeps what it shows, and goes on when it is back", async () => {
  const page = await web.page("owner");
  await show(page, "/journeys");
  await page.getByRole("status", { name: "Live" }).waitFor();
  await web.server.app.close();
  await page.getByRole("status", { name: "No connection; trying again" }).waitFor();
  expect(await page.getByRole("heading", { name: "machine-at-home" }).isVisible()).toBe(true);
  const { house, config } = web.server.rooms;
  const again = await buildServer(house, config);
  await again.app.listen({ port: Number(new URL(web.server.address).port), host: "127.0.0.1" });
  try {
    await page.getByRole("status", { name: "Live" }).waitFor();
    await page.getByRole("link", { name: "replacement" }).click();
    await page.getByRole("heading", { name: "Step by step" }).waitFor();
  } finally {
    await again.app.close();
  }
});

const FOLDER = join(packageRoot, "dist", "web");

/** What the browser loads before it shows a page: the script of index.html, all that it imports, and the page's own. */
function scriptBytes(page: string): number {
  const index = readFileSync(join(FOLDER, "index.html"), "utf8");
  const entries = [...index.matchAll(/(?:src|href)="\/(assets\/[^"]+\.js)"/g)].map(([, path]) => path ?? "");
  const main = entries[0] ?? "";
  const text = readFileSync(join(FOLDER, main), "utf8");
  const own = new RegExp(`${page}-[\\w-]+\\.js`).exec(text)?.[0];
  if (own === undefined) throw new Error(`no chunk of the page ${page}`);
  const seen = new Set<string>();
  const visit = (path: string): void => {
    if (seen.has(path)) return;
    seen.add(path);
    const from = readFileSync(join(FOLDER, path), "utf8");
    for (const [, name] of from.matchAll(/(?:from|import)\s*"\.\/([^"]+\.js)"/g)) visit(`assets/${name}`);
  };
  for (const path of [...entries, `assets/${own}`]) visit(path);
  return [...seen].reduce((sum, path) => sum + gzipSync(readFileSync(join(FOLDER, path))).length, 0);
}

test("the first load of a page is under 400 KB of compressed script", () => {
  const pages = readdirSync("src/web", { recursive: true, encoding: "utf8" }).flatMap(
    (path) => /([\w-]+-page)\.tsx$/.exec(path)?.[1] ?? [],
  );
  expect(pages.length).toBeGreaterThan(12);
  const heavy = pages.filter((page) => page !== "no-page" && scriptBytes(page) >= 400_000);
  expect(heavy).toEqual([]);
});
