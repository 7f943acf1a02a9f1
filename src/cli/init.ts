import { existsSync, writeFileSync } from "node:fs";
import { Command } from "commander";
import { KeptError } from "../kept-error.ts";
import { isTemplate, TEMPLATES, templateNames, templateText } from "../published/templates.ts";
import { experienceFileOf, type Place } from "./context.ts";
import { say } from "./output.ts";

interface Options extends Pick<Place, "experience"> {
  readonly force?: boolean;
}

/** `kept init`: an experience file to start from. */
export function initCommand(): Command {
  const list = Object.entries(TEMPLATES).map(([name, words]) => `  ${name.padEnd(10)} ${words}`);
  return new Command("init")
    .description("writes an experience file to start from")
    .argument("[template]", `one of ${templateNames.join(", ")}`, "minimal")
    .option("--experience <file>", "where to write it (default: experience.yaml)")
    .option("--force", "overwrite what is there")
    .addHelpText("after", `\nTemplates:\n${list.join("\n")}\n\nExample:\n  kept init webshop`)
    .action((template: string, options: Options) => {
      const file = experienceFileOf(options);
      if (!isTemplate(template))
        throw new KeptError(
          "unknown-template",
          `There is no template "${template}"; there are ${templateNames.join(", ")}.`,
        );
      if (existsSync(file) && !options.force)
        throw new KeptError(
          "file-exists",
          `${file} is there already; add --force to overwrite it, or name another with --experience.`,
        );
      writeFileSync(file, templateText(template));
      say(`Wrote ${file} (${template}). Next: kept check, then kept import YOUR-FILE.csv, then kept report.\n`);
    });
}
