import { createHash } from "node:crypto";
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** What a running engine says of itself in `<home>/engine.json`. */
export interface EngineRecord {
  readonly pid: number;
  /** The private folder of this engine; the socket lies in it. */
  readonly folder: string;
  readonly socket: string;
  /** Where the data of an INSERT lie until they are read. */
  readonly scratch: string;
  readonly version: string;
  /** Bytes of memory that the engine may take. */
  readonly memory: number;
}

export const recordPath = (home: string) => join(home, "engine.json");
export const logPath = (home: string) => join(home, "engine.log");

export function writeRecord(home: string, record: EngineRecord): void {
  const draft = join(home, `engine.${record.pid}.json`);
  writeFileSync(draft, textOf(record), { mode: 0o600 });
  renameSync(draft, recordPath(home));
}

const textOf = (record: EngineRecord) => `${JSON.stringify(record, undefined, 2)}\n`;

/** Folders outside the home that only this user may enter: a home's path may be too long for a socket (108 bytes). */
export function privateFolders(home: string): Pick<EngineRecord, "folder" | "socket" | "scratch"> {
  const name = `kept-${createHash("sha256").update(realpathSync(home)).digest("hex").slice(0, 12)}-`;
  const memory = existsSync("/dev/shm") ? "/dev/shm" : tmpdir();
  // The data are ours, so whatever engines of this home have left is nobody's.
  for (const parent of [tmpdir(), memory]) {
    for (const old of readdirSync(parent)) if (old.startsWith(name)) removeFolder(join(parent, old));
  }
  const folder = mkdtempSync(join(tmpdir(), name));
  return { folder, socket: join(folder, "engine.sock"), scratch: mkdtempSync(join(memory, name)) };
}

function removeFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}

/** What an engine does about itself when it ends. */
export function sweep(home: string, record: EngineRecord): void {
  removeFolder(record.folder);
  removeFolder(record.scratch);
  const path = recordPath(home);
  if (existsSync(path) && readFileSync(path, "utf8") === textOf(record)) rmSync(path, { force: true });
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (thrown) {
    return thrown instanceof Error && "code" in thrown && thrown.code === "EPERM";
  }
}
