import { setTimeout as sleep } from "node:timers/promises";
import { KeptError } from "../errors.ts";
import { type Launch, launch } from "./launch.ts";
import { askForLease, type Lease } from "./lease.ts";
import { type EngineRecord, readRecord, sweep } from "./record.ts";

export interface Found {
  readonly record: EngineRecord;
  readonly lease: Lease;
}

const STEP = 25;
/** An engine that ends may have a long statement to finish. */
const PATIENCE = 20_000;

/** The engine of a home: the one that runs, or a new one. Of several who start one at once, one wins and serves all. */
export async function findEngine(wanted: Launch): Promise<Found> {
  for (let waited = 0; waited < PATIENCE; waited += STEP) {
    const found = await running(wanted.home);
    if (typeof found === "object") return found;
    if (found === "nobody") {
      const start = await launch(wanted);
      if ("ready" in start) continue;
      if (start.refused !== "locked") throw failed(wanted.home, start.words);
      // Another engine took the place and will write its record, or one that ends still holds it.
      waited += 10 * STEP;
      await sleep(10 * STEP);
    }
    await sleep(STEP);
  }
  throw locked(wanted.home);
}

async function running(home: string): Promise<Found | "nobody" | "stopping"> {
  const record = readRecord(home);
  if (record === undefined) return "nobody";
  const lease = await askForLease(record.socket);
  if (typeof lease === "object") return { record, lease };
  if (isAlive(record.pid)) return "stopping";
  sweep(home, record);
  return "nobody";
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (thrown) {
    return thrown instanceof Error && "code" in thrown && thrown.code === "EPERM";
  }
}

function failed(home: string, words: string): KeptError {
  return new KeptError("engine-start", `The engine for ${home} did not start: ${words}`);
}

function locked(home: string): KeptError {
  const record = readRecord(home);
  const who = record === undefined ? "another process" : `process ${record.pid}`;
  const words = `The ledger in ${home} is in use by ${who}, which does not answer here; end it, or name another folder with --home.`;
  return new KeptError("ledger-locked", words);
}
