import { closeSync, writeSync } from "node:fs";
import { claim } from "./claim.ts";
import { leaseBook } from "./lease-book.ts";
import { privateFolders, sweep, writeRecord } from "./record.ts";
import { engineServer } from "./serve.ts";
import type { Start } from "./start.ts";

/** The engine process: `main.js HOME MEMORY LINGER VERSION`. Says on file descriptor 3 how its start went. */
const [home = "", memory = "", linger = "", version = ""] = process.argv.slice(2);
/** Ms in which the client that started us must come for its lease. */
const FIRST_WAIT = 10_000;
/** Ms in which a statement that was killed must end. Planning cannot be interrupted, and may take for ever. */
const GRACE = 15_000;

function tell(start: Start): void {
  writeSync(3, JSON.stringify(start));
  closeSync(3);
}

async function serve(): Promise<void> {
  const claimed = await claim(home, Number(memory));
  if ("refused" in claimed) {
    tell(claimed);
    return;
  }
  const { chdb } = claimed;
  const record = { pid: process.pid, ...privateFolders(home), version, memory: Number(memory) };
  const leases = leaseBook(Number(linger), FIRST_WAIT, stop);
  const server = engineServer({ chdb, scratch: record.scratch }, leases);
  let stopping = false;

  /** In this order, or chDB takes the process down: no more statements, what runs ends, chDB closes. */
  function stop(): void {
    if (stopping) return;
    stopping = true;
    leases.end();
    setTimeout(() => {
      sweep(home, record);
      // Nothing that was acknowledged is lost: every insert is on the disk by then.
      process.kill(process.pid, "SIGKILL");
    }, GRACE).unref();
    server.close(async () => {
      // While the data are still ours, so that it cannot be the record of an engine after us.
      sweep(home, record);
      await chdb.close();
      process.exit(0);
    });
    server.closeIdleConnections();
  }

  server.on("request", (_request, response) => {
    response.on("close", () => stopping && setImmediate(() => server.closeIdleConnections()));
  });
  process.on("SIGTERM", stop).on("SIGINT", stop).on("SIGHUP", stop);
  server.on("error", (thrown) => {
    tell({ refused: "failed", words: thrown.message });
    process.exit(1);
  });
  server.listen(record.socket, () => {
    writeRecord(home, record);
    tell({ ready: true });
  });
}

await serve();
