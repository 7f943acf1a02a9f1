import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
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

/** Longer paths cannot name a socket (104 bytes on macOS, 108 on Linux). */
const LONGEST_PARENT = 60;

/** A folder outside the home, whose path may be too long, that only this user may enter. */
export function privateFolders(home: string): Pick<EngineRecord, "folder" | "socket" | "scratch"> {
  const parent = Buffer.byteLength(tmpdir()) > LONGEST_PARENT ? "/tmp" : tmpdir();
  const name = `kept-${createHash("sha256").update(realpathSync(home)).digest("hex").slice(0, 12)}-`;
  const scratch = join(home, "scratch");
  // The data are ours, so whatever engines of this home have left is nobody's.
  const left = readdirSync(parent).filter((old) => old.startsWith(name));
  for (const old of [...left.map((one) => join(parent, one)), scratch]) rmSync(old, { recursive: true, force: true });
  mkdirSync(scratch, { mode: 0o700 });
  const folder = mkdtempSync(join(parent, name));
  return { folder, socket: join(folder, "engine.sock"), scratch };
}

/** What an engine does about itself when it ends. */
export function sweep(home: string, record: EngineRecord): void {
  for (const folder of [record.folder, record.scratch]) rmSync(folder, { recursive: true, force: true });
  const path = recordPath(home);
  if (existsSync(path) && readFileSync(path, "utf8") === textOf(record)) rmSync(path, { force: true });
}

/** Whether a process runs; one that has ended and that nobody asked for, as in a container without an init, does not. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !hasEnded(pid);
  } catch (thrown) {
    return thrown instanceof Error && "code" in thrown && thrown.code === "EPERM";
  }
}

function hasEnded(pid: number): boolean {
  if (process.platform !== "linux") return false;
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return stat.slice(stat.lastIndexOf(")") + 2).startsWith("Z");
  } catch {
    // Between the two looks.
    return true;
  }
}
