import { spawn } from "node:child_process";
import { closeSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { KeptError } from "../../kept-error.ts";
import { openHome } from "../home.ts";
import { openLog } from "../open-log.ts";
import { createData, dataFolder, writeAccess } from "./create.ts";
import { findOperator, type Operator } from "./operator.ts";
import { findPrograms } from "./programs.ts";
import { findRunning } from "./running.ts";
import { PORT, socketFolder } from "./socket.ts";

export interface Launched {
  readonly pid: number;
  /** The folder of its socket. */
  readonly socket: string;
}

const STEP = 20;
/** For one that recovers after it was killed; it may have much to read. */
const PATIENCE = 120_000;
const STARTS = 40;
const postgresLog = (home: string) => join(home, "postgres.log");

/** The PostgreSQL of a home: the one that runs, or a new one. Of several who start one at once, one wins and serves all. */
export async function launchPostgres(folder: string): Promise<Launched> {
  const home = openHome(folder);
  const operator = findOperator();
  const socket = socketFolder(home, operator);
  let child: { ended: boolean } | undefined;
  for (let waited = 0, starts = 0; waited < PATIENCE && starts < STARTS; waited += STEP) {
    const running = findRunning(home);
    if (running?.ready) return { pid: running.pid, socket };
    if (running === undefined && (child === undefined || child.ended)) {
      if (child !== undefined) await refuseOrWait(home);
      child = await start(home, socket, operator);
      starts += 1;
    }
    await sleep(STEP);
  }
  throw new KeptError("postgres-start", `PostgreSQL in ${home} does not get ready; see ${postgresLog(home)}.`);
}

async function start(home: string, socket: string, operator: Operator): Promise<{ ended: boolean }> {
  const programs = findPrograms(home, operator.ids !== undefined);
  await createData(home, programs, operator);
  writeAccess(home, operator);
  const log = openLog(postgresLog(home));
  const child = spawn(programs.postgres, [...startArguments(dataFolder(home), socket)], {
    cwd: "/",
    // In a process group of its own, so that Ctrl-C does not reach it.
    detached: true,
    stdio: ["ignore", log, log],
    env: { PATH: process.env["PATH"] ?? "", LC_ALL: "C", TZ: "UTC" },
    ...operator.ids,
  });
  closeSync(log);
  const state = { ended: false };
  child.once("error", () => {
    state.ended = true;
  });
  child.once("exit", () => {
    state.ended = true;
  });
  child.unref();
  return state;
}

/** What people wrote must not get into the log: no statements, no values. */
const startArguments = (data: string, socket: string): readonly string[] => {
  const settings = {
    listen_addresses: "",
    port: PORT,
    unix_socket_directories: socket,
    max_connections: 100,
    timezone: "UTC",
    log_timezone: "UTC",
    log_min_error_statement: "panic",
    log_error_verbosity: "terse",
    log_checkpoints: "off",
    log_statement: "none",
  };
  return ["-D", data, ...Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`])];
};

/** After a start that failed: what is only a matter of waiting is waited for. */
async function refuseOrWait(home: string): Promise<void> {
  const said = readFileSync(postgresLog(home), "utf8").trimEnd().split("\n").slice(-12);
  if (said.some((line) => /lock file "postmaster.pid"|shared memory block/.test(line))) {
    await sleep(250);
    return;
  }
  if (said.some((line) => line.includes("No space left on device"))) {
    throw new KeptError("disk-full", `No space is left for the state in ${home}; make room and try again.`);
  }
  const fatal = said.findLast((line) => /FATAL|PANIC|error/.test(line)) ?? said.at(-1) ?? "";
  const words = `PostgreSQL in ${home} did not start: ${fatal.replace(/^.*(FATAL|PANIC): +/, "")} (see ${postgresLog(home)}).`;
  throw new KeptError("postgres-start", words);
}
