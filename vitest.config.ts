import { defineConfig } from "vitest/config";
import { LongestFirst } from "./test/longest-first.ts";

export default defineConfig({
  test: {
    // chDB must not be loaded in worker threads.
    pool: "forks",
    // Most of a test's time is waiting for engines to start: more at once than a small machine has processors.
    maxWorkers: 3,
    include: ["src/**/*.test.ts", "test/**/*.test.ts"],
    globalSetup: "test/made-folder.ts",
    sequence: { sequencer: LongestFirst },
    // Limits of hanging, not of speed: machines differ, and are busy.
    testTimeout: 600_000,
    hookTimeout: 600_000,
    expect: { poll: { timeout: 120_000, interval: 100 } },
  },
});
