import { existsSync } from "node:fs";
import { Command } from "commander";
import { AnswerIsNo, experienceFileOf, onExperience, type Place, readExperienceOf } from "./context.ts";
import { withHoldings } from "./holdings.ts";
import { say } from "./output.ts";

/** `kept export ID`: hands over what is known of a person. */
export function exportCommand(): Command {
  return onExperience(new Command("export"))
    .description(
      "hands over what is known of a person, one JSON object a line: events, links of ids, what was refused, and verdicts",
    )
    .argument("<id>", "the customer")
    .addHelpText("after", "\nExample:\n  kept export c-00042 > c-00042.jsonl")
    .action(async (id: string, options: Place) => {
      const experience = existsSync(experienceFileOf(options)) ? readExperienceOf(options) : undefined;
      await withHoldings(options, async (holdings) => {
        const { handOver } = await import("../person.ts");
        let lines = 0;
        for await (const line of handOver(holdings, id, experience)) {
          say(`${line}\n`);
          lines += 1;
        }
        if (lines === 0) throw new AnswerIsNo(`the ledger knows nobody called ${id}.`);
      });
    });
}
