import { Command } from "commander";
import { readClock } from "../promises/clock.ts";
import { compileJudging } from "../promises/compile.ts";
import { print } from "../sql/print.ts";
import { sql, text } from "../sql/sql.ts";
import { asOfOf, asOfOption, onExperience, type Place, readExperienceOf, withStore } from "./context.ts";
import { say } from "./output.ts";
import { promiseNamed } from "./promise.ts";

interface Options extends Place {
  readonly asOf?: string;
}

/** `kept compile NAME`: the SQL that judges a promise. */
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
        const [query] = compileJudging(experience, [promise], await readClock(store, experience), asOf);
        if (query === undefined) throw new Error(`${name} was not compiled`);
        const { query: written, query_params } = print(query.rows(sql`true`));
        const [row] = await store.rows<{ formatted: string }>(sql`select formatQuery(${text(written)}) as formatted`);
        const parameters = Object.entries(query_params).map(
          ([key, value]) => `SET param_${key} = ${literal(value)};\n`,
        );
        say(`${parameters.join("")}${row?.formatted ?? written};\n`);
      });
    });
}

const literal = (value: unknown): string => {
  const written = Array.isArray(value)
    ? `[${value.map((one) => (typeof one === "string" ? quoted(one) : String(one))).join(", ")}]`
    : String(value);
  return quoted(written);
};

const quoted = (value: string): string => `'${value.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`;
