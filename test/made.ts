import { execFile } from "node:child_process";
import { existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import { inject } from "vitest";

/** Something that takes long to make. Equal names mean equal things. */
export interface Made {
  readonly name: string;
  /** Makes it in a folder that is there and empty; what is open in it must be closed again. */
  make(folder: string): Promise<void>;
}

/** Puts a copy into a folder; the thing itself is made once in a run of the tests, whichever file needs it first. */
export async function copyMade({ name, make }: Made, into: string): Promise<void> {
  const place = join(inject("made"), name);
  while (!existsSync(place)) {
    if (isOurTurn(place)) await makeWhole(place, make);
    else await sleep(50);
  }
  // With owners and times: PostgreSQL's files are another user's where we are root.
  await promisify(execFile)("cp", ["-a", `${place}/.`, into]);
}

const turnOf = (place: string): string => `${place}.turn`;

function isOurTurn(place: string): boolean {
  try {
    mkdirSync(turnOf(place));
    return true;
  } catch {
    return false;
  }
}

async function makeWhole(place: string, make: Made["make"]): Promise<void> {
  const draft = join(turnOf(place), "d");
  try {
    mkdirSync(draft);
    await make(draft);
    renameSync(draft, place);
  } catch (thrown) {
    // Whoever waits tries it, too, and tells the same.
    rmSync(turnOf(place), { recursive: true, force: true });
    throw thrown;
  }
}
