import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { middleAndMost } from "../../src/cli/bench-answers.ts";
import { openBrowser } from "../chromium.ts";
import { type DemoServer, fitted, openDemoServer } from "./demo-server.ts";
import { type Address, everyAddress, FRAMED } from "./every-address.ts";
import { settled, show } from "./look.ts";

const customers = Number(process.env["KEPT_CLICKS"] ?? 0);
/** How often each page is gone to. */
const ROUNDS = 10;

// `npm run clicks` says of how many customers: figures are for people to look at.
test.skipIf(customers === 0)(
  "tells how long every page takes after a click, and every answer that it asks for",
  async () => {
    const [server, { browser }] = await Promise.all([openDemoServer(customers, FRAMED), openBrowser()]);
    try {
      const [count] = await server.rooms.house.store.rows<{ readonly events: string }>({
        piece: "sql",
        pieces: ["select count() as events from events"],
      });
      const pages = (await everyAddress(server)).filter(({ open, name }) => !open && name !== "nowhere");
      await fitted(server);
      const context = await server.signedIn(browser, "owner", { viewport: { width: 1280, height: 800 } });
      const page = await context.newPage();
      const answers = timesOfAnswers(page);
      const clicks = new Map<string, number[]>();
      for (let round = 0; round < ROUNDS; round += 1)
        for (const { name, path } of await withSomebody(server, pages, round)) {
          const known = clicks.get(name) ?? [];
          clicks.set(name, [...known, await click(page, path)]);
        }
      expect(clicks.size).toBeGreaterThan(10);
      console.log(`On ${Number(count?.events).toLocaleString("en")} events`);
      print("after a click", clicks);
      print("answers", answers);
    } finally {
      await browser.close();
      await server.dispose();
    }
  },
  7_200_000,
);

/** Somebody else each time where a page is about a person. */
async function withSomebody(
  { rooms }: DemoServer,
  pages: readonly Address[],
  round: number,
): Promise<readonly Address[]> {
  const [one] = await rooms.house.store.rows<{ readonly customer: string }>({
    piece: "sql",
    pieces: [`select customer from events where customer_key % 1000 = ${round} order by customer_key limit 1`],
  });
  const path = `/customers/${encodeURIComponent(one?.customer ?? "")}`;
  return pages.map((page) => (page.name === "customer" ? { ...page, path } : page));
}

/** Ms from a click in a page where nothing of the next is known yet until that is there. */
async function click(page: Page, path: string): Promise<number> {
  await show(page, "/me");
  const begun = performance.now();
  // As a link does.
  await page.evaluate(`history.pushState({}, "", ${JSON.stringify(path)})`);
  await page.waitForFunction(`location.pathname + location.search === ${JSON.stringify(path)}`);
  await settled(page);
  return performance.now() - begun;
}

/** Ms of the answers of the server by their route, from now on. */
function timesOfAnswers(page: Page): ReadonlyMap<string, readonly number[]> {
  const all = new Map<string, number[]>();
  page.on("requestfinished", (request) => {
    const { pathname, search } = new URL(request.url());
    const { responseEnd } = request.timing();
    if (!pathname.startsWith("/api/") || responseEnd < 0) return;
    const route = pathname.replace(/(customers|promises|journeys)\/[^/]+/, "$1/:id") + (search === "" ? "" : "?…");
    all.set(route, [...(all.get(route) ?? []), responseEnd]);
  });
  return all;
}

function print(what: string, all: ReadonlyMap<string, readonly number[]>): void {
  console.log(`\n${what}, ms: middle, p95, most, how many`);
  for (const [name, times] of [...all].toSorted(([a], [b]) => a.localeCompare(b))) {
    const { p50, p95 } = middleAndMost(times);
    const figures = [p50, p95, Math.max(...times)].map((ms) => ms.toFixed(0).padStart(6)).join("");
    console.log(`  ${name.padEnd(44)}${figures}${String(times.length).padStart(5)}`);
  }
}
