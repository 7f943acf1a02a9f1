import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { findOperator } from "../../src/storage/postgres/operator.ts";
import { packageFolder } from "../../src/storage/postgres/programs.ts";
import { freePorts } from "../free-ports.ts";

/** A PostgreSQL of the kind that a company runs: on the network, with passwords, and not ours to start or stop. */
export interface PostgresServer {
  /** Of a role that may do everything. */
  readonly url: string;
  /** A database with an owner, and a role that may only read and write rows. */
  database(name: string): Promise<{ readonly KEPT_POSTGRES_URL: string; readonly KEPT_POSTGRES_OWNER_URL: string }>;
  readonly pid: number;
  dispose(): Promise<void>;
}

/** The programs of PostgreSQL that stand on this machine: Debian's, newest first, and those that Kept brings. */
export function postgresPrograms(): readonly { readonly name: string; readonly bin: string }[] {
  const debian = "/usr/lib/postgresql";
  const versions = existsSync(debian) ? readdirSync(debian).filter((one) => /^\d+$/.test(one)) : [];
  return [
    ...versions
      .filter((version) => Number(version) >= 15 && existsSync(join(debian, version, "bin", "initdb")))
      .map((version) => ({ name: `PostgreSQL ${version} of the machine`, bin: join(debian, version, "bin") })),
    { name: "the PostgreSQL that Kept brings", bin: join(packageFolder(), "native", "bin") },
  ];
}

const PASSWORD = "secret-of-tests";

export async function openPostgresServer(bin: string): Promise<PostgresServer> {
  const operator = findOperator();
  const folder = mkdtempSync(join(tmpdir(), "kept-postgres-"));
  chmodSync(folder, 0o755);
  const [data, password] = [join(folder, "data"), join(folder, "password")];
  mkdirSync(data, { mode: 0o700 });
  writeFileSync(password, PASSWORD);
  if (operator.ids !== undefined) for (const one of [data, folder]) chownSync(one, operator.ids.uid, operator.ids.gid);
  const made = spawnSync(
    join(bin, "initdb"),
    [
      `--pgdata=${data}`,
      "--username=admin",
      "--auth=scram-sha-256",
      `--pwfile=${password}`,
      "--encoding=UTF8",
      "--locale=C",
    ],
    { cwd: "/", encoding: "utf8", ...operator.ids },
  );
  if (made.status !== 0) throw new Error(`no PostgreSQL by ${bin}: ${made.stderr}`);
  const [port = 0] = await freePorts(1);
  const settings = [`port=${port}`, "listen_addresses=127.0.0.1", "unix_socket_directories=", "fsync=on"];
  const child = spawn(join(bin, "postgres"), ["-D", data, ...settings.flatMap((one) => ["-c", one])], {
    cwd: "/",
    stdio: "ignore",
    ...operator.ids,
  });
  const url = `postgres://admin:${PASSWORD}@127.0.0.1:${port}/postgres`;
  await answering(url, join(data, "postmaster.pid"));
  return {
    url,
    pid: child.pid ?? 0,
    async database(name) {
      await ask(url, `CREATE ROLE ${name}_owner LOGIN PASSWORD '${PASSWORD}'`);
      await ask(url, `CREATE ROLE ${name}_work LOGIN PASSWORD '${PASSWORD}'`);
      await ask(url, `CREATE DATABASE ${name} OWNER ${name}_owner`);
      const of = (role: string) => `postgres://${name}_${role}:${PASSWORD}@127.0.0.1:${port}/${name}`;
      return { KEPT_POSTGRES_URL: of("work"), KEPT_POSTGRES_OWNER_URL: of("owner") };
    },
    async dispose() {
      const end = child.exitCode === null && child.signalCode === null ? once(child, "exit") : undefined;
      child.kill("SIGINT");
      await end;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function ask(url: string, statement: string): Promise<void> {
  const client = new pg.Client(url);
  await client.connect();
  await client.query(statement).finally(() => client.end());
}

async function answering(url: string, file: string): Promise<void> {
  for (let tries = 0; tries < 600; tries++) {
    const well = await ask(url, "SELECT 1").then(
      () => true,
      () => false,
    );
    if (well) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`PostgreSQL does not answer: ${existsSync(file) ? readFileSync(file, "utf8") : "it did not start"}`);
}
