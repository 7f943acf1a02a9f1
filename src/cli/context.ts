import type { Command } from "commander";
import { KeptError } from "../kept-error.ts";
import type { Experience } from "../language/experience.ts";
import { formatDiagnostic } from "../language/format-diagnostic.ts";
import { namedMoment } from "../language/named-moment.ts";
import { checkExperienceFile } from "../language/read-file.ts";
import { lastKnownMoment } from "../open.ts";
import { readJudged } from "../promises/judged.ts";
import { openStore } from "../storage/open.ts";
import type { Store } from "../storage/store.ts";
import { colored, say, tell } from "./output.ts";

/** Options that every command on a ledger takes. */
export interface Place {
  readonly home?: string;
  readonly experience?: string;
}

export const onLedger = (command: Command): Command =>
  command.option("--home <dir>", "the folder of the ledger (default: KEPT_HOME, else .kept)");

export const onExperience = (command: Command): Command =>
  onLedger(command).option("--experience <file>", "the experience file (default: experience.yaml)");

export const homeOf = ({ home }: Place): string => home ?? process.env["KEPT_HOME"] ?? ".kept";
export const experienceFileOf = ({ experience }: Place): string => experience ?? "experience.yaml";

/** The answer is no: what was asked for is said, and the program ends with 1. */
export class AnswerIsNo extends Error {}

/** Reads the experience file; its faults, all of them, are the answer if it has any. Warnings are left to `check`. */
export function readExperienceOf(place: Place): Experience {
  const file = experienceFileOf(place);
  const { experience, diagnostics } = checkExperienceFile(file);
  if (experience !== undefined) return experience;
  const faults = diagnostics.filter((diagnostic) => diagnostic.severity === "fault");
  for (const fault of faults) tell(`${formatDiagnostic(fault, { color: colored() })}\n`);
  throw new AnswerIsNo(`${file} has ${faults.length === 1 ? "a fault" : `${faults.length} faults`}: nothing was done.`);
}

/** Opens the ledger for as long as the work lasts. */
export async function withStore<T>(place: Place, work: (store: Store) => Promise<T>): Promise<T> {
  const store = await openStore({ home: homeOf(place) });
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

export const asOfOption = [
  "--as-of <moment>",
  "judge as of this moment, such as 2026-10-31 or 2026-10-31T12:00:00Z (default: the last event)",
] as const;

/**
 * The moment that was named, or the last of which the ledger knows; a day means its end, in the experience's time zone.
 * Where a server judges the ledger, the moment as of which it did.
 */
export async function asOfOf(store: Store, named: string | undefined, timezone: string): Promise<number> {
  const judged = await readJudged(store);
  if (judged?.held === "server") {
    if (named === undefined) return judged.asOf;
    const words =
      "A server judges this ledger as of now, again and again; stop it to look at another moment with --as-of.";
    throw new KeptError("kept-by-server", words);
  }
  if (named === undefined) return lastKnownMoment(store, Date.now());
  const asOf = namedMoment(named, timezone, "last");
  if (asOf > Date.now())
    tell(`${named} lies ahead: what is open until then counts as broken, and nobody has bought since.\n`);
  return asOf;
}

/** What goes to standard output as JSON, one document. */
export const sayJson = (value: unknown): void => say(`${JSON.stringify(value, null, 2)}\n`);
