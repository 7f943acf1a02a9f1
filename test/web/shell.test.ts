import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openBrowser } from "../chromium.ts";
import { type DemoServer, openDemoServer } from "./demo-server.ts";

let server: DemoServer;
let browser: Browser;
beforeAll(async () => {
  [server, { browser }] = await Promise.all([openDemoServer(100), openBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await server?.dispose();
});

test("who is not signed in comes to the door first, and then to where they wanted", async () => {
  const context = await browser.newContext({ baseURL: server.address });
  const page = await context.newPage();
  await page.goto("/people");
  await page.getByRole("heading", { name: "Sign in" }).waitFor();
  expect(new URL(page.url()).pathname).toBe("/sign-in");
  await context.close();
});

test("the pages run under the strict rules that the server gives browsers", async () => {
  const context = await server.signedIn(browser, "owner");
  const page = await context.newPage();
  const said: string[] = [];
  page.on("console", (message) => message.type() === "error" && said.push(message.text()));
  page.on("pageerror", (error) => said.push(String(error)));
  await page.goto("/");
  await page.getByRole("navigation").waitFor();
  expect(said).toEqual([]);
  await context.close();
});
