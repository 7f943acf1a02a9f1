import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { invite } from "../../src/people/invitations.ts";
import { openBrowser } from "../chromium.ts";
import { TEST_PASSWORD } from "../server.ts";
import { type DemoServer, openDemoServer } from "./demo-server.ts";

let server: DemoServer;
let browser: Browser;
let owner: Page;
const said: string[] = [];
beforeAll(async () => {
  [server, { browser }] = await Promise.all([openDemoServer(0), openBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await server?.dispose();
});

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** What axe finds in both colour schemes; and whether the page scrolls sideways on a small screen. */
async function troubles(page: Page): Promise<readonly unknown[]> {
  const found: unknown[] = [];
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    await page.waitForTimeout(250);
    await page.evaluate(axe);
    found.push(
      ...(await page.evaluate(async () => {
        const tell = Reflect.get(window, "axe") as {
          run(): Promise<{ violations: { id: string; nodes: { html: string; failureSummary: string }[] }[] }>;
        };
        const { violations } = await tell.run();
        return violations.map(({ id, nodes }) => [id, nodes[0]?.html, nodes[0]?.failureSummary]);
      })),
    );
  }
  await page.emulateMedia({ colorScheme: "light" });
  const size = page.viewportSize();
  await page.setViewportSize({ width: 360, height: 740 });
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  if (wide > 360) found.push(["wider than 360", wide]);
  if (process.env["KEPT_SHOTS"]) await shoot(page);
  if (size !== null) await page.setViewportSize(size);
  return found;
}

let shots = 0;
async function shoot(page: Page): Promise<void> {
  const folder = process.env["KEPT_SHOTS"];
  const name = new URL(page.url()).pathname.replaceAll("/", "-");
  shots++;
  await page.screenshot({ path: `${folder}/${shots}${name}-360.png`, fullPage: true });
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.screenshot({ path: `${folder}/${shots}${name}-1280.png`, fullPage: true });
  await page.emulateMedia({ colorScheme: "dark" });
  await page.waitForTimeout(250);
  await page.screenshot({ path: `${folder}/${shots}${name}-dark.png`, fullPage: true });
  await page.emulateMedia({ colorScheme: "light" });
}

async function pageOf(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  page.on("console", (message) => {
    // What the server refuses the browser tells, too.
    if (message.type() === "error" && !message.text().startsWith("Failed to load resource")) said.push(message.text());
  });
  page.on("pageerror", (error) => said.push(String(error)));
  return page;
}

test("a new Kept says at its door who becomes owner, and the link that was printed lets them in", async () => {
  const page = await pageOf(await browser.newContext({ baseURL: server.address }));
  await page.goto("/sign-in");
  await page.getByText("nobody is owner yet").waitFor();
  expect(await troubles(page)).toEqual([]);
  const { state, now } = server.rooms.house;
  const first = { email: undefined, role: "owner", invitedBy: undefined, hours: 1 } as const;
  const { token } = await invite(state, now(), first);
  await page.goto(`/join#${token}`);
  await page.getByText("you may do everything").waitFor();
  expect(await troubles(page)).toEqual([]);
  await page.getByLabel("Your name").fill("Olga");
  await page.getByLabel("E-mail address").fill("olga@example.org");
  await page.getByLabel("Password").first().fill(TEST_PASSWORD);
  await page.getByRole("button", { name: "Come in" }).click();
  await page.getByRole("navigation", { name: "Pages" }).waitFor();
  expect(new URL(page.url()).hash).toBe("");
  owner = page;
  const late = await pageOf(await browser.newContext({ baseURL: server.address }));
  await late.goto(`/join#${token}`);
  await late.getByRole("alert").getByText("has been used").waitFor();
  await late.context().close();
  said.length = 0;
});

const CSV = `who,what,when,order
a,order.placed,2026-10-01 10:00,1
a,parcel.delivered,2026-10-02 10:00,1
b,order.placed,2026-10-01 11:00,2
b,parcel.delivered,2026-10-19 10:00,2
,order.placed,2026-10-01 11:00,3
c,order.placed,some day,4
`;

test("an empty Kept says what is missing", async () => {
  await owner.goto("/set-up");
  await owner.getByText("Nobody has written down yet").waitFor();
  await owner.getByText("No events have come in yet.").waitFor();
  expect(await troubles(owner)).toEqual([]);
});

test("a file with bad rows comes in: guessed, put right, watched, and its rejects told", async () => {
  await owner.goto("/set-up/data");
  await owner.getByText("Drop a file here").waitFor();
  expect(await troubles(owner)).toEqual([]);
  const file = { name: "shop.csv", mimeType: "text/csv", buffer: Buffer.from(CSV) };
  await owner.locator("input[type=file]").setInputFiles(file);
  await owner.getByRole("heading", { name: "shop.csv" }).waitFor();
  expect(await owner.getByRole("button", { name: "Import it" }).isDisabled()).toBe(true);
  const choose = async (label: string, column: string) => {
    await owner.getByRole("combobox", { name: label }).click();
    await owner.getByRole("option", { name: column }).click();
  };
  await choose("Who: the customer", "who");
  await choose("What: the event", "what");
  await owner.getByText("no customer", { exact: true }).waitFor();
  expect(await troubles(owner)).toEqual([]);
  await owner.getByRole("button", { name: "Import it" }).click();
  await owner.getByText("4 events were added").waitFor();
  await owner.getByRole("heading", { name: "2 rows could not be events" }).waitFor();
  await owner.getByRole("cell", { name: "not a time" }).waitFor();
  await owner.getByRole("heading", { name: "Files that came in" }).waitFor();
  expect(await troubles(owner)).toEqual([]);
});

test("the console stayed empty", () => expect(said).toEqual([]));
