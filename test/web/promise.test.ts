import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { axeFinds, complaintsOf, show, unfold } from "./look.ts";
import { openedWeb } from "./opened-web.ts";

const web = openedWeb(400);

const PAGE = "/promises/washing-within-a-week";
const verdictRows = (page: Page) => page.getByRole("table", { name: "Verdict by verdict" }).locator("tr.row");

test("every verdict behind a number can be seen, page after page, and as a file", async () => {
  const page = await web.page("agent");
  await show(page, PAGE);
  const late = page.getByRole("row", { name: /^late:/ }).getByRole("link");
  const count = Number((await late.innerText()).replaceAll(",", ""));
  await late.click();
  await page.waitForURL("**?verdict=late#verdicts");
  await expect
    .poll(async () => new Set(await verdictRows(page).locator("td.verdict").allInnerTexts()))
    .toEqual(new Set(["late"]));
  for (let shown = 25; shown < count; shown += 25) {
    await expect.poll(() => verdictRows(page).count()).toBe(shown);
    await page.getByRole("button", { name: "Show more" }).click();
  }
  await expect.poll(() => verdictRows(page).count()).toBe(count);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "CSV: Verdict by verdict" }).click(),
  ]);
  const file = await readFile(await download.path(), "utf8");
  expect(file).toMatch(/^\uFEFFpromise,customer,subject,/);
  expect(file.trim().split("\r\n")).toHaveLength(1 + count);
});

test("a click on a part of a cut looks at it alone", async () => {
  const page = await web.page("viewer");
  await show(page, PAGE);
  await page.getByRole("tab", { name: "region" }).click();
  const cut = page.getByRole("table", { name: "Where it breaks: region" });
  const first = cut.locator("tr.row").first();
  const [name, asked] = [await first.getByRole("button").innerText(), await first.locator("td.asked").innerText()];
  await first.getByRole("button").click();
  await page.getByRole("button", { name: `Take away: region: ${name}` }).waitFor();
  await page.getByText(`Asked ${asked} times`).waitFor();
  const { searchParams } = new URL(page.url());
  expect([searchParams.get("by"), searchParams.get("property")]).toEqual([":region", `region:${name}`]);
  await page.getByRole("tab", { name: "Month" }).click();
  await page
    .getByRole("table", { name: "Where it breaks: Month" })
    .locator("tr.row")
    .first()
    .getByRole("button")
    .click();
  await page.waitForURL(/from=\d{4}-\d\d-01&to=\d{4}-\d\d-\d\d/);
});

test("the picture has its table, and comes as CSV and SVG", async () => {
  const page = await web.page("viewer");
  const said = complaintsOf(page);
  await show(page, PAGE);
  const figure = page.getByRole("figure").filter({ hasText: "Expected, target and delivered" });
  await figure.getByRole("button", { name: /^Download/ }).click();
  const [svg] = await Promise.all([page.waitForEvent("download"), page.getByRole("menuitem", { name: "SVG" }).click()]);
  const drawn = await readFile(await svg.path(), "utf8");
  expect(drawn).toContain("they expect");
  expect(drawn).toMatch(/<path[^>]* style="[^"]*fill: rgb/);
  expect(said).toEqual([]);
  await figure.getByRole("button", { name: "As a table" }).click();
  expect(await figure.getByRole("row").count()).toBeGreaterThan(3);
});

test("its SQL can be seen and copied", async () => {
  const page = await web.page("viewer", { permissions: ["clipboard-read", "clipboard-write"] });
  await show(page, PAGE);
  await page.getByRole("button", { name: "Show the SQL" }).click();
  const sql = await page.locator(".sql").innerText();
  expect(sql).toContain("SELECT");
  await page.getByRole("button", { name: "Copy", exact: true }).click();
  await page.getByRole("button", { name: "Copied" }).waitFor();
  expect(await page.evaluate("navigator.clipboard.readText()")).toContain("SELECT");
});

test("who may not see customers is not offered any", async () => {
  const page = await web.page("viewer");
  const said = complaintsOf(page);
  await show(page, PAGE);
  await page.getByRole("heading", { name: "What became of it" }).waitFor();
  expect(await page.getByRole("heading", { name: "Verdict by verdict" }).count()).toBe(0);
  expect(await page.locator("a[href^='/customers/']").count()).toBe(0);
  expect(said).toEqual([]);
});

test("leads to its journey and back to all promises, with the filter that is on", async () => {
  const page = await web.page("viewer");
  await show(page, `${PAGE}?occasion=gift`);
  await page.getByRole("link", { name: "All promises" }).click();
  await page.waitForURL("**/?occasion=gift");
  await page.goBack();
  await page.getByRole("link", { name: "machine-at-home" }).first().click();
  await page.waitForURL("**/journeys/machine-at-home");
});

test("a name that is none says which are near; a filter that leaves nothing can be taken away", async () => {
  const page = await web.page("viewer");
  await show(page, "/promises/washing-in-a-week");
  await page.getByText("washing-within-a-week").waitFor();
  await show(page, `${PAGE}?team=finance`);
  await page.getByRole("button", { name: "Take the filter away" }).click();
  await page.waitForURL(`**${PAGE}`);
  await page.getByRole("heading", { name: "What became of it" }).waitFor();
});

test.each([
  ["light", 1280],
  ["dark", 360],
] as const)("axe finds nothing in the %s at %i pixels, open or not", async (colorScheme, width) => {
  const page = await web.page("owner", { colorScheme, viewport: { width, height: 900 } });
  for (const name of ["washing-within-a-week", "tested-before-it-leaves", "one-call-is-enough"]) {
    await show(page, `/promises/${name}`);
    await unfold(page);
    await verdictRows(page).first().waitFor();
    await page.getByRole("button", { name: "Show the SQL" }).click();
    const pictures = page.getByRole("button", { name: "As a table" });
    // Each that is pressed has another name from then on.
    while ((await pictures.count()) > 0) await pictures.first().click();
    expect(await axeFinds(page)).toEqual([]);
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(width);
  }
});

test("on a narrow screen the lists are shut, except on paper and for whom a link leads to them", async () => {
  const page = await web.page("owner", { viewport: { width: 360, height: 800 } });
  await show(page, PAGE);
  const head = page.getByRole("button", { name: "Verdict by verdict", exact: true });
  await head.waitFor();
  expect(await verdictRows(page).first().isVisible()).toBe(false);
  await page.emulateMedia({ media: "print" });
  await verdictRows(page).first().waitFor();
  await page.emulateMedia({ media: "screen" });
  expect(await verdictRows(page).first().isVisible()).toBe(false);
  await page
    .getByRole("row", { name: /^late:/ })
    .getByRole("link")
    .click();
  await verdictRows(page).first().waitFor();
  await head.click();
  await verdictRows(page).first().waitFor({ state: "hidden" });
});
