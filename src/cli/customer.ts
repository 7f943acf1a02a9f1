import { Command } from "commander";
import { briefOn, type CustomerBrief } from "../gaps/brief.ts";
import type { Experience } from "../language/experience.ts";
import { judge } from "../promises/judge.ts";
import type { Store } from "../storage/store.ts";
import { measureBreaking } from "../value/breaking/measure.ts";
import { measureCosts } from "../value/cost/measure.ts";
import type { Deficit } from "../value/deficit/deficit.ts";
import { deficitOfCustomer } from "../value/deficit/measure.ts";
import { outlookOnOne } from "../value/equity/one-customer.ts";
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
        const deficit = await deficitOn(store, experience, brief, asOf);
        const outlook = await outlookOnOne(store, experience, brief.customer, asOf);
        if (options.json) return sayJson({ ...brief, deficit, outlook });
        say(
          customerText(brief, { deficit, outlook }, experience, asOf, { width: widthOfTerminal(), color: colored() }),
        );
      });
    });
}

/** What they are short of; costs and chances are measured for the promises that concern them alone. */
async function deficitOn(
  store: Store,
  experience: Experience,
  brief: CustomerBrief,
  asOf: number,
): Promise<Deficit | null> {
  const owed = new Set(brief.owed.map(({ promise }) => promise));
  const concerned = new Set([...owed, ...brief.broken.map(({ promise }) => promise)]);
  if (concerned.size === 0) return null;
  const costs = await measureCosts(store, experience, asOf, { promises: [...concerned] });
  const breaking = await measureBreaking(store, experience, asOf, { promises: [...owed] });
  return deficitOfCustomer(store, experience, brief.customer, asOf, { costs, breaking });
}
