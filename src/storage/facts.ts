import { accessSync, constants, existsSync, lstatSync, readdirSync, readFileSync, statfsSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { z } from "zod";
import { sql } from "../sql/sql.ts";
import { engineMemory } from "./engine/memory.ts";
import { readRecord } from "./engine/read-record.ts";
import { isAlive, logPath } from "./engine/record.ts";
import { isSupported, libc } from "./platform.ts";
import type { Store } from "./store.ts";

/** What `kept doctor` tells about the engine of a home. Looks only: nothing is made and nothing started. */
export interface EngineFacts {
  /** Such as `linux x64`. */
  readonly platform: string;
  /** Such as `glibc 2.36`; only on Linux. */
  readonly libc: string | undefined;
  readonly node: string;
  /** Whether Kept's own engine runs on this platform. */
  readonly supported: boolean;
  readonly chdb: string;
  /** The ClickHouse in it, such as `26.7`; `askVersion` tells exactly, but only of one that runs. */
  readonly clickhouse: string;
  readonly home: string;
  readonly homeExists: boolean;
  readonly writable: boolean;
  /** Where the events lie, and how many bytes they take. */
  readonly data: string;
  readonly dataBytes: number;
  readonly freeBytes: number;
  readonly log: string;
  /** The engine process that runs for this home. */
  readonly pid: number | undefined;
  /** Bytes that the engine takes at most: the running one, or the next. Nothing when KEPT_MEMORY cannot be read. */
  readonly memory: number | undefined;
}

export function engineFacts(
  home: string,
  environment: Readonly<Record<string, string | undefined>> = process.env,
): EngineFacts {
  const path = resolve(home);
  const data = join(path, "clickhouse");
  const there = nearestFolder(path);
  const { bavail, bsize } = statfsSync(there);
  const record = readRecord(path);
  const running = record !== undefined && isAlive(record.pid) ? record : undefined;
  return {
    platform: `${process.platform} ${process.arch}`,
    libc: libc(),
    node: process.versions.node,
    supported: isSupported(),
    ...versions(),
    home: path,
    homeExists: there === path,
    writable: isWritable(there),
    data,
    dataBytes: bytesOf(data),
    freeBytes: bavail * bsize,
    log: logPath(path),
    pid: running?.pid,
    memory: running?.memory ?? engineMemory(environment["KEPT_MEMORY"]),
  };
}

const CHDB = z.object({ version: z.string(), optionalDependencies: z.record(z.string(), z.string()) });

function versions(): { readonly chdb: string; readonly clickhouse: string } {
  const file = createRequire(import.meta.url).resolve("chdb/package.json");
  const { version, optionalDependencies } = CHDB.parse(JSON.parse(readFileSync(file, "utf8")));
  return { chdb: version, clickhouse: Object.values(optionalDependencies)[0]?.split(".", 2).join(".") ?? "" };
}

function nearestFolder(path: string): string {
  return existsSync(path) && lstatSync(path).isDirectory() ? path : nearestFolder(dirname(path));
}

function isWritable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/** Files may come and go while we count. */
function bytesOf(folder: string): number {
  if (!existsSync(folder)) return 0;
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" });
  return files.reduce((sum, file) => sum + (lstatSync(join(folder, file), { throwIfNoEntry: false })?.size ?? 0), 0);
}

/** Whether the ClickHouse behind a store answers, and as which version. */
export async function askVersion(store: Store): Promise<string> {
  const [row] = await store.rows<{ readonly version: string }>(sql`SELECT version() AS version`);
  return row?.version ?? "";
}
