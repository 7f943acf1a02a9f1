import { Command } from "commander";
import { forgetCustomer } from "../ledger/forget.ts";
import { countOf } from "../report/format/count.ts";
import { AnswerIsNo, onLedger, type Place, sayJson, withStore } from "./context.ts";
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
      const { events } = await withStore(options, (store) => forgetCustomer(store, id));
      if (options.json) sayJson({ customer: id, events });
      else if (events > 0) say(`Erased ${id}: ${countOf(events, "event", "events")}, and all verdicts on them.\n`);
      if (events === 0) throw new AnswerIsNo(`the ledger knows nobody called ${id}.`);
    });
}
