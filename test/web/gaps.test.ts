import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { demoAsOf } from "../../src/demo/make.ts";
import { axeFinds, complaintsOf, show } from "./look.ts";
import { openedWeb } from "./opened-web.ts";

const web = openedWeb(400);

const rows = (page: Page) => page.getByRole("table", { name: "The promises" }).locator("tr.row");
const isRising = (kept: readonly number[]) =>
  kept.length > 5 && kept.every((one, i) => i === 0 || one >= (kept[i - 1] ?? 0));
const isTwice = ([one, other]: readonly unknown[]) => JSON.stringify(one) === JSON.stringify(other);
const keptOf = async (page: Page) =>
  (await rows(page).locator("td.kept b").allInnerTexts()).map((text) => Number.parseFloat(text.replace("%", "")));

test("from a red row to the customers behind it", async () => {
  const page = await web.page("owner");
  const said = complaintsOf(page);
  await show(page, "/");
  const red = rows(page)
    .filter({ has: page.locator("b.missed") })
    .first();
  const says = await red.locator("q").innerText();
  await expect.poll(() => page.locator("p.lead").innerText()).toContain(says);
  await red.getByRole("link", { name: / broken$/ }).click();
  await page.getByRole("heading", { level: 1 }).filter({ hasText: says }).waitFor();
  expect(new URL(page.url()).searchParams.getAll("verdict")).toEqual(["late", "missed"]);
  const verdicts = page.getByRole("table", { name: "Verdict by verdict" });
  const customer = verdicts.locator("tr.row").first().getByRole("link");
  const id = await customer.innerText();
  const words = await verdicts.locator("td.verdict").allInnerTexts();
  expect(words.filter((word) => word !== "late" && word !== "missed")).toEqual([]);
  await customer.click();
  await page.waitForURL(`**/customers/${id}`);
  expect(said).toEqual([]);
});

test("a filter stands in the address, and shows a colleague the same", async () => {
  const page = await web.page("owner");
  await show(page, "/");
  const all = await rows(page).locator("td.kept").allInnerTexts();
  await page.getByRole("button", { name: "Occasion" }).click();
  await page.getByRole("checkbox", { name: "gift" }).check();
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Time" }).click();
  await page.getByRole("button", { name: "Last 90 days" }).click();
  await page.getByRole("button", { name: "Take away: Occasion: gift" }).waitFor();
  await page.getByRole("button", { name: "Take away: Last 90 days" }).waitFor();
  const look = new URL(page.url());
  expect([look.searchParams.get("occasion"), look.searchParams.has("from")]).toEqual(["gift", true]);
  await expect.poll(() => rows(page).locator("td.kept").allInnerTexts()).not.toEqual(all);
  const other = await web.page("viewer");
  await show(other, `${look.pathname}${look.search}`);
  const kept = (who: Page) => rows(who).locator("td.kept").allInnerTexts();
  await expect.poll(async () => [await kept(page), await kept(other)]).toSatisfy(isTwice);
  await page.getByRole("button", { name: "Clear all" }).click();
  await expect.poll(() => kept(page)).toEqual(all);
  expect(new URL(page.url()).search).toBe("");
});

test("filters are chosen by keyboard alone", async () => {
  const page = await web.page("viewer");
  await show(page, "/");
  await page.getByRole("button", { name: "Team" }).focus();
  await page.keyboard.press("Enter");
  await page.getByRole("dialog", { name: "Team" }).waitFor();
  await page.getByRole("textbox", { name: "Find in Team" }).fill("carr");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Space");
  await page.waitForURL("**/?team=carrier");
  await page.keyboard.press("Escape");
  await expect.poll(() => page.evaluate("document.activeElement.textContent")).toBe("Team (1)");
  await expect
    .poll(() => rows(page).locator("td.who").allInnerTexts())
    .toSatisfy((teams: string[]) => teams.length > 0 && teams.every((team) => team.includes("carrier")));
});

