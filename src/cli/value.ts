import { Command } from "commander";
import { KeptError } from "../kept-error.ts";
import { promiseNamed } from "../language/promise-named.ts";
import { judge } from "../promises/judge.ts";
import { valueText } from "../report/value-text.ts";
import { measureCosts } from "../value/cost/measure.ts";
import { measureDrivers } from "../value/drivers/measure.ts";
import { asOfOf, asOfOption, onExperience, type Place, readExperienceOf, sayJson, withStore } from "./context.ts";
import { colored, say, widthOfTerminal, withProgress } from "./output.ts";

interface Options extends Place {
  readonly asOf?: string;
  readonly json?: boolean;
  readonly within?: string;
}

/** `kept value`: what broken promises cost, and which of them move the felt score most. */
export function valueCommand(): Command {
  return onExperience(new Command("value"))
    .description("what a broken promise costs: in felt score, in buying again, in what customers bring in")
    .argument("[promise...]", "only these promises")
    .option(...asOfOption)
    .option(
      "--within <days>",
      "days in which a purchase counts as buying again (default: as the experience file says, else 3 months)",
    )
    .option("--json", "as JSON")
    .addHelpText(
      "after",
      "\nExamples:\n  kept value\n  kept value arrives-on-the-day --within 60\n\nAs one HTML file: kept report --costs --html report.html",
    )
    .action(async (names: readonly string[], options: Options) => {
      const experience = readExperienceOf(options);
      for (const name of names) promiseNamed(experience, name);
      const windowDays = daysOf(options.within);
      await withStore(options, async (store) => {
        const asOf = await asOfOf(store, options.asOf, experience.timezone);
        await withProgress("Judging", (progress) => judge(store, experience, asOf, { progress }));
        const window = windowDays === undefined ? {} : { windowDays };
        const costs = await measureCosts(store, experience, asOf, {
          ...window,
          ...(names.length === 0 ? {} : { promises: names }),
        });
        const drivers = await measureDrivers(store, experience, asOf, window);
        const found = {
          experience: experience.name,
          as_of: new Date(asOf).toISOString(),
          timezone: experience.timezone,
          currency: experience.currency ?? null,
          costs,
          drivers,
        };
        if (options.json) sayJson(found);
        else say(valueText(found, { width: widthOfTerminal(), color: colored() }));
      });
    });
}

function daysOf(within: string | undefined): number | undefined {
  if (within === undefined) return undefined;
  const days = Number(within);
  if (!/^\d+(\.\d+)?$/.test(within) || !(days > 0 && days <= 3660))
    throw new KeptError("bad-days", `--within takes a number of days above 0, at most 3660, not "${within}".`);
  return days;
}
