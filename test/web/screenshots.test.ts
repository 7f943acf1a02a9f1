import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openBrowser } from "../chromium.ts";
import { openDemoServer } from "./demo-server.ts";
import { everyAddress } from "./every-address.ts";
import { show } from "./look.ts";

const folder = process.env["KEPT_SCREENSHOTS"];
const wanted = process.env["KEPT_SCREENSHOTS_OF"]?.split(",");

// `npm run screenshots` names the folder: pictures are for people to look at.
test.skipIf(folder === undefined)(
  "makes pictures of every page in both themes at two widths",
  async () => {
    const [server, { browser }] = await Promise.all([openDemoServer(), openBrowser()]);
    try {
      mkdirSync(folder ?? "", { recursive: true });
      const addresses = (await everyAddress(server)).filter(
        ({ name }) => wanted === undefined || wanted.includes(name),
      );
      for (const colorScheme of ["light", "dark"] as const)
        for (const width of [1280, 360]) {
          const viewport = { width, height: 800 };
          const inside = await server.signedIn(browser, "owner", { colorScheme, viewport });
          const outside = await browser.newContext({ baseURL: server.address, colorScheme, viewport });
          for (const { name, path, open } of addresses) {
            const page = await (open ? outside : inside).newPage();
            await show(page, path);
            const file = join(folder ?? "", `${name}-${colorScheme}-${width}.png`);
            await page.screenshot({ path: file, fullPage: true, animations: "disabled" });
            await page.close();
          }
          await inside.close();
          await outside.close();
        }
      expect(addresses.length).toBeGreaterThan(0);
    } finally {
      await browser.close();
      await server.dispose();
    }
  },
  600_000,
);
