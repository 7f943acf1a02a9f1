import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { generateLedger } from "../bench/generate.ts";
import { type House, openHouse } from "../house.ts";
import { checkExperienceFile } from "../language/read-file.ts";
import { noteBatch } from "../ledger/batches.ts";
import { syncColumns } from "../ledger/columns.ts";
import { acceptInvitation, invite } from "../people/invitations.ts";
import { makeKey } from "../people/keys.ts";
import { permissionsOf } from "../people/rights.ts";
import { buildServer } from "../server/build.ts";
import { readConfig } from "../server/config/read.ts";
import { natural, naturals, sql, texts } from "../sql/sql.ts";
import { packageRoot } from "../storage/package.ts";
import { type AnswerTimes, type Asker, ask, askAll, middleAndMost } from "./bench-answers.ts";

/** How far verdicts and answers are behind on a large ledger while events come in. Times in ms. */
export interface LiveBench {
  /** In the ledger to begin with. */
  readonly events: number;
  /** That came in a second. */
  readonly rate: number;
  /** From an event's acknowledgement until its verdict is there; from a deadline until the promise counts as broken. */
  readonly afterEvents: Quantiles;
  readonly afterDeadlines: Quantiles;
  /** From listening to the first answer on everything: on a ledger that was never judged, and after a restart. */
  readonly first: number;
  readonly restarted: number;
  readonly answers: readonly AnswerTimes[];
}

interface Quantiles {
  readonly n: number;
  readonly p50: number;
  readonly p99: number;
}

export interface LiveOptions {
  /** Of the ledger; about 11.8 events an order. */
  readonly orders: number;
  readonly seconds: number;
  readonly now: () => number;
  readonly print: (line: string) => void;
}

const FILE = join(packageRoot, "experiences", "bench", "experience.yaml");
const HOUR = 3_600_000;
/** Of `told-of-damage`, whose clock is watched. */
const WINDOW = 4 * HOUR;
/** A request of so many events goes out ten times a second; one of them is watched, and is due within seconds. */
const BATCH = 100;
const BEAT = 100;
const SOON = { least: 2000, most: 8000 };

/** Lets a server take 1,000 events a second, judge them, and answer, all at once. */
export async function benchLive({ orders, seconds, now, print }: LiveOptions): Promise<LiveBench> {
  const home = mkdtempSync(join(tmpdir(), "kept-bench-"));
  const house = await openHouse({ home, environment: {}, now });
  try {
    const settings = {
      KEPT_HOME: home,
      KEPT_EXPERIENCE: FILE,
      KEPT_LOG_LEVEL: "silent",
      KEPT_API_PER_MINUTE: "1000000",
    };
    const customers = await fill(house, orders);
    const about = { name: "bench", createdBy: "bench", expiresAt: undefined };
    const write = await makeKey(house.state, now(), { ...about, kind: "write", scopes: [], ownerId: undefined });
    const ownerId = await somebody(house);
    const scopes = permissionsOf("owner");
    const token = await makeKey(house.state, now(), { ...about, kind: "token", scopes, ownerId });
    const listening = async <T>(work: (asker: Asker) => Promise<T>): Promise<T> => {
      const { app } = await buildServer(house, readConfig(settings));
      try {
        const address = await app.listen({ host: "127.0.0.1", port: 0 });
        return await work({ address, token: token.secret, customers, now });
      } finally {
        await app.close();
      }
    };
    const watched = await listening((asker) => watch(house, { ...asker, write: write.secret, seconds }));
    const result = { ...watched, restarted: await listening(firstAnswer) };
    print(textOf(result));
    return result;
  } finally {
    await house.close();
    rmSync(home, { recursive: true, force: true });
  }
}

/** A ledger as it is after years. Gives some of its customers. */
async function fill({ store, now }: House, orders: number): Promise<readonly string[]> {
  const { experience } = checkExperienceFile(FILE);
  if (experience === undefined) throw new Error("the promises of the bench have faults");
  await syncColumns(store, experience);
  await generateLedger(store, orders);
  const batch = { batch: 1n, source: "bench", begun: now(), finished: now(), rows: 0, duplicates: 0, rejected: 0 };
  await noteBatch(store, batch);
  const rows = await store.rows<{ readonly customer: string }>(
    sql`select distinct customer from events where customer_key % 7 = 0 limit 100000`,
  );
  return rows.map(({ customer }) => customer);
}

/** Whose token asks. */
async function somebody({ state, now }: House): Promise<string> {
  const email = "bench@example.org";
  const { token } = await invite(state, now(), { email, role: "owner", invitedBy: undefined, hours: 1 });
  const { id } = await acceptInvitation(state, now(), token, { name: "Bench", email, passwordHash: "none" });
  return id;
}

interface Watching extends Asker {
  readonly write: string;
  readonly seconds: number;
}

/** What is watched of a customer: when its event was acknowledged, when it is due, and when the verdicts came. */
interface Watched {
  readonly due: number;
  acknowledged?: number;
  open?: number;
  broken?: number;
}

