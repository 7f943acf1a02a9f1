// Takes the picture of the README: the top of an HTML report, in a real browser.
//   node scripts/picture.mjs REPORT.html [PICTURE.png]
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { runnerImport } from "vite";

const [report, picture = "docs/report.png"] = process.argv.slice(2);
if (report === undefined) {
  console.error("Name the HTML report to take the picture of: node scripts/picture.mjs REPORT.html [PICTURE.png]");
  process.exit(2);
}

const WIDTH = 1180;
const HEIGHT = 1280;

const { module } = await runnerImport("./test/chromium.ts");
const { browser, taken } = await module.openBrowser();
try {
  const page = await browser.newPage({
    viewport: { width: WIDTH, height: HEIGHT },
    colorScheme: "light",
    deviceScaleFactor: 1.5,
  });
  await page.goto(pathToFileURL(resolve(report)).href);
  await page.screenshot({ path: picture });
  console.log(`${picture}: ${WIDTH} × ${HEIGHT}, taken with ${taken}`);
} finally {
  await browser.close();
}
