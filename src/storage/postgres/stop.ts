import { setTimeout as sleep } from "node:timers/promises";
import { isAlive } from "../engine/record.ts";
import { lifeline } from "./lifeline.ts";
import { findRunning } from "./running.ts";
import type { PostgresWay } from "./way.ts";

/** Fast shutdown: what is committed stays, who is connected is sent away. */
export async function stopPostgres(home: string): Promise<void> {
  const running = findRunning(home);
  if (running === undefined) return;
  process.kill(running.pid, "SIGINT");
  while (isAlive(running.pid)) await sleep(20);
}

/** Ends our own PostgreSQL unless somebody else needs it. */
export async function endIfAlone(way: PostgresWay): Promise<void> {
  const line = lifeline({ ...way, work: way.owner }, undefined);
  await line.open();
  let ending: Promise<void> | undefined;
  await line.close(() => {
    ending = stopPostgres(way.place);
  });
  await ending;
}
