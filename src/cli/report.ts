import { writeFileSync } from "node:fs";
import { Command } from "commander";
import type { Report } from "../gaps/gap.ts";
import { KeptError } from "../kept-error.ts";
import { type ReportWithValue, report, withValue } from "../open.ts";
import { reportHtml } from "../report/html.ts";
import { reportText } from "../report/text.ts";
import { measureExpectations } from "../value/expectation/measure.ts";
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
import { colored, say, widthOfTerminal, withProgress } from "./output.ts";

interface Options extends Place {
  readonly asOf?: string;
  readonly json?: boolean;
  readonly html?: string;
  readonly failBelow?: string;
  readonly costs?: boolean;
}

type MaybeValue = Report & Partial<ReportWithValue>;

/** `kept report`: the gaps. */
export function reportCommand(version: string): Command {
  return onExperience(new Command("report"))
    .description("the gaps between what was expected, what was meant and what was delivered")
    .option(...asOfOption)
    .option("--json", "as JSON")
    .option("--html <file>", "as one HTML file that needs nothing else")
    .option(
      "--fail-below <share>",
      'end with 1 if a promise is kept less often than this share, such as 90%, or than its own "goal"',
    )
    .option(
      "--costs",
      "with what gaps cost, what people really expect, what customers are worth and what is at risk; takes seconds for each promise",
    )
    .addHelpText(
      "after",
      "\nExamples:\n  kept report\n  kept report --html report.html --costs\n  kept report --fail-below goal",
    )
    .action(async (options: Options) => {
      const fails = failing(options.failBelow);
      const experience = readExperienceOf(options);
      const { found, expectations } = await withStore(options, async (store) => {
        const asOf = await asOfOf(store, options.asOf, experience.timezone);
        const gaps = await withProgress("Judging", (progress) => report(store, experience, asOf, progress));
        const found: MaybeValue = options.costs ? await withValue(store, experience, gaps) : gaps;
        const drawn = options.html !== undefined && found.expectations === undefined;
        return { found, expectations: drawn ? await measureExpectations(store, experience, asOf) : found.expectations };
      });
      if (options.html !== undefined)
        writeReport(options.html, reportHtml(found, { ...found, version, expectations: expectations ?? [] }));
      if (options.json) sayJson(found);
      else say(reportText(found, { width: widthOfTerminal(), color: colored() }, found));
      if (options.html !== undefined && !options.json) say(`\nWritten: ${options.html}\n`);
      const missed = found.promises.filter(fails).map((gap) => gap.promise);
      if (missed.length > 0) throw new AnswerIsNo(`kept too seldom: ${missed.join(", ")}.`);
    });
}

export function writeReport(file: string, page: string): void {
  try {
    writeFileSync(file, page);
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new KeptError("not-written", `${file} could not be written (${why}); name another place with --html.`, {
      cause,
    });
  }
}

/** Nothing judged is no evidence, and so no failure. */
function failing(share: string | undefined): (gap: Report["promises"][number]) => boolean {
  if (share === undefined) return () => false;
  if (share === "goal") return ({ kept_rate, goal }) => kept_rate !== null && goal !== null && kept_rate < goal;
  const least = share.endsWith("%") ? Number(share.slice(0, -1)) / 100 : Number(share);
  if (!(least >= 0 && least <= 1) || share.trim() === "")
    throw new KeptError(
      "bad-share",
      `"${share}" is no share; write one such as 90% or 0.9, or "goal" for each promise's own.`,
    );
  return ({ kept_rate }) => kept_rate !== null && kept_rate < least;
}
