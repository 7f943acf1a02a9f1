import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Page } from "playwright-core";
import { afterAll, expect, test } from "vitest";
import { demoAsOf } from "../../src/demo/make.ts";
import { until } from "../ledger.ts";
import { axeFinds, complaintsOf, unfold } from "./look.ts";
import { openedWeb } from "./opened-web.ts";

/** A help desk: another origin, with a page that frames whatever its address names. */
async function openDesk(): Promise<{ readonly at: string; close(): void }> {
  const server = createServer((request, response) => {
    const link = new URL(request.url ?? "", "http://desk").searchParams.get("link") ?? "";
    response.setHeader("content-type", "text/html");
    response.end(
      `<!doctype html><title>Desk</title><iframe title="Kept" width="400" height="700" src="${link}"></iframe>`,
    );
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  return { at: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close: () => server.close() };
}
const desk = await openDesk();
const web = openedWeb(80, { KEPT_EMBED_ORIGINS: desk.at });
afterAll(() => desk.close());

async function at(role: "owner" | "agent" | "viewer", path: string, options = {}): Promise<Page> {
  const page = await web.page(role, { viewport: { width: 1280, height: 900 }, ...options });
  await page.goto(path);
  await page.getByRole("heading", { level: 1 }).first().waitFor();
  return page;
}
/** Somebody who is short of most: their page has something of everything. */
async function somebody(): Promise<string> {
  const headers = await web.server.token("agent");
  const ask = () => web.server.app.inject({ url: "/api/mend?limit=1", headers });
  // What takes long may not be ready yet; anything else is a fault.
  await until(async () => (await ask()).statusCode !== 503);
  const answer = await ask();
  expect([answer.statusCode, answer.statusCode === 200 ? "" : answer.body]).toEqual([200, ""]);
  return answer.json().rows[0].deficit.customer;
}

test("a customer is found by the number of their order; the brief is on top and the story below", async () => {
  const customer = await somebody();
  const page = await at("agent", "/customers");
  const said = complaintsOf(page);
  await page.getByRole("searchbox").fill(customer.replace("c-", "o-"));
  await page.getByRole("link", { name: customer, exact: true }).click();
  await page.getByRole("heading", { level: 1, name: customer }).waitFor();
  for (const name of ["What we owe them now", "Why they bought", "What they said last", "Where we let them down"])
    await page.getByRole("heading", { name }).waitFor();
  const picture = page.getByRole("img", { name: "What was promised to them" });
  await picture.waitFor();
  expect(await picture.locator(".story-mark.missed, .story-mark.late").count()).toBeGreaterThan(2);
  await page.getByRole("button", { name: "As a table" }).click();
  await page.getByRole("table", { name: "What was promised to them" }).waitFor();
  await page.getByText("order.placed").first().waitFor();
  await page.getByRole("button", { name: "Take them" }).or(page.getByText("You have them")).first().waitFor();
  expect(await page.getByRole("button", { name: "Erase this customer" }).count()).toBe(0);
  expect(said).toEqual([]);
});

test("from anywhere, by the number of an order, too", async () => {
  const customer = await somebody();
  const page = await at("agent", "/journeys");
  await page.keyboard.press("Control+k");
  await page.getByPlaceholder("Go anywhere").fill(customer.replace("c-", "o-"));
  await page.getByRole("dialog").getByText(customer, { exact: true }).click();
  await page.getByRole("heading", { level: 1, name: customer }).waitFor();
});

test("nobody by an id: the page says so and shows the way back", async () => {
  const page = await at("agent", "/customers/never-seen");
  await page.getByText("Nobody is known by this id").waitFor();
  await page.getByRole("link", { name: "All customers" }).click();
  await page.getByRole("heading", { level: 1, name: "Customers" }).waitFor();
});

test("by another of their ids one comes to the same page; all that happened is in the file", async () => {
  const editor = await web.server.token("editor");
  const batch = Array.from({ length: 510 }, (_, i) => {
    const timestamp = new Date(demoAsOf - (i + 1) * 60_000).toISOString();
    return { type: "track", userId: "caller", event: "called", messageId: `call-${i}`, timestamp };
  });
  const post = async (url: string, payload: object, headers: Readonly<Record<string, string>>) =>
    (await web.server.app.inject({ method: "POST", url, headers, payload })).statusCode;
  expect(await post("/v1/batch", { batch }, { authorization: `Bearer ${await web.server.writeKey()}` })).toBe(200);
  expect(await post("/api/links", { known_as: "caller-2", customer: "caller" }, editor)).toBe(200);
  const page = await at("agent", "/customers/caller-2");
  await page.getByRole("heading", { level: 1, name: "caller", exact: true }).waitFor();
  expect(new URL(page.url()).pathname).toBe("/customers/caller");
  const file = page.waitForEvent("download");
  const events = page.getByRole("region", { name: "Everything that happened" });
  for (const count of [100, 200, 400, 510]) {
    await until(async () => (await events.getByRole("listitem").count()) === count);
    if (count < 510) await events.getByRole("button", { name: "More" }).click();
  }
  expect(await events.getByRole("button", { name: "More" }).count()).toBe(0);
  await events.getByRole("button", { name: "Download as CSV" }).click();
  const lines = readFileSync(await (await file).path(), "utf8")
    .trim()
    .split("\r\n");
  expect(new Set(lines).size).toBe(1 + 510);
});

test("a page that is not seen keeps no connection; seen again, it asks what it may have missed", async () => {
  const page = await at("agent", `/customers/${await somebody()}`);
  const [asked, ended]: [string[], string[]] = [[], []];
  page.on("request", (one) => asked.push(new URL(one.url()).pathname));
  page.on("requestfailed", (one) => ended.push(new URL(one.url()).pathname));
  const see = (hidden: boolean) =>
    page.evaluate(`Object.defineProperty(document, "hidden", { value: ${hidden}, configurable: true });
      document.dispatchEvent(new Event("visibilitychange"))`);
  const live = (paths: readonly string[]) => paths.filter((path) => path === "/api/live").length;
  await see(true);
  await until(() => live(ended) === 2);
  await see(false);
  await until(() => live(asked) === 2 && asked.some((path) => /^\/api\/customers\/[^/]+$/.test(path)));
});

test("an owner erases a customer after saying the name once more", async () => {
  const page = await at("owner", "/customers?search=c-00079");
  await page.getByRole("link", { name: "c-00079", exact: true }).click();
  await page.getByRole("button", { name: "Erase this customer" }).click();
  const go = page.getByRole("button", { name: "Erase for good" });
  expect(await go.isDisabled()).toBe(true);
  await page.getByLabel("Type c-00079 to say that you mean it").fill("c-00079");
  await go.click();
  await page.getByText(/^Erased: /).waitFor();
  await page.goto("/customers/c-00079");
  await page.getByText("Nobody is known by this id").waitFor();
});

test.each([
  ["light", 1280],
  ["dark", 360],
] as const)("axe finds nothing in the %s at %i pixels, and nothing runs off the side", async (colorScheme, width) => {
  const page = await at("owner", "/customers", { colorScheme, viewport: { width, height: 800 } });
  await page.locator(".customer-row").first().waitFor();
  expect(await axeFinds(page)).toEqual([]);
  expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(width);
  await page.goto(`/customers/${await somebody()}`);
  await page.getByRole("img", { name: "What was promised to them" }).waitFor();
  await unfold(page);
  await page.locator(".events li").first().waitFor();
  expect(await axeFinds(page)).toEqual([]);
  expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(width);
});

test("a help desk of another origin shows the brief in its frame without a session; one that is not named shows nothing", async () => {
  const customer = await somebody();
  const headers = await web.server.token("agent");
  const made = await web.server.app.inject({ method: "POST", url: "/api/embeds", headers, payload: { customer } });
  const link = encodeURIComponent(made.json().link);
  const context = await web.browser.newContext();
  const page = await context.newPage();
  page.setDefaultTimeout(120_000);
  await page.goto(`${desk.at}/?link=${link}`);
  const frame = page.frameLocator("iframe");
  await frame.getByRole("heading", { level: 1, name: customer }).waitFor();
  await frame.getByRole("heading", { name: "What we owe them now" }).waitFor();
  const changed = encodeURIComponent(`${made.json().link.slice(0, -4)}AAAA`);
  const other = await openDesk();
  for (const address of [`${other.at}/?link=${link}`, `${desk.at}/?link=${changed}`]) {
    const refused = page.waitForEvent("console", (message) => message.text().includes("frame-ancestors"));
    await page.goto(address);
    await refused;
    expect(await page.frameLocator("iframe").getByRole("heading", { name: customer }).count()).toBe(0);
  }
  other.close();
  await context.close();
});

test("a viewer is shown no customers", async () => {
  const page = await at("viewer", "/customers");
  await page.getByRole("alert").getByText("This is not open to you").waitFor();
});
