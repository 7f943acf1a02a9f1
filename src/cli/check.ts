import { Command } from "commander";
import type { Diagnostic } from "../language/diagnostic.ts";
import { formatDiagnostic } from "../language/format-diagnostic.ts";
import { checkExperienceFile } from "../language/read-file.ts";
import { planColumns } from "../ledger/columns.ts";
import { AnswerIsNo, experienceFileOf, onExperience, type Place, sayJson, withStore } from "./context.ts";
import { colored, say } from "./output.ts";

interface Options extends Place {
  readonly json?: boolean;
  readonly plan?: boolean;
}

/** `kept check`: all faults and warnings of the experience file. */
export function checkCommand(): Command {
  return onExperience(new Command("check"))
    .description("all faults and warnings of the experience file, each with its place")
    .argument("[file]", "the experience file")
    .option("--plan", "also say what the file will change in the ledger")
    .option("--json", "as JSON")
    .addHelpText("after", "\nExample:\n  kept check experience.yaml")
    .action(async (named: string | undefined, options: Options) => {
      const file = named ?? experienceFileOf(options);
      const { experience, diagnostics } = checkExperienceFile(file);
      const changes =
        options.plan && experience ? await withStore(options, (store) => planColumns(store, experience)) : undefined;
      if (options.json) sayJson(options.plan ? { diagnostics, changes: changes ?? null } : diagnostics);
      else say(`${wordsOf(file, diagnostics)}${changes ? planWords(changes) : ""}`);
      if (experience === undefined) throw new AnswerIsNo("");
    });
}

const planWords = (changes: readonly { readonly words: string }[]): string =>
  changes.length === 0 ? "The ledger needs no change.\n" : changes.map(({ words }) => `${words}\n`).join("");

function wordsOf(file: string, diagnostics: readonly Diagnostic[]): string {
  const faults = diagnostics.filter((diagnostic) => diagnostic.severity === "fault").length;
  const warnings = diagnostics.length - faults;
  const count = (n: number, word: string): string => `${n === 0 ? "no" : n} ${word}${n === 1 ? "" : "s"}`;
  const listed = diagnostics.map((diagnostic) => `${formatDiagnostic(diagnostic, { color: colored() })}\n\n`).join("");
  return `${listed}${file}: ${count(faults, "fault")}, ${count(warnings, "warning")}.\n`;
}
