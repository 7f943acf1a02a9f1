import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { freePorts } from "../free-ports.ts";

/** Servers that hold a ledger together. */
export interface Servers {
  readonly environment: Readonly<Record<string, string>>;
  dispose(): Promise<void>;
}

const CLUSTER = "two_shards";

/**
 * The engine in chDB can listen for other ClickHouse servers as one of them: so starts `clickhouse-local`, which
 * chDB's library holds but its wrapper for Node does not reach. The server ends with us.
 */
const SERVER = `
import ctypes, sys
ctypes.CDLL(None).prctl(1, 9)
arguments = [b"clickhouse"] + [one.encode() for one in sys.argv[2:]]
library = ctypes.CDLL(sys.argv[1])
library.chdb_query_cmdline.restype = ctypes.c_void_p
library.chdb_query_cmdline(len(arguments), (ctypes.c_char_p * len(arguments))(*arguments))
`;
const LISTEN = `system start listen tcp; system start listen http;
  select count() from numbers(1000000) where not ignore(sleepEachRow(1))
  settings max_block_size = 1, function_sleep_max_microseconds_per_block = 0, max_execution_time = 0 format Null`;

/** Why no two servers can be started here; undefined: they can. */
export function whyNot(): string | undefined {
  if (process.platform !== "linux") return "needs a second loopback address, which Linux alone has";
  return spawnSync("python3", ["-c", "import ctypes"]).status === 0 ? undefined : "needs python3 to start the servers";
}

/** The cluster that the environment names, or two servers of our own with a shard each. */
export async function openServers(): Promise<Servers> {
  const { KEPT_CLICKHOUSE_URL: url, KEPT_CLICKHOUSE_CLUSTER: named } = process.env;
  if (url && named)
    return { environment: { KEPT_CLICKHOUSE_URL: url, KEPT_CLICKHOUSE_CLUSTER: named }, dispose: async () => {} };
  const folder = mkdtempSync(join(tmpdir(), "kept-cluster-"));
  const [http = 0, ...ports] = await freePorts(3);
  const servers = ["127.0.0.1", "127.0.0.2"].map((host, i) => start(join(folder, host), host, http, ports, i));
  for (const { log, host } of servers) await answers(`http://${host}:${http}/`, log);
  return {
    environment: { KEPT_CLICKHOUSE_URL: `http://127.0.0.1:${http}/`, KEPT_CLICKHOUSE_CLUSTER: CLUSTER },
    async dispose() {
      for (const { child } of servers) await ended(child);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** One server with everything, as `KEPT_CLICKHOUSE_URL` names one; nobody else's. */
export async function openServer(): Promise<Servers> {
  const folder = mkdtempSync(join(tmpdir(), "kept-clickhouse-"));
  const [http = 0, tcp = 0] = await freePorts(2);
  const { child, log } = start(join(folder, "server"), "127.0.0.1", http, [tcp], 0);
  await answers(`http://127.0.0.1:${http}/`, log);
  return {
    environment: { KEPT_CLICKHOUSE_URL: `http://127.0.0.1:${http}/` },
    async dispose() {
      await ended(child);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function start(folder: string, host: string, http: number, ports: readonly number[], i: number) {
  mkdirSync(folder);
  const shards = ports.map(
    (port, n) =>
      `<shard><internal_replication>true</internal_replication><replica><host>127.0.0.${n + 1}</host><port>${port}</port></replica></shard>`,
  );
  const file = join(folder, "config.xml");
  writeFileSync(
    file,
    `<clickhouse><listen_host>${host}</listen_host><tcp_port>${ports[i]}</tcp_port><http_port>${http}</http_port>
    <max_server_memory_usage>2000000000</max_server_memory_usage>
    <remote_servers><${CLUSTER}>${shards.join("")}</${CLUSTER}></remote_servers></clickhouse>`,
  );
  const log = join(folder, "log");
  const options = ["--path", join(folder, "data"), "--config-file", file, "--query", LISTEN];
  const command = ["-c", SERVER, engineLibrary(), ...options];
  const child = spawn("bash", ["-c", 'exec python3 "$@" > "$0" 2>&1', log, ...command], { stdio: "ignore" });
  return { child, log, host };
}

function engineLibrary(): string {
  const folder = join(dirname(createRequire(import.meta.url).resolve("chdb/package.json")), "../@chdb");
  return join(folder, readdirSync(folder)[0] ?? "", "libchdb.so");
}

async function answers(address: string, log: string): Promise<void> {
  for (let tries = 0; tries < 600; tries++) {
    const response = await fetch(`${address}?query=select+1`).catch(() => undefined);
    if (response?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`no server at ${address}: ${readFileSync(log, "utf8")}`);
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const end = once(child, "exit");
  child.kill("SIGKILL");
  await end;
}
