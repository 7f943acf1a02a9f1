import { createHash } from "node:crypto";
import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { z } from "zod";

/** What a running engine says of itself in `<home>/engine.json`. */
const RECORD = z.strictObject({
  pid: z.int().positive(),
  /** The private folder of this engine; the socket lies in it. */
  folder: z.string(),
  socket: z.string(),
  /** Where the data of an INSERT lie until they are read. */
  scratch: z.string(),
  version: z.string(),
  /** Bytes of memory that the engine may take. */
  memory: z.int().positive(),
});

export type EngineRecord = z.infer<typeof RECORD>;

/** What a new engine process says to the client that started it. */
export const START = z.union([
  z.strictObject({ ready: z.literal(true) }),
  z.strictObject({ refused: z.enum(["locked", "failed"]), words: z.string() }),
]);

export type Start = z.infer<typeof START>;

export const recordPath = (home: string) => join(home, "engine.json");
export const logPath = (home: string) => join(home, "engine.log");

/** The record in the home; nothing when there is none or it cannot be read as one. */
export function readRecord(home: string): EngineRecord | undefined {
  try {
    return RECORD.parse(JSON.parse(readFileSync(recordPath(home), "utf8")));
  } catch {
    return undefined;
  }
}

export function writeRecord(home: string, record: EngineRecord): void {
  const draft = join(home, `engine.${record.pid}.json`);
  writeFileSync(draft, `${JSON.stringify(record, undefined, 2)}\n`, { mode: 0o600 });
  renameSync(draft, recordPath(home));
}

/** Folders outside the home that only this user may enter: a home's path may be too long for a socket (108 bytes). */
export function privateFolders(home: string): Pick<EngineRecord, "folder" | "socket" | "scratch"> {
  const name = `kept-${createHash("sha256").update(home).digest("hex").slice(0, 8)}-`;
  const folder = mkdtempSync(join(tmpdir(), name));
  const memory = existsSync("/dev/shm") ? "/dev/shm" : tmpdir();
  return { folder, socket: join(folder, "engine.sock"), scratch: mkdtempSync(join(memory, name)) };
}

/** Takes away the folders of an engine that ended. Its record stays for the next engine to overwrite. */
export function sweepFolders(record: EngineRecord): void {
  for (const folder of [record.folder, record.scratch]) {
    if (/\/kept-[0-9a-f]{8}-[^/]+$/.test(folder)) rmSync(folder, { recursive: true, force: true });
  }
}

/** What an engine does about itself when it ends. */
export function sweep(home: string, record: EngineRecord): void {
  sweepFolders(record);
  if (readRecord(home)?.pid === record.pid) rmSync(recordPath(home), { force: true });
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (thrown) {
    return thrown instanceof Error && "code" in thrown && thrown.code === "EPERM";
  }
}
