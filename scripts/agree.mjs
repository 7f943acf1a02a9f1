// Throws random experiences and events at the engine and at the oracle: npm run agree -- --minutes 10 --seed 7
import { spawnSync } from "node:child_process";
import { parseArgs } from "node:util";

const { values } = parseArgs({
  options: { minutes: { type: "string", default: "10" }, seed: { type: "string", default: "1000" } },
});
const vitest = [
  "node_modules/vitest/vitest.mjs",
  "run",
  "test/agreement/agreement.test.ts",
  "--disable-console-intercept",
];
const env = { ...process.env, KEPT_AGREE_MINUTES: values.minutes, KEPT_AGREE_SEED: values.seed };
process.exitCode = spawnSync(process.execPath, vitest, { env, stdio: "inherit" }).status ?? 1;
