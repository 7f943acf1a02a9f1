import { readFile } from "node:fs/promises";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openBrowser } from "../chromium.ts";
import { type DemoServer, openDemoServer } from "./demo-server.ts";
import { axeFinds, complaintsOf, show } from "./look.ts";

let server: DemoServer;
let browser: Browser;
beforeAll(async () => {
  [server, { browser }] = await Promise.all([openDemoServer(150), openBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await server?.dispose();
});

async function openJourney(role: "owner" | "viewer" = "owner"): Promise<Page> {
  const context = await server.signedIn(browser, role, { acceptDownloads: true });
  const page = await context.newPage();
  await show(page, "/journeys/machine-at-home");
  await page.getByRole("button", { name: /^parcel.shipped.+come here/ }).waitFor();
  return page;
}

test("from a step of the picture to the customers who came there, and the same by its address", async () => {
  const page = await openJourney();
  const said = complaintsOf(page);
  await page.getByRole("button", { name: /^parcel.shipped.+come here/ }).click();
  const panel = page.getByRole("dialog");
  await panel.getByText("journeys come here").waitFor();
  await panel.getByRole("link", { name: "It arrives undamaged" }).waitFor();
  const customer = panel.getByRole("link", { name: /^c-/ }).first();
  await customer.waitFor();
  expect(new URL(page.url()).searchParams.get("step")).toBe("parcel.shipped");
  expect(await axeFinds(page)).toEqual([]);
  const other = await page.context().newPage();
  await show(other, page.url());
  await other.getByRole("dialog").getByText("journeys come here").waitFor();
  const id = await customer.innerText();
  await customer.click();
  await page.waitForURL(`**/customers/${id}`);
  expect(said).toEqual([]);
  await page.context().close();
});

/** How far the first step is from the middle of the picture, across, and how far it is below the top. In px. */
async function firstStep(page: Page): Promise<{ across: number; below: number }> {
  const picture = page.locator(".graph");
  const [frame, step] = await Promise.all([
    picture.boundingBox(),
    picture.locator(".react-flow__node").first().boundingBox(),
  ]);
  if (frame === null || step === null) throw new Error("the picture is not there");
  const across = Math.abs(step.x + step.width / 2 - (frame.x + frame.width / 2));
  return { across: Math.round(across), below: Math.round(step.y - frame.y) };
}

test("in a narrow window the picture is seen from its first step on: opened there, made narrow, or laid out anew", async () => {
  const page = await openJourney();
  const seenFromTop = async () => {
    await expect.poll(async () => (await firstStep(page)).across).toBeLessThanOrEqual(2);
    const { below } = await firstStep(page);
    expect(below).toBeGreaterThan(0);
    expect(below).toBeLessThan(200);
  };
  await page.setViewportSize({ width: 360, height: 800 });
  await seenFromTop();
  await show(page, page.url());
  await seenFromTop();
  const arrows = page.getByRole("button", { name: /^From .* to / });
  const before = await arrows.count();
  await page.getByRole("slider").press("Home");
  await expect.poll(() => arrows.count()).toBeGreaterThan(before);
  await seenFromTop();
  await page.context().close();
});

test("an arrow opens by keyboard, says how long, and closes", async () => {
  const page = await openJourney();
  await page.getByRole("button", { name: /^From parcel.shipped to parcel.delivered/ }).focus();
  await page.keyboard.press("Enter");
  const panel = page.getByRole("dialog");
  await panel.getByText(/Half wait at most/).waitFor();
  await page.keyboard.press("Escape");
  await panel.waitFor({ state: "hidden" });
  expect(new URL(page.url()).search).toBe("");
  await page.context().close();
});

test("the slider shows rarer ways, the table all of them, and the files hold the picture", async () => {
  const page = await openJourney();
  const arrows = page.getByRole("button", { name: /^From .* to / });
  const before = await arrows.count();
  const slider = page.getByRole("slider");
  await slider.focus();
  await page.keyboard.press("Home");
  await page.waitForURL(/share=0/);
  await expect.poll(() => arrows.count()).toBeGreaterThan(before);
  const download = async (kind: "SVG" | "PNG") => {
    await page.getByRole("button", { name: /^Download: As it is meant/ }).click();
    const saved = page.waitForEvent("download");
    await page.getByRole("menuitem", { name: kind }).click();
    return readFile(await (await saved).path());
  };
  const svg = (await download("SVG")).toString();
  expect(svg).toContain("installation.completed");
  const png = await download("PNG");
  expect(png.subarray(1, 4).toString()).toBe("PNG");
  // Three dots to each of the drawing's.
  for (const [side, at] of [
    ["width", 16],
    ["height", 20],
  ] as const)
    expect(png.readUInt32BE(at)).toBeCloseTo(3 * Number(new RegExp(`${side}="([\\d.]+)"`).exec(svg)?.[1]), -1);
  await page.getByRole("button", { name: "As a table" }).click();
  await page.getByRole("group", { name: "As it is meant and as it is gone" }).getByRole("table").waitFor();
  await page.context().close();
});

test("ten of the ways are seen at first, and their file has all of them, with shares that can be reckoned with", async () => {
  const page = await openJourney("viewer");
  const ways = page.getByRole("table", { name: "The ways that are gone" }).locator("tr.row");
  expect(await ways.count()).toBe(10);
  const all = page.getByRole("button", { name: /^Show all/ });
  const count = Number((await all.innerText()).replace(/\D/g, ""));
  const saved = page.waitForEvent("download");
  await page.getByRole("button", { name: "CSV: The ways that are gone" }).click();
  const [, ...lines] = (await readFile(await (await saved).path(), "utf8")).trim().split("\r\n");
  expect(lines).toHaveLength(count);
  const shares = lines.map((line) => Number(line.split(",").at(-1)));
  expect(shares.every((share) => share > 0 && share < 1)).toBe(true);
  await all.click();
  expect(await ways.count()).toBe(count);
  await page.context().close();
});

test("who may not see customers sees the path, and is told that whose it is is not theirs to see", async () => {
  const page = await openJourney("viewer");
  await page.getByRole("button", { name: /^parcel.shipped.+come here/ }).click();
  await page.getByText("Whose they are is for those who may see customers.").waitFor();
  await page.context().close();
});
