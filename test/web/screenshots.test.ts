import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { BrowserContext } from "playwright-core";
import { expect, test } from "vitest";
import { openBrowser } from "../chromium.ts";
import { fitted, openDemoServer } from "./demo-server.ts";
import { type Address, everyAddress, FRAMED } from "./every-address.ts";
import { show } from "./look.ts";

const folder = process.env["KEPT_SCREENSHOTS"] ?? "";
const wanted = process.env["KEPT_SCREENSHOTS_OF"]?.split(",");

// `npm run screenshots` names the folder: pictures are for people to look at.
test.skipIf(folder === "")(
  "makes pictures of every page in both themes at two widths",
  async () => {
    const [server, { browser }] = await Promise.all([openDemoServer(400, FRAMED), openBrowser()]);
    try {
      mkdirSync(folder, { recursive: true });
      const all = await everyAddress(server);
      const addresses = all.filter(({ name }) => wanted === undefined || wanted.includes(name));
      expect(addresses.length, `there are ${all.map(({ name }) => name).join(", ")}`).toBeGreaterThan(0);
      const outside = addresses.filter(({ open }) => open);
      const inside = addresses.filter(({ open }) => !open);
      await fitted(server);
      for (const colorScheme of ["light", "dark"] as const)
        for (const width of [1280, 360]) {
          const options = { colorScheme, viewport: { width, height: 800 } };
          const look = `${colorScheme}-${width}`;
          await take(await server.signedIn(browser, "owner", options), inside, look);
          await take(await browser.newContext({ baseURL: server.address, ...options }), outside, look);
        }
    } finally {
      await browser.close();
      await server.dispose();
    }
  },
  1_200_000,
);

async function take(context: BrowserContext, addresses: readonly Address[], look: string): Promise<void> {
  const page = await context.newPage();
  for (const { name, path } of addresses) {
    await show(page, path);
    const file = join(folder, `${name}-${look}.png`);
    await page.screenshot({ path: file, fullPage: true, animations: "disabled" });
    console.log(file);
  }
  await context.close();
}
