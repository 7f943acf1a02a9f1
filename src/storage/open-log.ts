import { openSync, renameSync, statSync } from "node:fs";

const LONGEST_LOG = 1024 * 1024;

/** The log of an engine, to be written on; one that has grown long is laid aside before. */
export function openLog(path: string): number {
  if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) > LONGEST_LOG) renameSync(path, `${path}.old`);
  return openSync(path, "a", 0o600);
}
