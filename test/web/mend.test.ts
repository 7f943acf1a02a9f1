import type { Browser, Page, Route } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openBrowser } from "../chromium.ts";
import { type DemoServer, openDemoServer } from "./demo-server.ts";
import { axeFinds, complaintsOf } from "./look.ts";

let server: DemoServer;
let browser: Browser;
beforeAll(async () => {
  [server, { browser }] = await Promise.all([openDemoServer(80), openBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await server?.dispose();
});

async function at(role: "owner" | "agent" | "viewer", path: string, options = {}): Promise<Page> {
  const context = await server.signedIn(browser, role, { viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  await page.goto(path);
  await page.getByRole("heading", { level: 1 }).first().waitFor();
  return page;
}
const rows = (page: Page) => page.locator(".mend-row");
const nameOf = async (page: Page, place: number) => rows(page).nth(place).locator("h3").innerText();
const rowOf = (page: Page, customer: string) =>
  rows(page).filter({ has: page.getByRole("link", { name: customer, exact: true }) });

test("who is most urgent stands first; a case is taken, noted on, closed and opened again", async () => {
  const page = await at("agent", "/mend");
  const said = complaintsOf(page);
  await rows(page).first().waitFor();
  const customer = await nameOf(page, 0);
  const row = rowOf(page, customer);
  await row.getByRole("button", { name: `Take them: ${customer}` }).click();
  await row.getByText("You have them").waitFor();
  await row.getByRole("button", { name: "Note", exact: true }).click();
  await page.getByLabel("What was done or said").fill("Called: they wait since Monday");
  // What is refused may be sent again as it was typed.
  await page.route("**/api/cases/*/notes", (route) => route.abort(), { times: 1 });
  await page.getByRole("button", { name: "Write it down" }).click();
  await page.getByRole("alert").first().waitFor();
  await page.getByRole("button", { name: "Write it down" }).click();
  await row.getByRole("button", { name: `Details on ${customer}` }).click();
  await row.getByText("Called: they wait since Monday").waitFor();
  await row.getByRole("button", { name: "Close", exact: true }).click();
  await page.getByLabel("What was done", { exact: true }).fill("A new one, by our own van");
  await page.getByLabel("They got what was promised after all").check();
  // The list hears of it and is asked for anew before the answer comes.
  await page.route("**/api/cases/*/close", async (route) => {
    const response = await route.fetch();
    await row.getByText("They got what was promised after all: A new one, by our own van").waitFor();
    await route.fulfill({ response });
  });
  const answered = page.waitForResponse("**/api/cases/*/close");
  await page.getByRole("dialog").getByRole("button", { name: "Close", exact: true }).click();
  await answered;
  await row.getByText("They got what was promised after all: A new one, by our own van").waitFor();
  // It stays where it is until the list is asked for anew.
  expect(await nameOf(page, 0)).toBe(customer);
  // The list of all still stands when the list of the closed is waited for.
  const listOfClosed = "**/api/cases?*show=closed*";
  const late = async (route: Route) => {
    const response = await route.fetch();
    await page.getByRole("tab", { name: "Closed", selected: true }).waitFor();
    await route.fulfill({ response });
  };
  await page.route(listOfClosed, late, { times: 1 });
  await page.getByRole("tab", { name: "Closed" }).click();
  await rowOf(page, customer).getByText("A new one, by our own van").first().waitFor();
  expect(new URL(page.url()).search).toBe("?show=closed");
  await page.goto("/mend");
  await rows(page).first().waitFor();
  expect(await rowOf(page, customer).count()).toBe(0);
  await page.goto("/mend?show=closed");
  await rowOf(page, customer).getByRole("button", { name: "Open again" }).click();
  await page.goto("/mend?show=mine");
  await rowOf(page, customer).getByText("You have them").waitFor();
  expect(said.filter((one) => !one.includes("ERR_FAILED"))).toEqual([]);
  await page.context().close();
});

test("of two people at once one gets the customer, and both see who has them", async () => {
  const [one, other] = await Promise.all([at("agent", "/mend"), at("owner", "/mend")]);
  await Promise.all([rows(one).nth(1).waitFor(), rows(other).nth(1).waitFor()]);
  const customer = await nameOf(one, 1);
  const order = await rows(other).locator("h3").allInnerTexts();
  await other.context().setOffline(false);
  await Promise.all(
    [one, other].map((page) =>
      rowOf(page, customer)
        .getByRole("button", { name: `Take them: ${customer}` })
        .click(),
    ),
  );
  await Promise.all(
    [one, other].map((page) =>
      rowOf(page, customer)
        .getByText(/(You have|The (agent|owner) has) them/)
        .waitFor(),
    ),
  );
  const mine = await Promise.all([one, other].map((page) => rowOf(page, customer).getByText("You have them").count()));
  expect(mine.toSorted()).toEqual([0, 1]);
  const loser = mine[0] === 1 ? other : one;
  await loser.getByText(/has this case; look at it anew/).waitFor();
  // A colleague's deed shows without a jump.
  const next = await nameOf(one, 2);
  await rowOf(one, next)
    .getByRole("button", { name: `Take them: ${next}` })
    .click();
  await rowOf(other, next).getByText("The agent has them").waitFor();
  expect(await rows(other).locator("h3").allInnerTexts()).toEqual(order);
  await Promise.all([one.context().close(), other.context().close()]);
});

test("the filter stands in the address, by promise and by occasion, and the table comes as CSV", async () => {
  const page = await at("agent", "/mend?occasion=gift&promise=arrives-whole");
  await rows(page).first().or(page.getByText("Nobody under this filter is short of value now.")).first().waitFor();
  const few = await rows(page).count();
  await page.goto("/mend");
  await rows(page).first().waitFor();
  expect(await rows(page).count()).toBeGreaterThan(few);
  const down = page.waitForEvent("download");
  await page.getByRole("button", { name: "Download as CSV" }).click();
  expect((await down).suggestedFilename()).toBe("to-mend.csv");
  await page.goto("/mend?promise=arrives-whole&from=2030-01-01");
  await page.getByText("Nobody under this filter is short of value now.").waitFor();
  await page.getByRole("button", { name: "Take the filter away" }).click();
  await rows(page).first().waitFor();
  await page.context().close();
});

test("by keyboard alone: a customer is taken and given back", async () => {
  const page = await at("agent", "/mend");
  await rows(page).nth(4).waitFor();
  const customer = await nameOf(page, 4);
  await rowOf(page, customer)
    .getByRole("button", { name: `Take them: ${customer}` })
    .focus();
  await page.keyboard.press("Enter");
  await rowOf(page, customer).getByRole("button", { name: "Give back" }).focus();
  await page.keyboard.press("Enter");
  await rowOf(page, customer).getByText("Nobody has them").waitFor();
  await page.context().close();
});

test("a viewer is shown neither customers nor what is to be mended", async () => {
  const page = await at("viewer", "/mend");
  await page.getByRole("alert").getByText("This is not open to you").waitFor();
  expect(await page.getByRole("navigation").getByText("To mend").count()).toBe(0);
  expect(await rows(page).count()).toBe(0);
  await page.context().close();
});

test.each([
  ["light", 360],
  ["dark", 1280],
] as const)(
  "axe finds nothing in the %s at %i pixels, nor in the dialogs, and nothing runs off the side",
  async (colorScheme, width) => {
    const page = await at("agent", "/mend", { colorScheme, viewport: { width, height: 800 } });
    await rows(page).nth(6).waitFor();
    const row = rows(page).nth(width === 360 ? 5 : 6);
    await row.getByRole("button", { name: /^Take them/ }).click();
    await row.getByText("You have them").waitFor();
    await row.getByRole("button", { name: /^Details/ }).click();
    expect(await axeFinds(page)).toEqual([]);
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(width);
    for (const name of ["Close", "Plan"]) {
      await row.getByRole("button", { name, exact: true }).click();
      await page.getByRole("dialog").waitFor();
      expect(await axeFinds(page)).toEqual([]);
      await page.keyboard.press("Escape");
      await page.getByRole("dialog").waitFor({ state: "detached" });
    }
    await page.context().close();
  },
);
