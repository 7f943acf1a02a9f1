import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Chdb } from "./chdb.ts";
import { chdbArguments } from "./chdb-arguments.ts";
import { isAlive, logPath } from "./record.ts";
import type { Start } from "./start.ts";

const STEP = 100;
/** An engine that ends takes its record away just before it lets go of the data. */
const ATTEMPTS = 20;

/**
 * Opens chDB on the data of a home. Its lock decides who of several engines gets them: we give way to one that serves,
 * and wait for one that ends.
 */
export async function claim(
  home: string,
  memory: number,
): Promise<{ readonly chdb: Chdb } | Exclude<Start, { ready: true }>> {
  const { openChdb } = await import("./chdb.ts");
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    try {
      return { chdb: openChdb(join(home, "clickhouse"), chdbArguments(memory, home)) };
    } catch {
      const words = lastExceptionIn(logPath(home));
      if (!words.includes("Cannot lock file")) return { refused: "failed", words };
    }
    // Only here: the schema library would take a fifth of the start.
    const { readRecord } = await import("./read-record.ts");
    const other = readRecord(home);
    if (other !== undefined && isAlive(other.pid)) break;
    await sleep(STEP);
  }
  return { refused: "locked", words: "Another process has the data open." };
}

/** chDB says why it did not open on the standard error only, which is our log. */
function lastExceptionIn(log: string): string {
  const lines = readFileSync(log, "utf8").trimEnd().split("\n");
  return lines.findLast((line) => line.includes("Exception")) ?? lines.at(-1) ?? "";
}
