import { readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { dirname, join } from "node:path";
import RudderAnalytics from "@rudderstack/rudder-sdk-node";
import { Analytics } from "@segment/analytics-node";
import { CloudEvent, emitterFor, httpTransport, Mode } from "cloudevents";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { openBrowser } from "../../../test/chromium.ts";
import { until } from "../../../test/ledger.ts";
import { openTestServer, type TestServer } from "../../../test/server.ts";
import { sql } from "../../sql/sql.ts";

/** The libraries as they are in the registry, told nothing but where to send. */
let server: TestServer;
let key: string;
let address: string;
beforeAll(async () => {
  server = await openTestServer({ KEPT_URL: "" });
  key = await server.writeKey();
  address = await server.listen();
});
afterAll(() => server.dispose());
beforeEach(async () => {
  for (const table of [sql`events`, sql`links`, sql`dead_letters`])
    await server.rooms.house.store.run(sql`TRUNCATE TABLE ${table}`);
});

const stored = async () => {
  const rows = await server.rooms.house.store.rows<Record<string, string>>(
    sql`SELECT customer, known_as, name, properties FROM events ORDER BY at, name`,
  );
  return rows.map(({ properties = "{}", ...row }) => {
    const { context: _context, ...own } = JSON.parse(properties) as Record<string, unknown>;
    return { customer: row["customer"], known_as: row["known_as"], name: row["name"], properties: own };
  });
};
/** The server moves past events by itself. */
const allOf = async (customer: string, events: number) => {
  await until(async () => {
    const rows = await stored();
    return rows.length === events && rows.every((row) => row.customer === customer);
  });
  return stored();
};
const sorted = <T extends { readonly name: string | undefined }>(rows: readonly T[]) =>
  [...rows].sort((a, b) => String(a.name).localeCompare(String(b.name)));

test("@segment/analytics-node", async () => {
  const analytics = new Analytics({ writeKey: key, host: address, flushAt: 3, maxRetries: 2 });
  const failures: unknown[] = [];
  analytics.on("error", (error) => failures.push(error));
  analytics.track({ anonymousId: "anon", event: "basket.filled", properties: { items: 3 } });
  analytics.identify({ userId: "ann", anonymousId: "anon", traits: { plan: "gold" } });
  analytics.page({ userId: "ann", name: "Home", properties: { url: "/" } });
  analytics.screen({ userId: "ann", name: "Basket" });
  analytics.group({ userId: "ann", groupId: "g1", traits: { size: 4 } });
  analytics.track({ userId: "ann", event: "order.placed", properties: { order: "o1", total: 12.5 } });
  analytics.alias({ userId: "anna", previousId: "ann" });
  await analytics.closeAndFlush();
  expect(failures).toEqual([]);
  expect(sorted(await allOf("anna", 6))).toEqual([
    { customer: "anna", known_as: "anon", name: "basket.filled", properties: { items: 3 } },
    { customer: "anna", known_as: "ann", name: "customer.identified", properties: { plan: "gold" } },
    { customer: "anna", known_as: "ann", name: "group.joined", properties: { group: "g1", size: 4 } },
    { customer: "anna", known_as: "ann", name: "order.placed", properties: { order: "o1", total: 12.5 } },
    { customer: "anna", known_as: "ann", name: "page.viewed", properties: { name: "Home", url: "/" } },
    { customer: "anna", known_as: "ann", name: "screen.viewed", properties: { name: "Basket" } },
  ]);
});

test("@segment/analytics-node hears that its key is wrong", async () => {
  const analytics = new Analytics({ writeKey: "wrong", host: address, flushAt: 1, maxRetries: 0 });
  const failed = new Promise((resolve) => analytics.on("error", resolve));
  analytics.track({ userId: "ann", event: "order.placed" });
  expect(await failed).toMatchObject({ code: "delivery_failure" });
  await analytics.closeAndFlush();
  expect(await stored()).toEqual([]);
});

test("@rudderstack/rudder-sdk-node, packed and plain", async () => {
  for (const gzip of [true, false]) {
    const analytics = new RudderAnalytics(key, {
      dataPlaneUrl: address,
      gzip,
      flushAt: 2,
      flushInterval: 100,
      logLevel: "error",
    });
    const sent = (call: (done: (error?: Error) => void) => unknown) =>
      new Promise<void>((resolve, reject) => call((error) => (error ? reject(error) : resolve())));
    await Promise.all([
      sent((done) => analytics.identify({ userId: "bob", anonymousId: "b-anon", traits: { plan: "tin" } }, done)),
      sent((done) => analytics.track({ userId: "bob", event: "order.placed", properties: { gzip } }, done)),
    ]);
  }
  expect(sorted(await stored())).toEqual([
    { customer: "bob", known_as: "", name: "customer.identified", properties: { plan: "tin" } },
    { customer: "bob", known_as: "", name: "customer.identified", properties: { plan: "tin" } },
    { customer: "bob", known_as: "", name: "order.placed", properties: { gzip: true } },
    { customer: "bob", known_as: "", name: "order.placed", properties: { gzip: false } },
  ]);
});

test("cloudevents, structured and binary", async () => {
  const headers = { authorization: `Bearer ${key}` };
  for (const mode of [Mode.STRUCTURED, Mode.BINARY]) {
    const emit = emitterFor(httpTransport(`${address}/v1/cloudevents`), { mode });
    const event = new CloudEvent({
      type: "order.placed",
      source: "/shop",
      id: `id-${mode}`,
      subject: "carol",
      data: { mode },
    });
    const answer = await emit(event, { headers });
    expect(JSON.parse((answer as { body: string }).body)).toEqual({ success: true });
  }
  expect(await stored()).toMatchObject([
    { customer: "carol", name: "order.placed", properties: { mode: "structured" } },
    { customer: "carol", name: "order.placed", properties: { mode: "binary" } },
  ]);
});

/** A shop on another origin, with the library as its package ships it for script tags. */
async function openShop(script: string): Promise<{ readonly url: string; readonly server: Server }> {
  const umd = join(dirname(createRequire(import.meta.url).resolve("@segment/analytics-next/package.json")), "dist/umd");
  const shop = createServer((request, response) => {
    const file = /^\/umd\/([\w.-]+\.js)$/.exec(request.url ?? "")?.[1];
    if (file !== undefined) response.setHeader("content-type", "text/javascript").end(readFileSync(join(umd, file)));
    else
      response
        .setHeader("content-type", "text/html")
        .end(`<!doctype html><title>Shop</title><script src="/umd/index.js"></script><script>${script}</script>`);
  });
  await new Promise<void>((resolve) => shop.listen(0, "127.0.0.1", resolve));
  return { url: `http://127.0.0.1:${(shop.address() as AddressInfo).port}/`, server: shop };
}

test("@segment/analytics-next in a real browser, on another site, told only its cdnURL", async () => {
  const script = `(async () => {
    const [analytics] = await window.AnalyticsNext.AnalyticsBrowser.load({ writeKey: ${JSON.stringify(key)}, cdnURL: ${JSON.stringify(address)} });
    const failed = [];
    analytics.on("error", (error) => failed.push(String(error.reason ?? error)));
    await analytics.page("Home");
    await analytics.track("basket.filled", { items: 2 });
    await analytics.alias("dora");
    await analytics.identify("dora", { plan: "gold" });
    await analytics.track("order.placed", { order: "o9" });
    await analytics.group("g1", { size: 4 });
    await analytics.alias("dorothy");
    window.done = { failed, anonymous: analytics.user().anonymousId() };
  })().catch((error) => { window.done = { failed: [String(error)] }; });`;
  const shop = await openShop(script);
  const { browser } = await openBrowser();
  try {
    const page = await browser.newPage();
    await page.goto(shop.url);
    await page.waitForFunction(() => Reflect.get(globalThis, "done") !== undefined);
    const done = (await page.evaluate(() => Reflect.get(globalThis, "done"))) as {
      failed: string[];
      anonymous: string;
    };
    expect(done.failed).toEqual([]);
    const rows = await allOf("dora", 5);
    expect(sorted(rows).map(({ customer, known_as, name }) => [customer, known_as, name])).toEqual([
      ["dora", done.anonymous, "basket.filled"],
      ["dora", "", "customer.identified"],
      ["dora", "", "group.joined"],
      ["dora", "", "order.placed"],
      ["dora", done.anonymous, "page.viewed"],
    ]);
    expect(rows.find(({ name }) => name === "page.viewed")?.properties).toMatchObject({
      name: "Home",
      title: "Shop",
      url: shop.url,
    });
  } finally {
    await browser.close();
    shop.server.close();
  }
});

test("@segment/analytics-next in a real browser sends batches when it is told to", async () => {
  const script = `(async () => {
    const { AnalyticsBrowser } = window.AnalyticsNext;
    const [analytics] = await AnalyticsBrowser.load(
      { writeKey: ${JSON.stringify(key)}, cdnURL: ${JSON.stringify(address)} },
      { integrations: { "Segment.io": { deliveryStrategy: { strategy: "batching", config: { size: 3, timeout: 200 } } } } });
    for (let i = 0; i < 7; i++) analytics.track("clicked", { i });
  })();`;
  const shop = await openShop(script);
  const { browser } = await openBrowser();
  try {
    const page = await browser.newPage();
    await page.goto(shop.url);
    await until(async () => (await stored()).length === 7);
    expect((await stored()).map(({ properties }) => properties["i"]).sort()).toEqual([0, 1, 2, 3, 4, 5, 6]);
  } finally {
    await browser.close();
    shop.server.close();
  }
});
