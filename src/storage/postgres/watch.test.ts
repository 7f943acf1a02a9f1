import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import pg from "pg";
import { afterAll, beforeEach, expect, test } from "vitest";
import { until } from "../../../test/ledger.ts";
import { isAlive } from "../engine/record.ts";
import { packageRoot } from "../package.ts";
import { openState } from "./open.ts";
import { findOperator } from "./operator.ts";
import { findRunning } from "./running.ts";
import { socketFolder } from "./socket.ts";

const homes: string[] = [];
let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "kept-test-"));
  homes.push(home);
});
afterAll(() => {
  for (const each of homes) rmSync(each, { recursive: true, force: true });
});

const pid = () => findRunning(home)?.pid ?? 0;

/** Another program that needs the state of this home, once it has it. */
async function program(): Promise<ChildProcess> {
  const open = pathToFileURL(join(packageRoot, "dist/storage/postgres/open.js")).href;
  const text = `const { openState } = await import(process.argv[1]);
    await openState({ home: process.argv[2], environment: {} });
    process.stdout.write("open");
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ["--input-type=module", "-e", text, open, home], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  await once(child.stdout ?? child, "data");
  return child;
}

/** Whether a program that came again has found this PostgreSQL, and would be missed. */
async function isWatched(): Promise<boolean> {
  const client = new pg.Client({ host: socketFolder(home, findOperator()), database: "kept", user: "postgres" });
  await client.connect();
  const watches = "SELECT FROM pg_stat_activity WHERE application_name = 'kept-watch' AND query LIKE 'DO%'";
  const { rowCount } = await client.query(watches).finally(() => client.end());
  return (rowCount ?? 0) > 0;
}

async function kill(child: ChildProcess): Promise<void> {
  child.kill("SIGKILL");
  await once(child, "exit");
}

test("when the only program that needs it is killed, PostgreSQL ends by itself, and cleanly", async () => {
  await kill(await program());
  const left = pid();
  expect(isAlive(left)).toBe(true);
  await until(() => !isAlive(left));
  expect(findRunning(home)).toBeUndefined();
  const state = await openState({ home, environment: {} });
  expect(await state.ready()).toBe(true);
  await state.close();
});

test("it stays for as long as another program needs it, also one that came later", async () => {
  const first = await program();
  const state = await openState({ home, environment: {} });
  const one = pid();
  await kill(first);
  // Longer than a watch is patient.
  await sleep(8000);
  expect(pid()).toBe(one);
  expect(await state.ready()).toBe(true);
  await state.close();
  expect(isAlive(one)).toBe(false);
});

test("one that was started again after it was killed ends with its last program too", async () => {
  const child = await program();
  const first = pid();
  process.kill(first, "SIGKILL");
  await until(() => pid() !== 0 && pid() !== first && (findRunning(home)?.ready ?? false));
  const second = pid();
  await until(isWatched);
  await kill(child);
  await until(() => !isAlive(second));
  expect(findRunning(home)).toBeUndefined();
});
