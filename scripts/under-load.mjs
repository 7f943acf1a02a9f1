// What chaos and soak share: a real server that is started again when it dies, senders that send until they are
// acknowledged, and the question whether all that was acknowledged is there once, and judged.
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { Agent, request } from "node:http";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { checkExperienceFile } from "../dist/language/read-file.js";
import { makeKey } from "../dist/people/keys.js";
import { readClock } from "../dist/promises/clock.js";
import { compileJudging } from "../dist/promises/compile.js";
import { readJudged } from "../dist/promises/judged.js";
import { freshBatches } from "../dist/promises/judged-batches.js";
import { STORED } from "../dist/promises/judging.js";
import { join as joined, sql } from "../dist/sql/sql.js";
import { readRecord } from "../dist/storage/engine/read-record.js";
import { isAlive } from "../dist/storage/engine/record.js";
import { openStore } from "../dist/storage/open.js";
import { openState } from "../dist/storage/postgres/open.js";
import { findRunning } from "../dist/storage/postgres/running.js";

const program = fileURLToPath(new URL("../dist/cli/main.js", import.meta.url));
const promised = fileURLToPath(new URL("under-load.yaml", import.meta.url));

/**
 * `kept serve`, as an init system would run it: on a fresh folder or in `home`, with more settings in `env`, on the
 * engines of the home `engines` where there is one; `between` may put something between senders and the server.
 */
export async function startHouse({ home: named, env: more = {}, engines, between } = {}) {
  const home = named ?? mkdtempSync(join(tmpdir(), "kept-load-"));
  const port = await freePort();
  const house = {
    home,
    address: `http://127.0.0.1:${port}`,
    sendTo: `http://127.0.0.1:${between === undefined ? port : await between(port)}`,
    starts: 0,
    wanted: true,
    child: undefined,
    ended: undefined,
  };
  const start = () => {
    house.starts++;
    const args = [program, "serve", "--home", home, "--port", String(port)];
    const settings = { KEPT_LOG_LEVEL: process.env.KEPT_LOG_LEVEL ?? "silent", KEPT_EXPERIENCE: promised };
    const env = { ...process.env, ...settings, ...more };
    house.child = spawn(process.execPath, args, { env, stdio: ["ignore", "ignore", "inherit"] });
    house.ended = new Promise((resolve) => house.child.once("exit", resolve));
    house.child.once("exit", () => house.wanted && setTimeout(() => house.wanted && start(), 200));
  };
  start();
  // A script that ends in the middle takes the server with it; its engines end by themselves.
  process.once("exit", () => house.wanted && house.child.kill("SIGKILL"));
  await untilReady(house);
  const state = await openState({ home: engines ?? home, environment: {} });
  const { secret } = await makeKey(state, Date.now(), {
    kind: "write",
    name: "load",
    scopes: [],
    ownerId: undefined,
    createdBy: "load",
    expiresAt: undefined,
  });
  await state.close();
  house.key = secret;
  house.pids = () => ({
    server: house.child.pid,
    engine: readRecord(home)?.pid,
    postgres: findRunning(home)?.pid,
  });
  house.stop = async () => {
    house.wanted = false;
    house.child.kill("SIGTERM");
    await house.ended;
  };
  return house;
}

/** Takes a home away when its engine, which stays for a while after its last use, has ended. */
export async function removeHome(home) {
  const engine = readRecord(home)?.pid;
  while (engine !== undefined && isAlive(engine)) await sleep(100);
  rmSync(home, { recursive: true, force: true });
}

