import { chmodSync, existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, expect, test } from "vitest";
import { readRecord } from "../../src/storage/engine/read-record.ts";
import { isAlive } from "../../src/storage/engine/record.ts";
import { findRunning } from "../../src/storage/postgres/running.ts";
import { engineEnd, until } from "../ledger.ts";
import { type Serving, serve as serveIn } from "../servers/serving.ts";
import { folderWith, remove } from "./kept.ts";

const folder = folderWith();
chmodSync(folder, 0o755);
const home = join(folder, ".kept");
afterAll(async () => {
  await engineEnd(home);
  remove(folder);
});

let running: Serving[] = [];
afterEach(async () => {
  for (const { stop } of running) await stop();
  running = [];
});

/** Starts the real program; resolves when it listens, or has ended. */
async function serve(...words: string[]): Promise<Serving> {
  const server = await serveIn(folder, {}, ...words);
  running.push(server);
  return server;
}

/** 200, or, of one that has ended, what it said. */
const ready = async ({ url, told }: Serving) => (url === "" ? told() : (await fetch(`${url}/readyz`)).status);

test("says where it listens and how to become owner, and stops cleanly when told", async () => {
  const server = await serve();
  expect(await ready(server)).toBe(200);
  await until(() => server.told().includes("/join#"));
  const link = /http:\S+\/join#(\S+)/.exec(server.told());
  const page = await fetch(`${server.url}/join`);
  expect(await page.text()).toContain('<div id="kept"');
  const join = await fetch(`${server.url}/api/join`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({
      token: link?.[1],
      name: "Mia",
      email: "mia@example.org",
      password: "correct horse battery",
    }),
  });
  expect(join.status).toBe(200);
  expect(server.told()).toContain("There is no experience.yaml: nothing is judged until it is there");
  const [postgres, engine] = [findRunning(home)?.pid ?? 0, readRecord(home)?.pid ?? 0];
  server.child.kill("SIGTERM");
  expect(await server.ended).toBe(0);
  expect(server.told()).toContain("Kept has stopped.");
  expect(isAlive(postgres)).toBe(false);
  await until(() => !isAlive(engine));
});

test("says it no more once somebody is, and comes back after it was killed", async () => {
  const first = await serve();
  expect(await ready(first)).toBe(200);
  first.child.kill("SIGKILL");
  expect(await first.ended).toBe("SIGKILL");
  const second = await serve();
  expect(await ready(second)).toBe(200);
  const session = await fetch(`${second.url}/api/session`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ email: "mia@example.org", password: "correct horse battery" }),
  });
  expect(session.status).toBe(200);
  await second.stop();
  for (const one of [first, second]) expect(one.told()).not.toContain("/join#");
});

test("comes back when PostgreSQL and the server were killed together", async () => {
  const first = await serve();
  const postgres = findRunning(home)?.pid ?? 0;
  first.child.kill("SIGKILL");
  process.kill(postgres, "SIGKILL");
  await first.ended;
  expect(await ready(await serve())).toBe(200);
});

test("goes on by itself when PostgreSQL was killed under it", async () => {
  const server = await serve();
  process.kill(findRunning(home)?.pid ?? 0, "SIGKILL");
  await until(async () => (await ready(server)) === 200);
});

test("a file with faults is said at the start, not only when somebody misses the verdicts", async () => {
  const file = join(folder, "faulty.yaml");
  writeFileSync(file, "experience: Shop\npromises: 3\n");
  const server = await serve("--experience", file);
  expect(await ready(server)).toBe(200);
  expect(server.told()).toContain(`${file} has faults: nothing is judged until`);
});

test("a port that is taken, and settings that are wrong, are said in words", async () => {
  const first = await serve();
  const port = new URL(first.url).port;
  const second = await serve("--port", port, "--home", join(folder, "other"));
  expect(await second.ended).toBe(2);
  expect(second.told()).toContain(`Port ${port} on 127.0.0.1 is taken`);
  const third = await serve("--port", "many", "--host", "");
  expect(await third.ended).toBe(2);
  expect(third.told()).toContain('KEPT_PORT is "many"');
  first.child.kill("SIGINT");
  expect(await first.ended).toBe(0);
  expect(existsSync(join(home, "postgres", "postmaster.pid"))).toBe(false);
});
