import { Command } from "commander";
import { KeptError } from "../kept-error.ts";
import { onLedger, type Place, sayJson } from "./context.ts";
import { withHoldings } from "./holdings.ts";
import { say } from "./output.ts";

interface Options extends Place {
  readonly keepDays: string;
  readonly stateOnly?: boolean;
  readonly json?: boolean;
}

/** `kept backup FOLDER`: both engines to one folder, while the server goes on. */
export function backupCommand(): Command {
  return onLedger(new Command("backup"))
    .description(
      "takes everything to a new folder in FOLDER, while the server goes on, and removes expired backups there",
    )
    .argument("<folder>", "where backups lie")
    .option("--keep-days <n>", "for how long this backup is kept", "30")
    .option("--state-only", "without the ledger: for one on a ClickHouse server, which is backed up there")
    .option("--json", "as JSON")
    .addHelpText("after", "\nExample:\n  kept backup /var/backups/kept --keep-days 14")
    .action(async (folder: string, options: Options) => {
      const keepDays = Number(options.keepDays);
      if (!Number.isInteger(keepDays) || keepDays < 1 || keepDays > 3650)
        throw new KeptError("bad-option", `--keep-days is "${options.keepDays}"; write days from 1 to 3650.`);
      const backup = await withHoldings(options, async (holdings) => {
        const stateOnly = options.stateOnly ?? false;
        if (!stateOnly && holdings.ledgerOnServer)
          throw new KeptError(
            "server-ledger",
            "The ledger is on a ClickHouse server: back it up there with its own BACKUP, and take the state with --state-only.",
          );
        const { makeBackup } = await import("../backup.ts");
        return makeBackup(holdings, { folder, at: Date.now(), keepDays, stateOnly });
      });
      const { manifest, removed } = backup;
      if (options.json) sayJson({ folder: backup.folder, ...manifest, removed });
      else {
        const bytes = Object.values(manifest.files).reduce((sum, file) => sum + file.bytes, 0);
        say(
          `Backed up to ${backup.folder}: ${(bytes / 1e6).toFixed(1)} MB, to be kept until ${manifest.expires.slice(0, 10)}.\n`,
        );
        for (const name of removed) say(`Removed ${name}, which had expired.\n`);
      }
    });
}