test("rows are sorted and put together as one likes, and the address says so", async () => {
  const page = await web.page("viewer");
  await show(page, "/");
  await page.getByRole("columnheader", { name: "Kept" }).getByRole("button").click();
  await page.waitForURL("**/?sort=kept");
  await expect.poll(() => keptOf(page)).toSatisfy(isRising);
  expect(await page.getByRole("columnheader", { name: "Kept" }).getAttribute("aria-sort")).toBe("ascending");
  await page.getByRole("columnheader", { name: "Kept" }).getByRole("button").click();
  await page.waitForURL("**/?sort=-kept");
  await page.getByRole("combobox", { name: "Group by" }).selectOption("By journey");
  await page.waitForURL("**/?sort=-kept&group=journey");
  expect(await page.locator("tr.group").allInnerTexts()).toContain("machine-at-home");
});

test("the promises come as CSV in the order that is seen", async () => {
  const page = await web.page("viewer");
  await show(page, "/?sort=kept");
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "CSV: The promises" }).click(),
  ]);
  expect(download.suggestedFilename()).toBe("promises.csv");
  const [head, ...lines] = (await readFile(await download.path(), "utf8")).trim().split("\r\n");
  expect(head).toContain("Kept");
  expect(lines).toHaveLength(await rows(page).count());
});

test("what changes on the server changes on the page, and nothing jumps", async () => {
  const page = await web.page("owner");
  await page.addInitScript(`window.jumps = 0; new PerformanceObserver((list) => {
    for (const one of list.getEntries()) if (!one.hadRecentInput) window.jumps += one.value;
  }).observe({ type: "layout-shift" });`);
  await show(page, "/");
  await page.evaluate("window.scrollTo(0, 400)");
  const row = rows(page).filter({ hasText: "Your trouble is solved" });
  const before = await row.locator("td.kept").innerText();
  const key = await web.server.writeKey();
  const batch = Array.from({ length: 40 }, (_, i) => ({
    type: "track",
    event: "contact.opened",
    userId: `live-${i}`,
    messageId: `live-${i}`,
    timestamp: new Date(demoAsOf).toISOString(),
    properties: { ticket_id: `t-live-${i}`, topic: "delivery", channel: "web" },
  }));
  const answer = await fetch(`${web.server.address}/v1/batch`, {
    method: "POST",
    headers: {
      authorization: `Basic ${Buffer.from(`${key}:`).toString("base64")}`,
      "content-type": "application/json",
    },
    body: JSON.stringify({ batch }),
  });
  expect(answer.status).toBe(200);
  await expect.poll(() => row.locator("td.kept").innerText()).not.toBe(before);
  expect(await row.locator("td.kept").innerText()).toContain("open");
  expect(await page.evaluate("window.scrollY")).toBe(400);
  expect(Number(await page.evaluate("window.jumps"))).toBeLessThan(0.02);
});

test.each([
  ["light", 1280],
  ["dark", 360],
] as const)("axe finds nothing in the %s at %i pixels, with a filter open or not", async (colorScheme, width) => {
  const page = await web.page("owner", { colorScheme, viewport: { width, height: 900 } });
  await show(page, "/?occasion=gift&group=team");
  expect(await axeFinds(page)).toEqual([]);
  expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(width);
  for (const name of ["Time", "Occasion (1)", "Property"]) {
    await page.getByRole("button", { name, exact: true }).click();
    await page.getByRole("dialog").waitFor();
    expect(await axeFinds(page)).toEqual([]);
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "detached" });
  }
});

test("the first page takes less than 400 KB of scripts, which come made small", async () => {
  const context = await web.server.signedIn(web.browser, "viewer");
  const page = await context.newPage();
  const browser = await context.newCDPSession(page);
  const scripts = new Set<string>();
  let bytes = 0;
  browser.on("Network.responseReceived", ({ requestId, type }) => type === "Script" && scripts.add(requestId));
  browser.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    if (scripts.has(requestId)) bytes += encodedDataLength;
  });
  await browser.send("Network.enable");
  await show(page, "/");
  await rows(page).first().waitFor();
  expect(scripts.size).toBeGreaterThan(1);
  expect(bytes).toBeGreaterThan(100_000);
  expect(bytes).toBeLessThan(400_000);
  await context.close();
});

test("an end before the beginning, or a filter that leaves nothing, has a way out", async () => {
  const page = await web.page("viewer");
  await show(page, "/?from=2031-01-01");
  const whole = page.getByRole("button", { name: /Take the filter away|Clear all/ }).first();
  await whole.click();
  await page.waitForURL(`${web.server.address}/`);
  await rows(page).first().waitFor();
});
