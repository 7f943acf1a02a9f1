// Says how long pages and answers take on a demo world: npm run clicks [-- CUSTOMERS]
import { spawnSync } from "node:child_process";

/** A million events, about. */
const [customers = "66000"] = process.argv.slice(2);
const env = { ...process.env, KEPT_CLICKS: customers };
const vitest = ["node_modules/vitest/vitest.mjs", "run", "--disableConsoleIntercept", "test/web/clicks.test.ts"];
process.exitCode = spawnSync(process.execPath, vitest, { env, stdio: "inherit" }).status ?? 1;
