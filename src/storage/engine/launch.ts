import { spawn } from "node:child_process";
import { closeSync } from "node:fs";
import { appendFile } from "node:fs/promises";
import { Readable } from "node:stream";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { openLog } from "../open-log.ts";
import { packageVersion } from "../package.ts";
import { logPath } from "./record.ts";
import type { Start } from "./start.ts";

const START: z.ZodType<Start> = z.union([
  z.strictObject({ ready: z.literal(true) }),
  z.strictObject({ refused: z.enum(["locked", "failed"]), words: z.string() }),
]);

export interface Launch {
  readonly home: string;
  readonly memory: number;
  /** How long the engine stays when nobody holds a lease, in ms. */
  readonly linger: number;
}

/** The compiled program, also when we run from the sources: Node 20 cannot start a `.ts` file. */
const PROGRAM = fileURLToPath(new URL("./main.js", import.meta.url)).replace("/src/storage/", "/dist/storage/");

/** Starts an engine that outlives us: in a process group of its own, so that Ctrl-C does not reach it. */
export async function launch({ home, memory, linger }: Launch): Promise<Start> {
  const log = openLog(logPath(home));
  const child = spawn(process.execPath, [PROGRAM, home, String(memory), String(linger), packageVersion()], {
    cwd: home,
    detached: true,
    stdio: ["ignore", log, log, "pipe"],
    // libuv reads the size of its pool before the first line of ours runs.
    env: { ...process.env, UV_THREADPOOL_SIZE: "16", NODE_OPTIONS: "" },
  });
  closeSync(log);
  child.once("exit", (code, signal) => {
    if (code !== 0) void noteEnd(home, `engine ${child.pid} was ended by ${signal ?? `code ${code}`}`);
  });
  const failed = new Promise<never>((_, reject) => child.once("error", reject));
  const ended = new Promise<string>((tell) => child.once("exit", (code, signal) => tell(String(signal ?? code))));
  const said = child.stdio[3];
  const text = await Promise.race([said instanceof Readable ? textOf(said) : "", failed]);
  if (text === "") return { refused: "failed", words: `it ended before it was ready (${await ended})` };
  child.unref();
  return START.parse(JSON.parse(text));
}

/** Who dies of a signal cannot write down which. Where the home is gone, or its disk is full, nobody can. */
const noteEnd = (home: string, words: string): Promise<void> =>
  appendFile(logPath(home), `${new Date().toISOString()} ${words}\n`).catch(() => {});

async function textOf(stream: Readable): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of stream) pieces.push(piece);
  return Buffer.concat(pieces).toString("utf8");
}
