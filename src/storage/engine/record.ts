import { readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
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

export const recordPath = (home: string) => join(home, "engine.json");

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

/** Takes away what an engine leaves outside its data: its folders, and its record if it is still its own. */
export function sweep(home: string, record: EngineRecord): void {
  for (const folder of [record.folder, record.scratch]) {
    if (/\/kept-[^/]+$/.test(folder)) rmSync(folder, { recursive: true, force: true });
  }
  if (readRecord(home)?.pid === record.pid) rmSync(recordPath(home), { force: true });
}
