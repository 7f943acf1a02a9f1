import { Command } from "commander";
import { judge } from "../promises/judge.ts";
import { equityText } from "../report/equity-text.ts";
import { asOfOf, asOfOption, onExperience, type Place, readExperienceOf, sayJson, withStore } from "./context.ts";
import { colored, say, widthOfTerminal, withProgress } from "./output.ts";

interface Options extends Place {
  readonly asOf?: string;
  readonly json?: boolean;
}

/** `kept equity`: what customers are worth, and whether they would buy again now. */
export function equityCommand(): Command {
  return onExperience(new Command("equity"))
    .description(
      "what customers are worth in the time to come, what of it is at risk, and whether they would buy again now",
    )
    .option(...asOfOption)
    .option("--json", "as JSON")
    .addHelpText(
      "after",
      "\nExamples:\n  kept equity\n  kept equity --as-of 2026-06-30 --json\n\nAs one HTML file: kept report --costs --html report.html",
    )
    .action(async (options: Options) => {
      const experience = readExperienceOf(options);
      // Loaded only here: the special functions take a moment that other commands need not wait for.
      const { measureEquityNow } = await import("../value/findings/equity-now.ts");
      const found = await withStore(options, async (store) => {
        const asOf = await asOfOf(store, options.asOf, experience.timezone);
        await withProgress("Judging", (progress) => judge(store, experience, asOf, { progress }));
        return measureEquityNow(store, experience, asOf);
      });
      if (options.json) sayJson({ ...found.equity, at_risk: found.at_risk, exchanges: found.exchanges });
      else
        say(
          equityText(
            found.equity,
            { width: widthOfTerminal(), color: colored() },
            { ...found, currency: experience.currency ?? null },
          ),
        );
    });
}
