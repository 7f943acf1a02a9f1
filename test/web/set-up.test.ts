import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { invite } from "../../src/people/invitations.ts";
import { TEST_PASSWORD } from "../server.ts";
import { axeFinds, colour } from "./look.ts";
import { openedWeb } from "./opened-web.ts";

const web = openedWeb(0);
let owner: Page;
const said: string[] = [];

/** What axe finds in both colour schemes; and whether the page scrolls sideways on a small screen. */
async function troubles(page: Page): Promise<readonly unknown[]> {
  const found: unknown[] = await axeFinds(page);
  await colour(page, "dark");
  await page.setViewportSize({ width: 360, height: 740 });
  found.push(...(await axeFinds(page)));
  const wide = Number(await page.evaluate("document.documentElement.scrollWidth"));
  if (wide > 360) found.push(["wider than 360", wide]);
  await page.setViewportSize({ width: 1280, height: 900 });
  await colour(page, "light");
  return found;
}

/** A page of a browser that nobody has signed in with. */
async function stranger(): Promise<Page> {
  const options = { baseURL: web.server.address, reducedMotion: "reduce", colorScheme: "light" } as const;
  const page = await (await web.browser.newContext(options)).newPage();
  page.setDefaultTimeout(120_000);
  page.on("console", (message) => {
    // What the server refuses the browser tells, too.
    if (message.type() === "error" && !message.text().startsWith("Failed to load resource")) said.push(message.text());
  });
  page.on("pageerror", (error) => said.push(String(error)));
  return page;
}

/** From now on a page gets no answer to what it asks by itself while it stands there. */
async function asksNothingAt(page: Page, path: string): Promise<void> {
  await page.route("**/api/**", async (route) => {
    const isHeld = route.request().method() === "GET" && new URL(page.url()).pathname === path;
    if (!isHeld) await route.continue();
  });
}

test("a new Kept says at its door who becomes owner, and the link that was printed lets them in", async () => {
  const page = await stranger();
  await page.goto("/sign-in");
  await page.getByText("nobody is owner yet").waitFor();
  expect(await troubles(page)).toEqual([]);
  const { state, now } = web.server.rooms.house;
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
  const late = await stranger();
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
  for (const path of ["/", "/journeys"]) {
    await owner.goto(path);
    await owner.getByRole("heading", { name: "Nothing is promised yet" }).waitFor();
  }
});

