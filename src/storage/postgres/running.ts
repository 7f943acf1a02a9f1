import { spawnSync } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { isAlive } from "../engine/record.ts";
import { dataFolder } from "./create.ts";

/** The PostgreSQL of a home, as its own file `postmaster.pid` tells. */
export interface Running {
  readonly pid: number;
  /** Whether it takes connections by now. */
  readonly ready: boolean;
}

/** Nothing when none runs. A file that a killed one left, whose number is another program's by now, is taken away. */
export function findRunning(home: string): Running | undefined {
  const file = join(dataFolder(home), "postmaster.pid");
  const lines = readLines(file);
  const pid = Math.abs(Number(lines[0]));
  if (!Number.isInteger(pid) || pid === 0 || !isAlive(pid)) return undefined;
  if (!isPostgres(pid)) {
    rmSync(file, { force: true });
    return undefined;
  }
  return { pid, ready: lines[7]?.trim() === "ready" };
}

function readLines(file: string): readonly string[] {
  try {
    return readFileSync(file, "utf8").split("\n");
  } catch {
    return [];
  }
}

/** Numbers of processes come again soon in a container. */
function isPostgres(pid: number): boolean {
  const words =
    process.platform === "linux"
      ? (readLines(`/proc/${pid}/cmdline`)[0] ?? "")
      : spawnSync("ps", ["-o", "command=", "-p", String(pid)], { encoding: "utf8" }).stdout;
  return words.includes("postgres");
}
