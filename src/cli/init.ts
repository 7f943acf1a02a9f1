import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Command } from "commander";
import { KeptError } from "../kept-error.ts";
import { packageRoot } from "../storage/package.ts";
import { experienceFileOf, type Place } from "./context.ts";
import { say } from "./output.ts";

interface Options extends Pick<Place, "experience"> {
  readonly force?: boolean;
}

/** What is there to start from, and what it is for. */
const TEMPLATES: Readonly<Record<string, string>> = {
  minimal: "two promises for a file of customer, event, time and order",
  webshop: "orders, payments, parcels and reviews",
  "help-desk": "tickets, answers and office hours",
  laundry: "the whole demo world: journeys, occasions and all kinds of promises",
};

/** `kept init`: an experience file to start from. */
export function initCommand(): Command {
  const list = Object.entries(TEMPLATES).map(([name, words]) => `  ${name.padEnd(10)} ${words}`);
  return new Command("init")
    .description("writes an experience file to start from")
    .argument("[template]", `one of ${Object.keys(TEMPLATES).join(", ")}`, "minimal")
    .option("--experience <file>", "where to write it (default: experience.yaml)")
    .option("--force", "overwrite what is there")
    .addHelpText("after", `\nTemplates:\n${list.join("\n")}\n\nExample:\n  kept init webshop`)
    .action((template: string, options: Options) => {
      const file = experienceFileOf(options);
      const source = join(packageRoot, "experiences", template, "experience.yaml");
      if (!Object.hasOwn(TEMPLATES, template) || !existsSync(source))
        throw new KeptError(
          "unknown-template",
          `There is no template "${template}"; there are ${Object.keys(TEMPLATES).join(", ")}.`,
        );
      if (existsSync(file) && !options.force)
        throw new KeptError(
          "file-exists",
          `${file} is there already; add --force to overwrite it, or name another with --experience.`,
        );
      writeFileSync(file, readFileSync(source));
      say(`Wrote ${file} (${template}). Next: kept check, then kept import YOUR-FILE.csv, then kept report.\n`);
    });
}
