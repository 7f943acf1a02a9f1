import { Command } from "commander";
import { worstSubjects } from "../gaps/worst.ts";
import { promiseNamed } from "../language/promise-named.ts";
import { report } from "../open.ts";
import { promiseText } from "../report/promise-text.ts";
import { measureBreaking } from "../value/breaking/measure.ts";
import { measureCosts } from "../value/cost/measure.ts";
import { measureExpectations } from "../value/expectation/measure.ts";
import { asOfOf, asOfOption, onExperience, type Place, readExperienceOf, sayJson, withStore } from "./context.ts";
import { colored, say, widthOfTerminal, withProgress } from "./output.ts";
import { worstText } from "./worst-text.ts";

interface Options extends Place {
  readonly asOf?: string;
  readonly json?: boolean;
}

/** How many of the worst are named. */
const WORST = 10;

/** `kept promise NAME`: one promise in depth. */
export function promiseCommand(): Command {
  return onExperience(new Command("promise"))
    .description(
      "one promise in depth: the three numbers, how they moved, what it costs, what is likely to break, who is behind the worst",
    )
    .argument("<name>", "the promise, as the experience file names it")
    .option(...asOfOption)
    .option("--json", "as JSON")
    .addHelpText("after", "\nExample:\n  kept promise working-in-three-days")
    .action(async (name: string, options: Options) => {
      const experience = readExperienceOf(options);
      promiseNamed(experience, name);
      await withStore(options, async (store) => {
        const asOf = await asOfOf(store, options.asOf, experience.timezone);
        const found = await withProgress("Judging", (progress) => report(store, experience, asOf, progress));
        const gap = found.promises.find((one) => one.promise === name);
        if (gap === undefined) throw new Error(`the report has lost the promise ${name}`);
        const worst = await worstSubjects(store, experience, name, asOf, WORST);
        const [expectation] = await measureExpectations(store, experience, asOf, { promises: [name] });
        const [cost] = await measureCosts(store, experience, asOf, { promises: [name] });
        const [breaking] = await measureBreaking(store, experience, asOf, { promises: [name] });
        if (options.json) {
          const { chances = [], ...forecast } = breaking ?? {};
          const expected = chances.reduce((sum, { chance }) => sum + chance, 0);
          const open =
            breaking === undefined ? null : { ...forecast, broken_expected: chances.length > 0 ? expected : null };
          return sayJson({ ...gap, expectation: expectation ?? null, cost: cost ?? null, breaking: open, worst });
        }
        const screen = { width: widthOfTerminal(), color: colored(), currency: found.currency };
        say(promiseText(gap, screen, { expectation, cost, breaking }));
        say(worstText(worst, gap, { currency: found.currency, timezone: found.timezone }));
      });
    });
}
