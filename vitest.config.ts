import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    // chDB must not be loaded in worker threads.
    pool: "forks",
    // Most of a test's time is waiting for engines to start: more at once than a small machine has processors.
    maxWorkers: 3,
    include: ["src/**/*.test.ts", "test/**/*.test.ts"],
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
