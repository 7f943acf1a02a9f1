import { copyFileSync, existsSync, mkdirSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { Command } from "commander";
import { DEMO_CUSTOMERS, DEMO_SEED, demoAsOf, hasDemo, makeDemo } from "../demo/make.ts";
import { report } from "../open.ts";
import { formatCount } from "../report/format/count.ts";
import { reportHtml } from "../report/html.ts";
import { reportText } from "../report/text.ts";
import { packageRoot } from "../storage/package.ts";
import type { Store } from "../storage/store.ts";
import { measureExpectations } from "../value/expectation/measure.ts";
import { readExperienceOf, withStore } from "./context.ts";
import { isWatched, serveDemo, whyUnreachable } from "./demo-server.ts";
import { colored, say, widthOfTerminal, withProgress } from "./output.ts";
import { writeReport } from "./report.ts";
import { wholeNumber } from "./whole-number.ts";

interface Options {
  readonly customers: string;
  readonly seed: string;
  readonly dir: string;
  readonly again?: boolean;
  readonly serve?: boolean;
}

/** `kept demo`: a year of a shop for washing machines, judged. */
export function demoCommand(version: string): Command {
  return new Command("demo")
    .description(
      "makes a small shop's year of events from a seed, writes the report, and opens Kept on it in the browser",
    )
    .option("--customers <n>", "how many customers buy", String(DEMO_CUSTOMERS))
    .option("--seed <n>", "equal seeds make equal worlds", String(DEMO_SEED))
    .option("--dir <dir>", "the folder for the demo", "kept-demo")
    .option("--again", "throw away a demo that is there and make it anew")
    .option("--serve", "open Kept on it, also where nobody sits at a terminal")
    .option("--no-serve", "end when the report is written, as it does in a pipe")
    .addHelpText("after", "\nExamples:\n  kept demo\n  kept demo --customers 100000 --again")
    .action(async (options: Options) => {
      const customers = wholeNumber("--customers", options.customers, 1, 20_000_000);
      const seed = wholeNumber("--seed", options.seed, 0, 2 ** 31);
      const experience = join(options.dir, "experience.yaml");
      const place = { home: join(options.dir, ".kept"), experience };
      if (options.again) rmSync(place.home, { recursive: true, force: true });
      mkdirSync(options.dir, { recursive: true });
      const serves = options.serve ?? isWatched();
      const unreachable = serves ? whyUnreachable(options.dir) : undefined;
      if (options.serve && unreachable !== undefined) throw unreachable;
      if (!existsSync(experience))
        copyFileSync(join(packageRoot, "experiences", "laundry", "experience.yaml"), experience);
      const read = readExperienceOf(place);
      await withStore(place, async (store) => {
        await make(store, customers, seed);
        const found = await withProgress("Judging", (progress) => report(store, read, demoAsOf, progress));
        const file = join(options.dir, "report.html");
        const expectations = await measureExpectations(store, read, demoAsOf);
        writeReport(file, reportHtml(found, { version, expectations }));
        say(reportText(found, { width: widthOfTerminal(), color: colored() }));
        say(
          `\nThe whole report: ${resolve(file)}\nLook closer: cd ${options.dir}, then kept promise ${read.promises[0]?.name ?? "NAME"}, kept customer c-00001\n`,
        );
      });
      if (unreachable !== undefined) say(`\n${unreachable.message}\n`);
      else if (serves) await serveDemo(place);
    });
}

async function make(store: Store, customers: number, seed: number): Promise<void> {
  if (await hasDemo(store)) {
    say("The demo is there already: judging it. (--again makes it anew.)\n\n");
    return;
  }
  const { events } = await withProgress("Making customers", (progress) =>
    makeDemo(store, { customers, seed, progress: (made) => progress(made, customers) }),
  );
  say(`Made a year of Laundry Direct: ${formatCount(customers)} customers, ${formatCount(events)} events.\n\n`);
}
