import { existsSync } from "node:fs";
import { basename } from "node:path";
import { Command, Option } from "commander";
import type { Experience } from "../language/experience.ts";
import { importFiles } from "../ledger/import/import-files.ts";
import type { ImportOptions, ImportResult } from "../ledger/import/options.ts";
import { countOf, formatCount } from "../report/format/count.ts";
import { experienceFileOf, onExperience, type Place, readExperienceOf, sayJson, withStore } from "./context.ts";
import { say, tell, withProgress } from "./output.ts";

interface Options
  extends Place,
    Pick<ImportOptions, "customer" | "id" | "timezone" | "dates" | "data" | "source" | "strict"> {
  readonly name?: string;
  readonly event?: string;
  readonly at?: string;
  readonly rejects?: string;
  readonly json?: boolean;
}

/** `kept import`: events into the ledger. */
export function importCommand(): Command {
  return onExperience(new Command("import"))
    .description(
      "events into the ledger: CSV, TSV, JSON lines, Parquet, XES, each also gzipped, and folders of NAME.sql",
    )
    .argument("<file...>", "files, or folders of NAME.sql sources")
    .option("--customer <column>", "column that holds the customer")
    .option("--name <column>", "column that holds the name of the event")
    .option("--event <name>", "the name of all events, where no column holds it")
    .option("--at <column>", "column that holds the time")
    .option("--id <column>", "column that holds an id (default: made from the content)")
    .option("--timezone <zone>", "where times without an offset are meant (default: the experience's time zone)")
    .addOption(new Option("--dates <order>", "what 03/04/2026 means").choices(["day-first", "month-first"]))
    .option("--data <dir>", "the value of {data:String} in sources")
    .option("--source <name>", "stands beside the events as where they came from (default: the file's name)")
    .option("--rejects <file>", "where rows go that cannot be events (default: FILE.rejects.jsonl)")
    .option("--strict", "such rows make the whole import fail")
    .option("--json", "what was done, as JSON")
    .addHelpText(
      "after",
      "\nExamples:\n  kept import events.csv\n  kept import events.csv.gz --customer user_id --name action --at created_at\n  kept import sources/ --data exports/",
    )
    .action(async (files: string[], options: Options) => {
      const experience = experienceIfThere(options);
      const { customer, name, event, at, id, timezone, dates, data, source, strict } = options;
      const rejects = options.rejects ?? rejectsOf(files);
      const columns = { customer, name, event, at, id };
      const settings = { ...columns, timezone, dates, data, source, strict, rejects, now: Date.now };
      const result = await withStore(options, (store) =>
        withProgress("Importing", (progress) => importFiles(store, experience, files, settings, progress)),
      );
      if (options.json) sayJson(result);
      else say(wordsOf(result));
    });
}

/** Events can be kept before anybody has written down what was promised; then times are read as UTC. */
function experienceIfThere(options: Options): Experience | undefined {
  if (options.experience !== undefined || existsSync(experienceFileOf(options))) return readExperienceOf(options);
  tell("There is no experience.yaml here: events are kept as they are, and times without an offset are read as UTC.\n");
  return undefined;
}

const rejectsOf = ([first = "import"]: readonly string[]): string =>
  `${basename(first).replace(/\.gz$/, "")}.rejects.jsonl`;

function wordsOf(result: ImportResult): string {
  const { events, duplicates, rejected, rejectsFile, unknownEvents, unreadable, columns } = result;
  const guessed = columns
    .filter((one) => one.guessed.length > 0)
    .map(({ file, customer, name, event, at, id }) => {
      const named = name === undefined ? `event "${event}"` : `event from "${name}"`;
      return `${file}: customer from "${customer}", ${named}, time from "${at}"${id === undefined ? "" : `, id from "${id}"`}.`;
    });
  const lines = [
    ...guessed,
    `${countOf(events, "event", "events")} added${duplicates > 0 ? `, ${formatCount(duplicates)} were there already` : ""}.`,
    ...(rejected > 0 ? [`${countOf(rejected, "row", "rows")} could not be events: see ${rejectsFile}.`] : []),
    ...unreadable.map(
      ({ property, type, count }) =>
        `${formatCount(count)} × ${property} could not be read as ${type}: taken as absent.`,
    ),
    ...(unknownEvents.length > 0
      ? [
          `Kept, but not in the experience file: ${unknownEvents.map(({ name, count }) => `${name} (${formatCount(count)})`).join(", ")}.`,
        ]
      : []),
  ];
  return `${lines.join("\n")}\n`;
}
