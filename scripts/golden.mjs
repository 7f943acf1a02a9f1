// Writes anew what the golden experiences are compiled to and judged as: npm run golden
import { spawnSync } from "node:child_process";

const vitest = ["node_modules/vitest/vitest.mjs", "run", "test/golden"];
const env = { ...process.env, KEPT_GOLDEN: "write" };
process.exitCode = spawnSync(process.execPath, vitest, { env, stdio: "inherit" }).status ?? 1;
