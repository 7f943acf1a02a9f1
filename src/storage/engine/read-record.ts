import { readFileSync } from "node:fs";
import { z } from "zod";
import { type EngineRecord, recordPath } from "./record.ts";

const RECORD: z.ZodType<EngineRecord> = z.strictObject({
  pid: z.int().positive(),
  folder: z.string(),
  socket: z.string(),
  scratch: z.string(),
  version: z.string(),
  memory: z.int().positive(),
});

/** The record in the home; nothing when there is none or it cannot be read as one. */
export function readRecord(home: string): EngineRecord | undefined {
  try {
    return RECORD.parse(JSON.parse(readFileSync(recordPath(home), "utf8")));
  } catch {
    return undefined;
  }
}
