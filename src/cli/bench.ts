import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Command } from "commander";
import { sayJson } from "./context.ts";
import { say } from "./output.ts";

interface Options {
  readonly large?: boolean;
  readonly json?: boolean;
}

/** `kept bench`: the benchmarks, side by side with their yardsticks. */
export function benchCommand(): Command {
  return new Command("bench")
    .description("the benchmarks, each beside its yardstick in the same run")
    .option("--large", "also with 100 million events (about 20 GB of disk)")
    .option("--json", "as JSON")
    .addHelpText("after", "\nExample:\n  kept bench")
    .action(async (options: Options) => {
      const home = mkdtempSync(join(tmpdir(), "kept-bench-"));
      try {
        // No other command needs what the benchmarks load.
        const { bench } = await import("../bench/run.ts");
        const results = await bench({ large: options.large === true, home, print: options.json ? () => {} : say });
        if (options.json) sayJson(results);
      } finally {
        rmSync(home, { recursive: true, force: true });
      }
    });
}
