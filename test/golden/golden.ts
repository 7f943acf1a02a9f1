import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import type { Experience } from "../../src/language/experience.ts";
import { checkExperienceFile } from "../../src/language/read-file.ts";
import { importFiles } from "../../src/ledger/import/import-files.ts";
import { report } from "../../src/open.ts";
import { readClock } from "../../src/promises/clock.ts";
import type { Clock } from "../../src/promises/due.ts";
import { promiseSql } from "../../src/promises/promise-sql.ts";
import type { Verdict } from "../../src/promises/verdict.ts";
import { packageRoot } from "../../src/storage/package.ts";
import type { Store } from "../../src/storage/store.ts";
import { judgedRows } from "../judged-rows.ts";
import { written } from "./written.ts";

/** The experiences whose small stories are told in events.jsonl, and judged in the files beside it. */
export const GOLDEN = ["minimal", "webshop", "help-desk", "laundry", "whole-language"] as const;

export interface Golden {
  readonly experience: Experience;
  readonly clock: Clock;
  readonly asOf: number;
  /** By file: what `npm run golden` writes beside the experience. */
  readonly files: ReadonlyMap<string, string>;
}

export const goldenFolder = (name: string): string => join(packageRoot, "experiences", name);

/** Tells a golden story to an empty ledger, and writes down what each promise is compiled to, every verdict, and the gaps. */
export async function makeGolden(store: Store, name: string): Promise<Golden> {
  const folder = goldenFolder(name);
  const { experience } = checkExperienceFile(join(folder, "experience.yaml"));
  if (experience === undefined) throw new Error(`experiences/${name}/experience.yaml has faults`);
  const settings: unknown = JSON.parse(readFileSync(join(folder, "golden.json"), "utf8"));
  const asOf = Date.parse(z.strictObject({ as_of: z.iso.datetime() }).parse(settings).as_of);
  await importFiles(store, experience, [join(folder, "events.jsonl")], {
    rejects: join(folder, "events.rejects.jsonl"),
    strict: true,
    now: () => asOf,
  });
  const clock = await readClock(store, experience);
  const promises: string[] = [];
  for (const promise of experience.promises) {
    promises.push(`-- ${promise.name}: ${promise.says}\n${await promiseSql(store, experience, promise, clock, asOf)}`);
  }
  const verdicts = (await judgedRows(store, experience, asOf)).map(readable);
  const gaps = await report(store, experience, asOf);
  const files = new Map([
    ["promises.sql", promises.join("\n")],
    ["verdicts.json", `[\n${verdicts.map((verdict) => `  ${JSON.stringify(verdict)}`).join(",\n")}\n]\n`],
    ["gaps.json", `${written(gaps)}\n`],
  ]);
  return { experience, clock, asOf, files };
}

/** With times that a person can read. */
function readable({ askedAt, dueAt, answeredAt, ...rest }: Verdict) {
  const moment = (ms: number | undefined): string | undefined =>
    ms === undefined ? undefined : new Date(ms).toISOString();
  return { ...rest, askedAt: moment(askedAt), dueAt: moment(dueAt), answeredAt: moment(answeredAt) };
}