async function untilReady({ address }) {
  for (;;) {
    const ready = await fetch(`${address}/readyz`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (ready) return;
    await sleep(100);
  }
}

function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/**
 * Senders as libraries are: each sends a batch again, with the same ids, until it is acknowledged. Every tenth sender
 * signs its customers in, so that events move from one id to another all the while.
 */
export function sendTo(house, { senders, batch, perSecond }) {
  const agent = new Agent({ keepAlive: true });
  const told = {
    acknowledged: [],
    last: performance.now(),
    longest: 0,
    retries: 0,
    waits: [],
    running: true,
    // Answers that were no acknowledgement, by status; and those of 503 that did not say when to come again.
    refused: {},
    withoutRetryAfter: 0,
  };
  const post = (body) =>
    new Promise((resolve) => {
      const headers = { "content-type": "application/json", authorization: `Bearer ${house.key}` };
      const options = { method: "POST", agent, headers, signal: AbortSignal.timeout(30_000) };
      const asking = request(`${house.sendTo}/v1/batch`, options, (answer) => {
        if (answer.statusCode === 503 && answer.headers["retry-after"] === undefined) told.withoutRetryAfter++;
        // Cut off in the middle, an answer closes without an end.
        answer
          .resume()
          .on("error", () => {})
          .on("close", () => resolve(answer.complete ? answer.statusCode : 0));
      });
      asking.on("error", () => resolve(0));
      asking.end(body);
    });
  const sender = async (number) => {
    for (let round = 0; told.running; round++) {
      const begun = performance.now();
      const ids = Array.from({ length: batch }, (_, i) => `${number}-${round}-${i}`);
      const messages = ids.map((messageId, i) => messageOf(messageId, number, round, i));
      const body = JSON.stringify({ batch: messages, sentAt: new Date().toISOString() });
      for (let status = await post(body); status !== 200; status = await post(body)) {
        if (status === 400 || status === 401 || status === 413)
          throw new Error(`an honest sender was answered ${status}`);
        told.refused[status] = (told.refused[status] ?? 0) + 1;
        told.retries++;
        await sleep(100 + Math.random() * 200);
      }
      const now = performance.now();
      told.waits.push(now - begun);
      told.longest = Math.max(told.longest, now - told.last);
      told.last = now;
      told.acknowledged.push(...ids);
      const pause = (1000 * senders * batch) / perSecond - (now - begun);
      if (pause > 0) await sleep(pause);
    }
  };
  const done = Promise.all(Array.from({ length: senders }, (_, i) => sender(i)));
  return {
    told,
    stop: async () => {
      told.running = false;
      await done;
      agent.destroy();
    },
  };
}

/**
 * Begun before a trouble: resolves with the ms until so much was acknowledged after it that the house stands again.
 * Events that were under way come back first.
 */
export function goesOn({ told }, what) {
  const begun = performance.now();
  return async () => {
    const before = told.acknowledged.length;
    while (told.acknowledged.length < before + 200) {
      await sleep(20);
      if (performance.now() - begun > 180_000)
        throw new Error(`nothing was acknowledged for three minutes after ${what}`);
    }
    return performance.now() - begun;
  };
}

function messageOf(messageId, number, round, i) {
  const at = { messageId, timestamp: new Date().toISOString() };
  const visitor = `visitor-${number}-${round >> 2}`;
  if (number % 10 === 0 && round % 4 === 3 && i === 0)
    return { ...at, type: "identify", anonymousId: visitor, userId: `user-${number}-${round % 40}` };
  return {
    ...at,
    type: "track",
    anonymousId: visitor,
    event: "visit",
    properties: { i, text: 'it\'s a "visit"\n\n; DROP TABLE events' },
  };
}

/**
 * Waits until the server has moved the events of all linked ids, finished what was cut off when it was killed, and judged
 * everybody as of now; or long enough.
 */
export async function untilDone(home) {
  const store = await openStore({ home });
  const asked = Date.now();
  const isJudged = async () => {
    if ((await count(store, UNFINISHED)) > 0) return false;
    const judged = await readJudged(store);
    const [touched] = await store.rows(sql`SELECT count() AS n FROM touched`);
    return judged?.asOf >= asked && touched.n === "0" && (await freshBatches(store, judged.upTo)).length === 0;
  };
  try {
    while ((await count(store, UNSETTLED)) > 0 || !(await isJudged())) {
      if (Date.now() - asked > 180_000) return;
      await sleep(500);
    }
  } finally {
    await store.close();
  }
}

const UNFINISHED = sql`SELECT count() AS n FROM (SELECT 1 FROM batches GROUP BY batch HAVING max(finished) IS NULL)`;
const UNSETTLED = sql`SELECT count() AS n FROM (SELECT 1 FROM links GROUP BY known_as, customer
  HAVING maxIf(version, what = 'unsettled') > maxIf(version, what = 'settled'))`;

const count = async (store, query) => Number((await store.rows(query))[0].n);

/** How many verdicts are not what judging everybody as of the same moment comes to, or not there. */
async function misjudged(store) {
  const { experience } = checkExperienceFile(promised);
  const { asOf } = (await readJudged(store)) ?? { asOf: Date.now() };
  const queries = compileJudging(experience, experience.promises, await readClock(store, experience), asOf);
  const right = joined(
    queries.map((query) => sql`SELECT ${STORED} FROM (${query.rows(sql`true`)})`),
    sql` UNION ALL `,
  );
  const known = sql`SELECT ${STORED} FROM verdicts`;
  return count(
    store,
    sql`SELECT (SELECT count() FROM (${right} EXCEPT ALL ${known})) + (SELECT count() FROM (${known} EXCEPT ALL ${right})) AS n`,
  );
}

/** What of the acknowledged is not there, what is there twice, and what was left undone. */
export async function examine(home, acknowledged) {
  const store = await openStore({ home });
  try {
    const there = new Map();
    for await (const rows of store.stream(sql`SELECT id, toUInt32(count()) AS times FROM events GROUP BY id`))
      for (const { id, times } of rows) there.set(id, times);
    const lost = acknowledged.filter((id) => !there.has(id));
    const twice = [...there].filter(([, times]) => times > 1).map(([id]) => id);
    const unsettled = await count(store, UNSETTLED);
    const unnoted = await count(
      store,
      sql`SELECT count() AS n FROM events WHERE batch NOT IN (SELECT batch FROM batches)`,
    );
    const wrong = await misjudged(store);
    const left = `${unsettled} links unsettled, ${unnoted} events of no batch, ${wrong} verdicts wrong`;
    const undone = unsettled + unnoted + wrong;
    return { there: there.size, lost, twice, undone, left, well: lost.length + twice.length + undone === 0 };
  } finally {
    await store.close();
  }
}
