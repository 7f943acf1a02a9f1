// Makes pictures of every page in both themes at two widths: npm run screenshots [-- FOLDER [PAGE…]]
import { resolve } from "node:path";
import { runTest } from "./run-test.mjs";

const [folder = "screenshots", ...pages] = process.argv.slice(2);
const chosen = pages.length > 0 ? { KEPT_SCREENSHOTS_OF: pages.join(",") } : {};
runTest("test/web/screenshots.test.ts", { KEPT_SCREENSHOTS: resolve(folder), ...chosen });
