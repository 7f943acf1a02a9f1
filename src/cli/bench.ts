import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Command } from "commander";
import { sayJson } from "./context.ts";
import { say } from "./output.ts";

interface Options {
  readonly large?: boolean;
  readonly quick?: boolean;
  readonly json?: boolean;
}

/** `kept bench`: the benchmarks, side by side with their yardsticks. */
export function benchCommand(): Command {
  return new Command("bench")
    .description("the benchmarks, each beside its yardstick in the same run")
    .option("--large", "also with 100 million events (about 20 GB of disk)")
    .option("--quick", "with 60,000 events only, to see that it runs")
    .option("--json", "as JSON")
    .addHelpText("after", "\nExample:\n  kept bench")
    .action(async (options: Options) => {
      const home = mkdtempSync(join(tmpdir(), "kept-bench-"));
      try {
        // No other command needs what the benchmarks load.
        const { bench, benchCsv } = await import("../bench/run.ts");
        const print = options.json ? () => {} : say;
        const results = await bench({ orders: ordersOf(options), home, print });
        const csv = await benchCsv({ home, print, rows: options.quick ? 20_000 : 2_000_000, clock: Date.now });
        const { benchIntake } = await import("../server/intake/bench-intake.ts");
        const intake = await benchIntake({ events: options.quick ? 5_000 : 200_000, now: Date.now, print });
        const { benchLive } = await import("./bench-live.ts");
        const live = await benchLive({ ...liveOf(options), now: Date.now, print });
        if (options.json) sayJson({ judging: results, csv, intake, live });
      } finally {
        rmSync(home, { recursive: true, force: true });
      }
    });
}

/** About 1, 10 and 100 million events. */
const ordersOf = ({ large, quick }: Options): readonly number[] =>
  quick ? [5_000] : large ? [85_000, 850_000, 8_500_000] : [85_000, 850_000];

/** A server on about 20 million events, for two minutes. */
const liveOf = ({ quick }: Options) => (quick ? { orders: 5_000, seconds: 10 } : { orders: 1_700_000, seconds: 120 });
