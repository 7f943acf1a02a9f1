import { Command } from "commander";
import { countOf } from "../report/format/count.ts";
import { AnswerIsNo, onLedger, type Place, sayJson } from "./context.ts";
import { withHoldings } from "./holdings.ts";
import { say } from "./output.ts";

interface Options extends Place {
  readonly json?: boolean;
}

/** `kept forget ID`: erases a person. */
export function forgetCommand(): Command {
  return onLedger(new Command("forget"))
    .description("erases a person: their events, and everything computed from them")
    .argument("<id>", "the customer")
    .option("--json", "as JSON")
    .addHelpText("after", "\nExample:\n  kept forget c-00042")
    .action(async (id: string, options: Options) => {
      const { events, derived, inBackupsUntil } = await withHoldings(options, async (holdings) => {
        const [{ erasePerson }, { OPERATOR }] = [await import("../person.ts"), await import("../people/audit.ts")];
        return erasePerson(holdings, id, Date.now(), OPERATOR);
      });
      const until = inBackupsUntil === undefined ? undefined : new Date(inBackupsUntil).toISOString();
      if (options.json) sayJson({ customer: id, events, ...(until === undefined ? {} : { inBackupsUntil: until }) });
      else if (events + derived > 0)
        say(`Erased ${id}: ${countOf(events, "event", "events")}, and all verdicts on them.\n`);
      if (!options.json && until !== undefined)
        say(`Backups that were made before may hold them until ${until.slice(0, 10)}.\n`);
      if (events + derived === 0) throw new AnswerIsNo(`the ledger knows nobody called ${id}.`);
    });
}