async function watch(house: House, watching: Watching): Promise<Omit<LiveBench, "restarted">> {
  const { store, now } = house;
  const { seconds } = watching;
  const [count] = await store.rows<{ readonly events: string }>(sql`select count() as events from events`);
  const first = await firstAnswer(watching);
  const watched = new Map<string, Watched>();
  const stop = new AbortController();
  const reading = askAll(watching, stop.signal);
  const seeing = see(house, watched, stop.signal);
  const begun = now();
  let sent = 0;
  const under: Promise<void>[] = [];
  for (let beat = 0; now() - begun < seconds * 1000; beat += 1) {
    under.push(send(watching, beat, watched, now));
    sent += BATCH;
    await sleep(Math.max(0, begun + (beat + 1) * BEAT - now()));
  }
  const took = (now() - begun) / 1000;
  await Promise.all(under);
  await sleep(SOON.most + 10_000);
  stop.abort();
  await seeing;
  const all = [...watched.values()];
  return {
    events: Number(count?.events),
    rate: sent / took,
    afterEvents: quantilesOf(all.map(({ acknowledged, open }) => (open ?? now()) - (acknowledged ?? 0))),
    afterDeadlines: quantilesOf(all.map(({ due, broken }) => (broken ?? now()) - due)),
    first,
    answers: await reading,
  };
}

/** How long it takes until there is an answer on everything, in ms. */
async function firstAnswer(asker: Asker): Promise<number> {
  const begun = performance.now();
  for (;;) {
    const answer = await ask(asker, "/api/gaps").catch(() => undefined);
    if (answer !== undefined) return performance.now() - begun;
    await sleep(100);
  }
}

/** A batch of ordinary events, and one that starts the clock that is watched, nearly over when it comes. */
async function send(watching: Watching, beat: number, watched: Map<string, Watched>, now: () => number): Promise<void> {
  const { address, write, customers } = watching;
  const from = (i: number): string => customers[(beat * 7919 + i * 104_729) % customers.length] ?? "";
  const due = now() + SOON.least + ((beat * 37) % (SOON.most - SOON.least));
  const id = `watched-${beat}`;
  watched.set(id, { due });
  const message = (userId: string, event: string, at: number, order: string) => ({
    type: "track",
    messageId: `live-${beat}-${userId}-${order}`,
    userId,
    event,
    timestamp: new Date(at).toISOString(),
    properties: { order, topic: "invoice" },
  });
  const batch = Array.from({ length: BATCH - 1 }, (_, i) => message(from(i), "contact.made", now(), `n${beat}-${i}`));
  const damaged = message(id, "delivery.damaged", due - WINDOW, `d${beat}`);
  const answer = await fetch(`${address}/v1/batch`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      authorization: `Basic ${Buffer.from(`${write}:`).toString("base64")}`,
    },
    body: JSON.stringify({ batch: [...batch, damaged] }),
  });
  if (!answer.ok) throw new Error(`events were answered with ${answer.status}`);
  watched.set(id, { due, acknowledged: now() });
}

/** Looks ten times a second at what judging has changed. */
async function see({ store, now }: House, watched: Map<string, Watched>, stopped: AbortSignal): Promise<void> {
  const ids = new Map<string, string>();
  let last = "0";
  while (!stopped.aborted) {
    const strangers = [...watched.keys()].filter((id) => ![...ids.values()].includes(id));
    for (const { id, key } of await store.rows<{ id: string; key: string }>(
      sql`select arrayJoin(${texts(strangers)}) as id, toString(cityHash64(id)) as key`,
    ))
      ids.set(key, id);
    const rows = await store.rows<{ judgement: string; key: string; verdict: string }>(
      sql`select number as judgement, toString(customer_key) as key, toString(after) as verdict from changes
        where number > ${natural(BigInt(last))} and customer_key in ${naturals([...ids.keys()])} order by number`,
    );
    for (const { judgement, key, verdict } of rows) {
      last = judgement;
      const one = watched.get(ids.get(key) ?? "");
      if (one !== undefined && verdict === "missed") one.broken ??= now();
      if (one !== undefined) one.open ??= now();
    }
    await sleep(BEAT);
  }
}

const quantilesOf = (all: readonly number[]): Quantiles => {
  const { p50, p99 } = middleAndMost(all);
  return { n: all.length, p50, p99 };
};

function textOf({ events, rate, afterEvents, afterDeadlines, first, restarted, answers }: LiveBench): string {
  const s = (ms: number) => `${(ms / 1000).toFixed(1)} s`;
  const ms = (value: number) => `${value.toFixed(0)} ms`;
  const lines = answers.map(
    ({ path, n, p50, p95, age }) =>
      `  ${path.padEnd(28)} p50 ${ms(p50)}, p95 ${ms(p95)} (${n})${age === null ? "" : `, ${s(age)} old`}`,
  );
  return `Live, on ${events.toLocaleString("en")} events with ${Math.round(rate)} more a second: verdicts p50 ${s(afterEvents.p50)}, p99 ${s(afterEvents.p99)} after an event (${afterEvents.n}), p50 ${s(afterDeadlines.p50)}, p99 ${s(afterDeadlines.p99)} after a deadline (${afterDeadlines.n})
The first answer of a ledger that was never judged ${s(first)}, after a restart ${s(restarted)}
${lines.join("\n")}\n`;
}
