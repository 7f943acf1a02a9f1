import { Command } from "commander";
import { judge } from "../promises/judge.ts";
import { atRiskText } from "../report/at-risk-text.ts";
import { measureBreaking } from "../value/breaking/measure.ts";
import { measureCosts } from "../value/cost/measure.ts";
import { measureDeficits } from "../value/deficit/measure.ts";
import { asOfOf, asOfOption, onExperience, type Place, readExperienceOf, sayJson, withStore } from "./context.ts";
import { colored, say, widthOfTerminal, withProgress } from "./output.ts";
import { wholeNumber } from "./whole-number.ts";

interface Options extends Place {
  readonly asOf?: string;
  readonly json?: boolean;
  readonly limit: string;
}

const MOST = 10_000;

/** `kept at-risk`: whom to help first. */
export function atRiskCommand(): Command {
  return onExperience(new Command("at-risk"))
    .description("whom to help first: who is likely to be let down while there is time to act, and who has been")
    .option(...asOfOption)
    .option("--limit <n>", "so many customers of each kind", "10")
    .option("--json", "as JSON")
    .addHelpText(
      "after",
      "\nExamples:\n  kept at-risk\n  kept at-risk --limit 50 --json\n\nAs one HTML file: kept report --costs --html report.html",
    )
    .action(async (options: Options) => {
      const limit = wholeNumber("--limit", options.limit, 1, MOST);
      const experience = readExperienceOf(options);
      await withStore(options, async (store) => {
        const asOf = await asOfOf(store, options.asOf, experience.timezone);
        await withProgress("Judging", (progress) => judge(store, experience, asOf, { progress }));
        const costs = await measureCosts(store, experience, asOf);
        const breaking = await measureBreaking(store, experience, asOf, { onlyOpen: true });
        const found = await measureDeficits(store, experience, asOf, { costs, breaking }, limit);
        if (options.json) return sayJson(found);
        say(atRiskText(found, { width: widthOfTerminal(), color: colored(), timezone: experience.timezone }));
      });
    });
}