test("a file with bad rows comes in: guessed, put right, watched, and its rejects told", async () => {
  await owner.goto("/set-up/data");
  await owner.getByText("Drop a file here").waitFor();
  expect(await troubles(owner)).toEqual([]);
  const file = { name: "shop.csv", mimeType: "text/csv", buffer: Buffer.from(CSV) };
  const chooser = owner.waitForEvent("filechooser");
  await owner.getByRole("button", { name: /^Drop a file here/ }).press("Enter");
  await (await chooser).setFiles(file);
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

const published = (version: number) => owner.getByText(`Version ${version} holds from now on`).waitFor();
const write = async (text: string) => {
  await owner.getByRole("textbox", { name: "The experience file" }).focus();
  await owner.keyboard.press("Control+a");
  await owner.keyboard.press("Delete");
  await owner.keyboard.insertText(text);
};
const FILE = `kept: 1
name: Shop
timezone: UTC
touchpoints: { web: {} }
events:
  order.placed: { at: web, has: { order: text } }
  parcel.delivered: { at: web, has: { order: text } }
journeys:
  order: { follows: order, path: [order.placed, parcel.delivered] }
promises:
  there-in-time:
    says: Delivered in ten days
    journey: order
    when: order.placed
    then: parcel.delivered
    expected: 10 days
`;

test("a file that is dropped is looked at, too, and nothing comes in by that", async () => {
  await owner.goto("/set-up/data");
  await owner.getByText("Drop a file here").waitFor();
  await owner.evaluate(`(() => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File(["who,what,when\\nc1,order.placed,2026-01-05\\n"], "dropped.csv"));
    for (const what of ["dragenter", "dragover", "drop"])
      document.querySelector(".drop-place").dispatchEvent(new DragEvent(what, { bubbles: true, cancelable: true, dataTransfer }));
  })()`);
  await owner.getByRole("heading", { name: "dropped.csv" }).waitFor();
  await owner.getByRole("button", { name: "Import it" }).waitFor();
});

test("a template, a fault, a file that is well: published, and there are gaps to see", async () => {
  await owner.goto("/set-up");
  await owner.getByRole("link", { name: "Use the template minimal" }).click();
  await owner.getByText(/^No faults/).waitFor();
  expect(await troubles(owner)).toEqual([]);
  await write(FILE.replace("then: parcel.delivered", "then: parcel.delivred"));
  await owner.getByText("this cannot be published yet").waitFor();
  await owner.getByRole("button", { name: "Line 15" }).first().waitFor();
  await write(FILE);
  await owner.getByText(/^No faults/).waitFor();
  await owner.getByLabel("Why?").fill("To begin with");
  await owner.getByRole("button", { name: "Publish", exact: true }).click();
  await published(1);
  await owner.goto("/");
  await owner.getByText("Delivered in ten days").first().waitFor();
});

test("a change is looked at before it holds, published, overtaken by somebody else's, and rolled back", async () => {
  await owner.goto("/set-up/experience");
  await owner.getByText(/^No faults/).waitFor();
  await write(FILE.replaceAll("10 days", "20 days"));
  await owner.getByRole("button", { name: "What would this change?" }).click();
  await owner
    .getByText(/This change would|It would turn/)
    .first()
    .waitFor();
  expect(await troubles(owner)).toEqual([]);
  const editor = await web.server.token("editor");
  const other = { text: FILE.replace("Delivered in ten", "There in ten"), why: "Shorter words", from: 1 };
  await web.server.app.inject({ method: "PUT", url: "/api/experience", headers: editor, payload: other });
  await owner.getByLabel("Why?").fill("Nobody is as quick as that");
  await owner.getByRole("button", { name: "Publish", exact: true }).click();
  await owner.getByText("Shorter words", { exact: false }).first().waitFor();
  await owner.getByRole("button", { name: "Publish mine in place of version 2" }).click();
  await owner.getByRole("button", { name: "Publish", exact: true }).click();
  await published(3);
  await owner.getByRole("button", { name: /Version 1/ }).click();
  await owner.getByLabel("Why go back?").fill("It was right");
  await owner.getByRole("button", { name: "Publish version 1 again" }).click();
  await owner.getByRole("button", { name: /Version 4/ }).waitFor();
});

test("a key is made, its light turns on with the first event, and once revoked it is refused", async () => {
  await owner.goto("/set-up/keys");
  await owner.getByText("There is no write key yet.").waitFor();
  await owner.getByLabel("Who sends with it?").fill("shop");
  await owner.getByRole("button", { name: "Make a key" }).click();
  const key = (await owner.locator(".secret").first().innerText()).trim();
  expect(key).toMatch(/^kept_write_/);
  await owner.getByText("waiting for the first event").waitFor();
  expect(await troubles(owner)).toEqual([]);
  const send = () =>
    fetch(`${web.server.address}/v1/track`, {
      method: "POST",
      headers: { authorization: `Basic ${btoa(`${key}:`)}`, "content-type": "application/json" },
      body: JSON.stringify({ userId: "z", event: "order.placed", properties: { order: "9" } }),
    });
  expect((await send()).status).toBe(200);
  await owner.getByText("1 event, the last on", { exact: false }).waitFor();
  await owner.getByRole("button", { name: "Revoke", exact: true }).click();
  await owner.getByRole("button", { name: "Revoke now" }).click();
  await owner.getByText("The key shop is revoked").waitFor();
  expect((await send()).status).toBe(401);
});

test("somebody is invited, comes in by the link in another browser, and gets another role", async () => {
  await owner.goto("/people");
  await owner.getByLabel("E-mail address").fill("vera@example.org");
  await owner.getByRole("button", { name: "Make an invitation" }).click();
  const link = (await owner.locator(".secret").first().innerText()).trim();
  expect(await troubles(owner)).toEqual([]);
  const vera = await stranger();
  await vera.goto(link);
  await vera.getByLabel("Your name").fill("Vera");
  await vera.getByLabel("Password").first().fill(TEST_PASSWORD);
  await vera.getByRole("button", { name: "Come in" }).click();
  await vera.getByRole("navigation", { name: "Pages" }).waitFor();
  expect(await vera.getByRole("link", { name: "People" }).count()).toBe(0);
  await vera.keyboard.press("Control+k");
  await vera.getByRole("dialog").getByRole("button", { name: "Set-up" }).waitFor();
  expect(await vera.getByRole("dialog").getByRole("button", { name: "To mend" }).count()).toBe(0);
  await vera.keyboard.press("Escape");
  await owner.reload();
  await owner.getByRole("combobox", { name: "Role of Vera" }).click();
  await owner.getByRole("option", { name: "Editor" }).click();
  await owner.getByRole("cell", { name: "person.changed" }).first().waitFor();
  await vera.goto("/set-up/data");
  await vera.getByText("Drop a file here").waitFor();
  await owner.getByRole("row", { name: /Vera/ }).getByRole("button", { name: "Send away" }).click();
  await owner.getByRole("dialog").getByRole("button", { name: "Send away" }).click();
  await owner.getByText("sent away").first().waitFor();
  await vera.goto("/");
  await vera.getByRole("heading", { name: "Sign in" }).waitFor();
  await vera.context().close();
});

test("one's own account: what one may do, the password, tokens", async () => {
  await owner.goto("/me");
  await owner.getByText("You may", { exact: false }).waitFor();
  expect(await troubles(owner)).toEqual([]);
  await owner.getByLabel("What is the token for?").fill("my report");
  await owner.getByRole("button", { name: "Make a token" }).click();
  const token = (await owner.locator(".secret").first().innerText()).trim();
  const headers = { authorization: `Bearer ${token}` };
  expect((await fetch(`${web.server.address}/api/set-up`, { headers })).status).toBe(200);
  expect((await fetch(`${web.server.address}/api/people`, { headers })).status).toBe(403);
});

test("who is not signed in comes to the door first, and then to where they wanted", async () => {
  const page = await stranger();
  await page.goto("/people");
  await page.getByRole("heading", { name: "Sign in" }).waitFor();
  expect(new URL(page.url()).pathname).toBe("/sign-in");
  await page.getByLabel("E-mail address").fill("olga@example.org");
  await page.getByLabel("Password").first().fill(TEST_PASSWORD);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByRole("heading", { level: 1, name: "People" }).waitFor();
  expect(new URL(page.url()).pathname).toBe("/people");
});

test("whose session is over is led to the door from where they are, and comes out of it, too", async () => {
  const page = await stranger();
  await page.goto("/sign-in?to=/set-up");
  await page.getByLabel("E-mail address").fill("olga@example.org");
  await page.getByLabel("Password").first().fill(TEST_PASSWORD);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByRole("heading", { level: 1, name: "Set-up" }).waitFor();
  const session = await page.context().cookies();
  await asksNothingAt(page, "/set-up");
  await page.context().clearCookies();
  await page.getByRole("link", { name: "Gaps", exact: true }).click();
  await page.getByRole("heading", { name: "Sign in" }).waitFor();
  expect(new URL(page.url()).searchParams.get("to")).toMatch(/^\//);
  await page.context().addCookies(session);
  await page.goto("/me");
  await page.getByText("You may", { exact: false }).waitFor();
  await asksNothingAt(page, "/me");
  await page.context().clearCookies();
  await page.getByRole("button", { name: /^You: / }).click();
  await page.getByRole("menuitem", { name: "Sign out" }).click();
  await page.getByRole("heading", { name: "Sign in" }).waitFor();
});

test("the console stayed empty", () => expect(said).toEqual([]));
