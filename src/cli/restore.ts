import { resolve } from "node:path";
import { Command } from "commander";
import { countOf } from "../report/format/count.ts";
import { environmentOf, readConfig } from "../server/config/read.ts";
import { onLedger, type Place, sayJson } from "./context.ts";
import { withHoldings } from "./holdings.ts";
import { say } from "./output.ts";

interface Options extends Place {
  readonly erased?: string;
  readonly json?: boolean;
}

/** `kept restore BACKUP`: brings a backup back into an empty home. */
export function restoreCommand(): Command {
  return onLedger(new Command("restore"))
    .description("brings a backup back, into a home that holds nothing yet")
    .argument("<backup>", "the folder of one backup")
    .option("--erased <file>", "the `erased.jsonl` of the lost home: who was erased since is erased again")
    .option("--json", "as JSON")
    .addHelpText("after", "\nExample:\n  kept restore /var/backups/kept/kept-20261122T033000Z --home /var/lib/kept")
    .action(async (folder: string, options: Options) => {
      const { eraseAgain, restoreBackup } = await import("../restore.ts");
      const config = readConfig({ ...process.env, ...(options.home === undefined ? {} : { KEPT_HOME: options.home }) });
      const home = resolve(config.home);
      const manifest = await restoreBackup({ home, environment: environmentOf(config, process.env), folder });
      const { erased } = options;
      const again =
        erased === undefined ? 0 : await withHoldings(options, (holdings) => eraseAgain(holdings, erased, Date.now()));
      if (options.json) sayJson({ home, ...manifest, erasedAgain: again });
      else {
        say(
          `Restored ${home} as it was on ${manifest.made}. What came in while the backup was made is judged again.\n`,
        );
        if (erased === undefined) say("Who was erased since then is back: give --erased, or erase them again.\n");
        else say(`Erased again: ${countOf(again, "person", "people")}.\n`);
      }
    });
}
