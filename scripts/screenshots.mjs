// Makes pictures of every page in both themes at two widths: npm run screenshots [-- FOLDER [PAGE…]]
import { spawnSync } from "node:child_process";
import { resolve } from "node:path";

const [folder = "screenshots", ...pages] = process.argv.slice(2);
const env = { ...process.env, KEPT_SCREENSHOTS: resolve(folder) };
if (pages.length > 0) env.KEPT_SCREENSHOTS_OF = pages.join(",");
const vitest = ["node_modules/vitest/vitest.mjs", "run", "--disableConsoleIntercept", "test/web/screenshots.test.ts"];
process.exitCode = spawnSync(process.execPath, vitest, { env, stdio: "inherit" }).status ?? 1;
