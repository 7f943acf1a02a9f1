import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, test } from "vitest";
import { engineEnd, until } from "../../../test/ledger.ts";
import { sql } from "../../sql/sql.ts";
import { openStore } from "../open.ts";
import { readRecord } from "./read-record.ts";
import { isAlive, logPath, recordPath } from "./record.ts";

let home: string;
let children: ChildProcess[];
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "kept-test-"));
  children = [];
});
afterEach(async () => {
  for (const child of children) child.kill("SIGKILL");
  await engineEnd(home);
  rmSync(home, { recursive: true, force: true, maxRetries: 20 });
});

const open = (linger = "0") => openStore({ home, environment: { ...process.env, KEPT_ENGINE_LINGER: linger } });
const pid = () => readRecord(home)?.pid ?? 0;

/** A program of its own that opens the ledger, runs a statement, says "open" and then waits. */
async function otherProgram(statement = "SELECT 1"): Promise<ChildProcess> {
  const dist = fileURLToPath(new URL("../../../dist/", import.meta.url));
  const script = `
    import { openStore } from "${dist}storage/open.js";
    const store = await openStore({ home: ${JSON.stringify(home)} });
    const running = store.run({ piece: "sql", pieces: [${JSON.stringify(statement)}] });
    if (${statement === "SELECT 1"}) await running;
    process.stdout.write("open");
    await running;
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ["--input-type=module", "-e", script], {
    stdio: ["ignore", "pipe", "inherit"],
    env: { ...process.env, KEPT_ENGINE_LINGER: "0" },
  });
  children.push(child);
  await said(child);
  return child;
}

/** Returns when the child has said something; fails when it ends without. */
async function said(child: ChildProcess): Promise<void> {
  const failing = once(child, "exit").then(() =>
    Promise.reject(new Error("the other program did not open the ledger")),
  );
  await Promise.race([child.stdout && once(child.stdout, "data"), failing]);
  failing.catch(() => {});
}

test("an engine starts with the first client and ends with the last, and leaves nothing but the data", async () => {
  const store = await open();
  const record = readRecord(home);
  expect(statSync(record?.folder ?? "").mode & 0o777).toBe(0o700);
  expect(statSync(record?.scratch ?? "").mode & 0o777).toBe(0o700);
  expect(isAlive(record?.pid ?? 0)).toBe(true);
  await store.close();
  await until(() => !isAlive(record?.pid ?? 0));
  expect(readdirSync(home).sort()).toEqual(["clickhouse", "engine.log"]);
  expect(existsSync(record?.folder ?? "")).toBe(false);
  expect(existsSync(record?.scratch ?? "")).toBe(false);
});

test("two clients share an engine, which outlives the first", async () => {
  const one = await open();
  const two = await open();
  const shared = pid();
  await one.run(sql`CREATE TABLE t ENGINE = MergeTree ORDER BY x AS SELECT 1 AS x`);
  await one.close();
  expect(await two.rows(sql`SELECT x FROM t`)).toEqual([{ x: 1 }]);
  expect(pid()).toBe(shared);
  await two.close();
});

test("who opens right after another has closed is served", async () => {
  for (let i = 0; i < 5; i++) {
    const store = await open();
    expect(await store.rows(sql`SELECT 1 AS x`)).toEqual([{ x: 1 }]);
    await store.close();
  }
});

test("an engine that lingers is used again", async () => {
  const one = await open("30");
  const first = pid();
  await one.close();
  const two = await open();
  expect(pid()).toBe(first);
  await two.close();
  process.kill(first, "SIGTERM");
});

test("of five programs that start at once all are served by one engine", async () => {
  await Promise.all(Array.from({ length: 5 }, () => otherProgram()));
  const engine = pid();
  const store = await open();
  expect(pid()).toBe(engine);
  expect(await store.rows(sql`SELECT 1 AS x`)).toEqual([{ x: 1 }]);
  await store.close();
  expect(isAlive(engine)).toBe(true);
});

test("the engine ends when its client is killed, also in the midst of a statement", async () => {
  const idle = await otherProgram();
  const first = pid();
  idle.kill("SIGKILL");
  await until(() => !isAlive(first));

  const busy = await otherProgram("SELECT count() FROM numbers(100000000000) WHERE sipHash64(number) = 1");
  const second = pid();
  await until(() => existsSync(recordPath(home)));
  busy.kill("SIGKILL");
  await until(() => !isAlive(second));
});

test("Ctrl-C ends the client, not the engine of the others", async () => {
  const store = await open();
  const other = await otherProgram("SELECT count() FROM numbers(100000000000) WHERE sipHash64(number) = 1");
  other.kill("SIGINT");
  await once(other, "exit");
  const running = sql`SELECT count() AS n FROM system.processes WHERE query LIKE '%numbers(100000000000)%' AND query NOT LIKE '%processes%'`;
  for (;;) {
    const [row] = await store.rows<{ readonly n: string }>(running);
    if (row?.n === "0") break;
  }
  await store.close();
});

test("a killed engine is reported, and the next one has all that was acknowledged", async () => {
  const store = await open();
  await store.run(sql`CREATE TABLE t (x UInt64) ENGINE = MergeTree ORDER BY x SETTINGS fsync_after_insert = 1`);
  await store.run(sql`INSERT INTO t SELECT number FROM numbers(1000)`);
  const record = readRecord(home);
  const long = store.run(sql`INSERT INTO t SELECT number FROM numbers(100000000000) WHERE sipHash64(number) = 1`);
  const failing = expect(long).rejects.toMatchObject({ code: "engine-gone", message: expect.stringContaining(home) });
  await until(() => pid() > 0);
  process.kill(pid(), "SIGKILL");
  await failing;
  await expect(store.rows(sql`SELECT 1`)).rejects.toMatchObject({ code: "engine-gone" });
  await store.close();

  const again = await open();
  expect(pid()).not.toBe(record?.pid);
  expect(existsSync(record?.folder ?? "")).toBe(false);
  expect(await again.rows(sql`SELECT count() AS n FROM t`)).toEqual([{ n: "1000" }]);
  await again.close();
});

test.each(["SIGABRT", "SIGSEGV"])("an engine that crashes ends, and its log says of what (%s)", async (signal) => {
  const store = await open();
  const engine = pid();
  process.kill(engine, signal);
  await expect(store.rows(sql`SELECT 1`)).rejects.toMatchObject({ code: "engine-gone" });
  await until(() => !isAlive(engine));
  await until(() => readFileSync(logPath(home), "utf8").includes(`engine ${engine} was ended by ${signal}`));
  await store.close();
});

test.each(["with space", "q?mark&x=1", "quote'\"`;", "ünï👋%25", "long ".repeat(40)])(
  "a ledger may lie in a folder called %j",
  async (folder) => {
    home = join(home, folder);
    const store = await open();
    expect(await store.rows(sql`SELECT count() AS n FROM events`)).toEqual([{ n: "0" }]);
    expect(readdirSync(home)).toContain("clickhouse");
    await store.close();
  },
);

