import type { Browser, BrowserContext, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll } from "vitest";
import type { Role } from "../../src/people/rights.ts";
import { openBrowser } from "../chromium.ts";
import { type DemoServer, openDemoServer } from "./demo-server.ts";

/** A server on a demo world, and a browser, for all tests of a file. */
export interface Web {
  readonly server: DemoServer;
  readonly browser: Browser;
  /** A page for somebody of a role, for one test. What it loads stays for the next page of the same role and options. */
  page(role: Role, options?: BrowserContextOptions): Promise<Page>;
}

export function openedWeb(customers: number, environment: Readonly<Record<string, string>> = {}): Web {
  let server: DemoServer | undefined;
  let browser: Browser | undefined;
  const contexts = new Map<string, BrowserContext>();
  const open = <T>(one: T | undefined): T => {
    if (one === undefined) throw new Error("the server and the browser are not open yet");
    return one;
  };
  beforeAll(async () => {
    const opening = openDemoServer(customers, environment).then((opened) => {
      server = opened;
    });
    ({ browser } = await openBrowser());
    await opening;
  });
  afterEach(async () => {
    for (const context of contexts.values()) for (const page of context.pages()) await page.close();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.dispose();
  });
  return {
    get server() {
      return open(server);
    },
    get browser() {
      return open(browser);
    },
    async page(role, options = {}) {
      const key = JSON.stringify([role, options]);
      const context = contexts.get(key) ?? (await open(server).signedIn(open(browser), role, options));
      contexts.set(key, context);
      return context.newPage();
    },
  };
}
