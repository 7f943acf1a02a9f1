import { createHash } from "node:crypto";
import { closeSync, existsSync, mkdtempSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { packageVersion } from "../package.ts";
import type { Chdb } from "./chdb.ts";
import { chdbArguments } from "./chdb-arguments.ts";
import { leaseBook } from "./lease-book.ts";
import { type EngineRecord, sweep, writeRecord } from "./record.ts";
import { engineServer } from "./serve.ts";

/** The engine process: `main.js HOME MEMORY LINGER`. Says on file descriptor 3 how its start went. */
const [home = "", memory = "", linger = ""] = process.argv.slice(2);
const FIRST_WAIT = 10_000;
const PARENT = 3;

function tell(start: { readonly ready: true } | { readonly refused: string; readonly words: string }): void {
  writeSync(PARENT, JSON.stringify(start));
  closeSync(PARENT);
}

const privateFolder = (parent: string): string =>
  mkdtempSync(join(parent, `kept-${createHash("sha256").update(home).digest("hex").slice(0, 8)}-`));

async function open(): Promise<Chdb> {
  const { openChdb } = await import("./chdb.ts");
  return openChdb(join(home, "clickhouse"), chdbArguments(Number(memory)));
}

async function start(): Promise<void> {
  const chdb = await open();
  const folder = privateFolder(tmpdir());
  const record: EngineRecord = {
    pid: process.pid,
    folder,
    socket: join(folder, "engine.sock"),
    scratch: privateFolder(existsSync("/dev/shm") ? "/dev/shm" : tmpdir()),
    version: packageVersion(),
    memory: Number(memory),
  };
  const leases = leaseBook(Number(linger), FIRST_WAIT, stop);
  const server = engineServer({ chdb, scratch: record.scratch }, leases);
  let stopping = false;
  function stop(): void {
    if (stopping) return;
    stopping = true;
    leases.end();
    server.closeIdleConnections();
    server.close(async () => {
      await chdb.close();
      sweep(home, record);
      process.exit(0);
    });
  }
  server.on("request", (_request, response) => {
    response.on("close", () => {
      if (stopping) server.closeIdleConnections();
    });
  });
  process
    .on("SIGTERM", stop)
    .on("SIGINT", stop)
    .on("SIGHUP", () => {});
  server.listen(record.socket, () => {
    writeRecord(home, record);
    tell({ ready: true });
  });
}

start().catch((thrown: unknown) => {
  const words = thrown instanceof Error ? thrown.message : String(thrown);
  process.stderr.write(`${words}\n`);
  tell({ refused: words.startsWith("Failed to create connection") ? "locked" : "failed", words });
  process.exit(1);
});
