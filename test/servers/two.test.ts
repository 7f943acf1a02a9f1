import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { sql, text } from "../../src/sql/sql.ts";
import { openStore } from "../../src/storage/open.ts";
import type { Store } from "../../src/storage/store.ts";
import { openServer, type Servers, whyNot } from "../cluster/two-servers.ts";
import { until } from "../ledger.ts";
import { cookieOf } from "../server.ts";
import { writeAnswers } from "./experience.ts";
import { openPostgresServer, type PostgresServer, postgresPrograms } from "./postgres-server.ts";
import { post, type Serving, serve } from "./serving.ts";

const reason = whyNot();

describe.skipIf(reason !== undefined)(`two servers on the same engines${reason ? ` (${reason})` : ""}`, () => {
  let engine: Servers;
  let postgres: PostgresServer;
  let folder: string;
  let store: Store;
  let servers: Serving[] = [];
  let cookie = "";
  let key = "";
  const person = { email: "mia@example.org", password: "correct horse battery" };
  const by = (at: Serving) => ({ cookie, origin: at.url });

  beforeAll(async () => {
    const [program] = postgresPrograms();
    [engine, postgres] = await Promise.all([openServer(), openPostgresServer(program?.bin ?? "")]);
    folder = mkdtempSync(join(tmpdir(), "kept-test-"));
    const settings = {
      ...engine.environment,
      ...(await postgres.database("shared")),
      KEPT_EXPERIENCE: writeAnswers(folder),
      KEPT_SECRET: "the same on every server of one installation",
    };
    // At once, as after a power cut: one brings the tables up to date, the other waits for it.
    servers = await Promise.all(
      ["one", "two"].map((name) => serve(folder, { ...settings, KEPT_HOME: join(folder, name) })),
    );
    store = await openStore({ home: folder, environment: engine.environment });
  });
  afterAll(async () => {
    await store?.close();
    for (const server of servers) await server.stop();
    await engine?.dispose();
    await postgres?.dispose();
    rmSync(folder, { recursive: true, force: true });
  });

  const [first, second] = [() => servers[0] as Serving, () => servers[1] as Serving];
  const send = (at: Serving, ...messages: readonly object[]) =>
    post(`${at.url}/v1/batch`, { batch: messages }, { authorization: `Bearer ${key}` });
  const message = (id: string, userId: string, event = "ask") => ({
    type: "track",
    messageId: id,
    userId,
    event,
    timestamp: new Date().toISOString(),
  });
  const verdictOf = async (customer: string) =>
    (
      await store.rows<{ verdict: string }>(
        sql`SELECT toString(verdict) AS verdict FROM verdicts WHERE customer_key = cityHash64(${text(customer)})`,
      )
    )[0]?.verdict;
  /** How many rounds of judging a server has done. */
  const rounds = async ({ url }: Serving) =>
    Number(/^kept_judging_seconds_count (\d+)/m.exec(await (await fetch(`${url}/metrics`)).text())?.[1] ?? 0);

  test("who signs in at one is signed in at the other, until they sign out at either", async () => {
    const links = servers.flatMap(({ told }) => /\/join#(\S+)/.exec(told())?.[1] ?? []);
    const joined = [];
    for (const [i, token] of links.entries())
      joined.push((await post(`${servers[i % 2]?.url}/api/join`, { ...person, token, name: "Mia" })).status);
    // The link that was made last works, once.
    expect(joined.filter((status) => status === 200)).toHaveLength(1);
    const signed = await post(`${first().url}/api/session`, person);
    cookie = cookieOf(signed.headers);
    for (const server of servers)
      expect((await fetch(`${server.url}/api/session`, { headers: { cookie } })).status).toBe(200);
    const other = await post(`${second().url}/api/session`, person);
    const theirs = cookieOf(other.headers);
    await fetch(`${first().url}/api/session`, { method: "DELETE", headers: { cookie: theirs, origin: first().url } });
    expect((await fetch(`${second().url}/api/session`, { headers: { cookie: theirs } })).status).toBe(401);
  });

  test("a key made at one opens the other, and both take events: each is there once, wherever it was sent", async () => {
    const made = await post(`${first().url}/api/keys`, { name: "shop" }, by(first()));
    key = (made.body as { readonly secret: string }).secret;
    await until(async () => (await send(second(), message("first", "zoe", "answer"))).status === 200);
    const batches = Array.from({ length: 20 }, (_, i) =>
      Array.from({ length: 25 }, (_, j) => message(`${i}-${j}`, `c${j}`, "answer")),
    );
    const answers = await Promise.all(
      batches.flatMap((batch, i) =>
        // Every third one goes to both, as from a sender who did not hear the first answer.
        (i % 3 === 0 ? servers : [servers[i % 2] as Serving]).map((server) => send(server, ...batch)),
      ),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect(await store.rows(sql`SELECT toUInt32(count()) AS n, toUInt32(uniqExact(id)) AS ids FROM events`)).toEqual([
      { n: 501, ids: 501 },
    ]);
  });

  test("one of them judges what either took in, and listeners at both hear of it", async () => {
    const heard = await Promise.all(servers.map((server) => listen(server, cookie)));
    await send(first(), message("a1", "ann"));
    await send(second(), message("b1", "bob"));
    await until(async () => (await verdictOf("ann")) === "open" && (await verdictOf("bob")) === "open");
    await send(second(), message("a2", "ann", "answer"));
    await until(async () => (await verdictOf("ann")) === "kept" && (await verdictOf("bob")) === "missed");
    for (const { kinds } of heard) await until(() => kinds().includes("promise.broken"));
    for (const { end } of heard) end();
    expect((await Promise.all(servers.map(rounds))).filter((count) => count > 0)).toHaveLength(1);
  });

  test("when the judge is killed the other takes over, and goes on taking events", async () => {
    const [one = 0] = await Promise.all(servers.map(rounds));
    const [judge, left] = one > 0 ? [first(), second()] : [second(), first()];
    judge.child.kill("SIGKILL");
    await judge.ended;
    expect((await send(left, message("d1", "dora"))).status).toBe(200);
    await until(async () => (await verdictOf("dora")) === "missed");
    expect(await rounds(left)).toBeGreaterThan(0);
    const back = await send(left, message("d1", "dora"), message("d2", "dora", "answer"));
    expect(back.status).toBe(200);
    expect(await store.rows(sql`SELECT toUInt32(count()) AS n FROM events WHERE customer = 'dora'`)).toEqual([
      { n: 2 },
    ]);
  });
});

/** Listens to the news of a server as a browser does. */
async function listen({ url }: Serving, cookie: string) {
  const controller = new AbortController();
  const answer = await fetch(`${url}/api/live`, {
    headers: { accept: "text/event-stream", cookie },
    signal: controller.signal,
  });
  if (answer.status !== 200) throw new Error(`no news: ${answer.status}`);
  let text = "";
  const read = async () => {
    for await (const chunk of answer.body ?? []) text += Buffer.from(chunk as Uint8Array).toString("utf8");
  };
  read().catch(() => {});
  return {
    kinds: () => [...text.matchAll(/^event: (.*)$/gm)].map((match) => match[1] ?? ""),
    end: () => controller.abort(),
  };
}
