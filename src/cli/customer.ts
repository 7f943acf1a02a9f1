import { Command } from "commander";
import { briefOn } from "../gaps/brief.ts";
import { judge } from "../promises/judge.ts";
import {
  AnswerIsNo,
  asOfOf,
  asOfOption,
  onExperience,
  type Place,
  readExperienceOf,
  sayJson,
  withStore,
} from "./context.ts";
import { customerText } from "./customer-text.ts";
import { colored, say, widthOfTerminal, withProgress } from "./output.ts";

interface Options extends Place {
  readonly asOf?: string;
  readonly json?: boolean;
}

/** `kept customer ID`: one customer's story and what we owe them. */
export function customerCommand(): Command {
  return onExperience(new Command("customer"))
    .description("one customer: why they bought, what we owe them, where we let them down, what happened")
    .argument("<id>", "the customer")
    .option(...asOfOption)
    .option("--json", "as JSON")
    .addHelpText("after", "\nExample:\n  kept customer c-00042")
    .action(async (id: string, options: Options) => {
      const experience = readExperienceOf(options);
      await withStore(options, async (store) => {
        const asOf = await asOfOf(store, options.asOf, experience.timezone);
        await withProgress("Judging", (progress) => judge(store, experience, asOf, { progress }));
        const brief = await briefOn(store, experience, id, asOf);
        if (brief === undefined) throw new AnswerIsNo(`the ledger knows nobody called ${id}.`);
        if (options.json) sayJson(brief);
        else say(customerText(brief, experience, asOf, { width: widthOfTerminal(), color: colored() }));
      });
    });
}