test("a record that cannot be read is as none", async () => {
  writeFileSync(recordPath(home), "{");
  const store = await open();
  expect(await store.rows(sql`SELECT 1 AS x`)).toEqual([{ x: 1 }]);
  await store.close();
});

test("data that another process holds are left alone, and it is named", async () => {
  const script = `
    import { Session } from "chdb";
    new Session(${JSON.stringify(join(home, "clickhouse"))});
    process.stdout.write("open");
    setInterval(() => {}, 1000);`;
  const root = fileURLToPath(new URL("../../../", import.meta.url));
  const holder = spawn(process.execPath, ["--input-type=module", "-e", script], {
    cwd: root,
    stdio: ["ignore", "pipe", 2],
  });
  children.push(holder);
  await said(holder);
  await expect(open()).rejects.toMatchObject({
    code: "ledger-locked",
    message: expect.stringContaining(`process ${holder.pid}`),
  });
});

test("an engine that cannot read its data says why", async () => {
  const store = await open();
  await store.close();
  await engineEnd(home);
  writeFileSync(join(home, "clickhouse", "metadata", "kept.sql"), "no SQL at all");
  await expect(open()).rejects.toMatchObject({
    code: "engine-start",
    message: expect.stringMatching(/Syntax error|Exception/),
  });
  expect(readFileSync(logPath(home), "utf8")).toContain("Exception");
});
