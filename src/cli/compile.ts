import { Command } from "commander";
import { promiseNamed } from "../language/promise-named.ts";
import { readClock } from "../promises/clock.ts";
import { promiseSql } from "../promises/promise-sql.ts";
import { asOfOf, asOfOption, onExperience, type Place, readExperienceOf, withStore } from "./context.ts";
import { say } from "./output.ts";

interface Options extends Place {
  readonly asOf?: string;
}

/** `kept compile NAME`: the SQL of a promise. */
export function compileCommand(): Command {
  return onExperience(new Command("compile"))
    .description("the SQL that judges a promise, formatted, with its parameters")
    .argument("<name>", "the promise, as the experience file names it")
    .option(...asOfOption)
    .addHelpText("after", "\nExample:\n  kept compile working-in-three-days")
    .action(async (name: string, options: Options) => {
      const experience = readExperienceOf(options);
      const promise = promiseNamed(experience, name);
      await withStore(options, async (store) => {
        const asOf = await asOfOf(store, options.asOf, experience.timezone);
        const clock = await readClock(store, experience);
        say(await promiseSql(store, experience, promise, clock, asOf));
      });
    });
}
