import { Command } from "commander";
import { equityText } from "../report/equity-text.ts";
import { isRefusal } from "../value/estimate.ts";
import { asOfOf, asOfOption, onExperience, type Place, readExperienceOf, sayJson, withStore } from "./context.ts";
import { colored, say, widthOfTerminal } from "./output.ts";

interface Options extends Place {
  readonly asOf?: string;
  readonly json?: boolean;
}

/** `kept equity`: what customers are worth, and whether they would buy again now. */
export function equityCommand(): Command {
  return onExperience(new Command("equity"))
    .description("what customers are worth in the time to come, and whether they would buy again now")
    .option(...asOfOption)
    .option("--json", "as JSON")
    .addHelpText("after", "\nExamples:\n  kept equity\n  kept equity --as-of 2026-06-30 --json")
    .action(async (options: Options) => {
      const experience = readExperienceOf(options);
      // Loaded only here: the special functions take a moment that other commands need not wait for.
      const { measureEquity } = await import("../value/equity/measure.ts");
      const found = await withStore(options, async (store) => {
        const asOf = await asOfOf(store, options.asOf, experience.timezone);
        return measureEquity(store, experience, asOf);
      });
      const equity = isRefusal(found) ? found : found.equity;
      if (options.json) sayJson(equity);
      else say(equityText(equity, { width: widthOfTerminal(), color: colored() }));
    });
}
