// Says how long pages and answers take on a demo world: npm run clicks [-- CUSTOMERS]
import { runTest } from "./run-test.mjs";

/** A million events, about. */
const [customers = "66000"] = process.argv.slice(2);
runTest("test/web/clicks.test.ts", { KEPT_CLICKS: customers });
