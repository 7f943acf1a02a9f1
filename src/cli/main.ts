#!/usr/bin/env node
import { createRequire } from "node:module";
import { Command, CommanderError } from "commander";
import { KeptError } from "../kept-error.ts";
import { atRiskCommand } from "./at-risk.ts";
import { backupCommand } from "./backup.ts";
import { benchCommand } from "./bench.ts";
import { checkCommand } from "./check.ts";
import { compileCommand } from "./compile.ts";
import { AnswerIsNo } from "./context.ts";
import { customerCommand } from "./customer.ts";
import { demoCommand } from "./demo.ts";
import { doctorCommand } from "./doctor.ts";
import { equityCommand } from "./equity.ts";
import { exportCommand } from "./export.ts";
import { forgetCommand } from "./forget.ts";
import { importCommand } from "./import.ts";
import { initCommand } from "./init.ts";
import { tell } from "./output.ts";
import { promiseCommand } from "./promise.ts";
import { reportCommand } from "./report.ts";
import { restoreCommand } from "./restore.ts";
import { serveCommand } from "./serve.ts";
import { valueCommand } from "./value.ts";

/** The program ends with 0 when it is done, with 1 when the answer is no, and with 2 when it could not run. */
async function main(): Promise<number> {
  const { version } = createRequire(import.meta.url)("../../package.json") as { version: string };
  const program = new Command("kept")
    .description("What did your customers think they bought, and did they get it?")
    .version(version)
    .showHelpAfterError("(kept --help and kept COMMAND --help show what there is)")
    .exitOverride();
  const commands = [
    demoCommand(version),
    initCommand(),
    checkCommand(),
    importCommand(),
    reportCommand(version),
    promiseCommand(),
    valueCommand(),
    customerCommand(),
    atRiskCommand(),
    equityCommand(),
    compileCommand(),
    serveCommand(),
    backupCommand(),
    restoreCommand(),
    forgetCommand(),
    exportCommand(),
    doctorCommand(),
    benchCommand(),
  ];
  for (const command of commands)
    program.addCommand(
      command.exitOverride().showHelpAfterError(`(kept ${command.name()} --help shows what it takes)`),
    );
  try {
    await program.parseAsync();
    return 0;
  } catch (thrown) {
    return explain(thrown);
  }
}

function explain(thrown: unknown): number {
  if (thrown instanceof CommanderError) return thrown.exitCode === 0 ? 0 : 2;
  if (thrown instanceof AnswerIsNo) {
    if (thrown.message !== "") tell(`kept: ${thrown.message}\n`);
    return 1;
  }
  if (thrown instanceof KeptError) {
    tell(`kept: ${thrown.message}\n`);
    if (process.env["KEPT_DEBUG"]) tell(`${String(thrown.stack)}\n${JSON.stringify(thrown.cause, null, 2)}\n`);
    return 2;
  }
  tell(
    `kept: this is a fault of the program itself; please report it.\n${thrown instanceof Error ? thrown.stack : String(thrown)}\n`,
  );
  return 2;
}

process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  // Whoever read the output has seen enough.
  if (error.code === "EPIPE") process.exit(0);
  throw error;
});
process.exitCode = await main();
