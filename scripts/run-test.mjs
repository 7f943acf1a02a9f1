import { spawnSync } from "node:child_process";

/** Runs one test file that does something for people to look at; `settings` are of its environment. */
export function runTest(file, settings) {
  const vitest = ["node_modules/vitest/vitest.mjs", "run", file, "--disable-console-intercept"];
  const env = { ...process.env, ...settings };
  process.exitCode = spawnSync(process.execPath, vitest, { env, stdio: "inherit" }).status ?? 1;
}
