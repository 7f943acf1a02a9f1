import { readFileSync, statfsSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { KeptError } from "../../kept-error.ts";
import { type Launch, launch } from "./launch.ts";
import { askForLease, type Lease } from "./lease.ts";
import { readRecord } from "./read-record.ts";
import { type EngineRecord, isAlive, logPath } from "./record.ts";

export interface Found {
  readonly record: EngineRecord;
  readonly lease: Lease;
}

const STEP = 25;
/** For an engine that has a record but does not answer: it ends, or the number of its process is somebody else's now. */
const PATIENCE = 5000;
const ATTEMPTS = 3;
const LEAST_SPACE = 1024 * 1024;

/** The engine of a home: the one that runs, or a new one. Of several who start one at once, one wins and serves all. */
export async function findEngine(wanted: Launch): Promise<Found> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const found = await running(wanted.home);
    if (found !== undefined) return found;
    const start = await launch(wanted);
    if ("ready" in start) continue;
    if (start.refused === "failed") throw failed(wanted.home, start.words);
    if (readRecord(wanted.home) === undefined) break;
  }
  throw locked(wanted.home);
}

/** The engine that the record names, once it answers. Nothing when it has ended or does not answer. */
async function running(home: string): Promise<Found | undefined> {
  for (let waited = 0; waited < PATIENCE; waited += STEP) {
    const record = readRecord(home);
    if (record === undefined) return undefined;
    const lease = await askForLease(record.socket);
    if (lease !== undefined) return { record, lease };
    if (!isAlive(record.pid)) return undefined;
    await sleep(STEP);
  }
  return undefined;
}

function failed(home: string, words: string): KeptError {
  if (/No space left|errno: 28\b/.test(words) || isFull(home)) {
    return new KeptError("disk-full", `No space is left for the ledger in ${home}; make room and try again.`);
  }
  return new KeptError(
    "engine-start",
    `The engine of the ledger in ${home} did not start: ${words} (see ${logPath(home)}).`,
  );
}

/** chDB ends without a word when it cannot write its lock file. */
function isFull(home: string): boolean {
  const { bavail, bsize } = statfsSync(home);
  return bavail * bsize < LEAST_SPACE;
}

function locked(home: string): KeptError {
  const holder = holderOf(join(home, "clickhouse", "status"));
  const who = holder === undefined ? "another process, perhaps on another machine" : `process ${holder}`;
  const words = `The ledger in ${home} is held by ${who}, which does not answer here; end it, or name another folder with --home.`;
  return new KeptError("ledger-locked", words);
}

/** chDB's lock file names the process that holds it. */
function holderOf(status: string): string | undefined {
  try {
    return /^PID: (\d+)/m.exec(readFileSync(status, "utf8"))?.[1];
  } catch {
    return undefined;
  }
}
