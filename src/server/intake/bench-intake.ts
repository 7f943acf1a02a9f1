import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import { openHouse } from "../../house.ts";
import { makeKey } from "../../people/keys.ts";
import { sql } from "../../sql/sql.ts";
import type { Store } from "../../storage/store.ts";
import { quantileOf } from "../../value/numbers/interval.ts";
import { buildServer } from "../build.ts";
import { readConfig } from "../config/read.ts";
import { messageOf, type Sending, type Sent } from "./bench-sender.ts";

/** How fast events come in over HTTP until they are on the disk, beside the engine's own inserts of the same rows. */
export interface IntakeBench {
  readonly events: number;
  /** Events a second: in requests of 100, and one by one. */
  readonly batches: number;
  readonly singles: number;
  /** Ms until a request is acknowledged. */
  readonly p50: number;
  readonly p99: number;
  readonly singlesP99: number;
  /** Rows a second of the engine alone: in INSERTs of 100 rows as many at once, and all in one. */
  readonly engineBatches: number;
  readonly engineWhole: number;
  /** Batches as a share of both. */
  readonly ratio: number;
  readonly ratioWhole: number;
}

const BATCH = 100;
const AT_ONCE = 32;

/** On engines in a folder of its own: PostgreSQL, which does not run as root, must be able to reach it. */
export async function benchIntake({
  events,
  now,
  print,
}: {
  readonly events: number;
  readonly now: () => number;
  readonly print: (line: string) => void;
}): Promise<IntakeBench> {
  const home = mkdtempSync(join(tmpdir(), "kept-bench-"));
  const house = await openHouse({ home, environment: {}, now });
  try {
    const { app, rooms } = await buildServer(house, readConfig({ KEPT_HOME: home, KEPT_LOG_LEVEL: "silent" }));
    try {
      const address = await app.listen({ host: "127.0.0.1", port: 0 });
      const key = await makeKey(house.state, now(), {
        kind: "write",
        name: "bench",
        scopes: [],
        ownerId: undefined,
        createdBy: "bench",
        expiresAt: undefined,
      });
      await rooms.keys.reload();
      const sending = { address, key: key.secret };
      await sendFrom({ ...sending, batch: BATCH, requests: AT_ONCE * 4, atOnce: AT_ONCE });
      await house.store.run(sql`TRUNCATE TABLE events`);
      const engine = await alone(house.store, events);
      const batched = await sendFrom(
        { ...sending, batch: BATCH, requests: events / BATCH, atOnce: AT_ONCE },
        100_000_000,
      );
      const singles = await sendFrom(
        { ...sending, batch: 1, requests: Math.min(events, 20_000), atOnce: 256 },
        200_000_000,
      );
      const result = resultOf(events, batched, singles, engine);
      print(lineOf(result));
      return result;
    } finally {
      await app.close();
    }
  } finally {
    await house.close();
    rmSync(home, { recursive: true, force: true });
  }
}

const PROGRAM = new URL(
  fileURLToPath(import.meta.url).endsWith(".ts") ? "../../../dist/server/intake/bench-sender.js" : "./bench-sender.js",
  import.meta.url,
);

/** From a thread of its own, as senders are elsewhere. `first` makes its ids others than those before. */
async function sendFrom(sending: Omit<Sending, "first">, first = 0): Promise<Sent> {
  const worker = new Worker(PROGRAM, { workerData: { ...sending, first } satisfies Sending });
  const sent = await new Promise<Sent>((resolve, reject) => worker.once("message", resolve).once("error", reject));
  if (sent.failed > 0) throw new Error(`${sent.failed} of ${sending.requests} requests failed`);
  return sent;
}

interface Alone {
  readonly batches: number;
  readonly whole: number;
}

/** The engine's own inserts, in seconds, into a table like the ledger's, fsyncs and all. */
async function alone(store: Store, events: number): Promise<Alone> {
  const rows = Array.from({ length: events }, (_, i) => rowOf(i));
  const into = sql`INSERT INTO bench_events (customer, name, at, received, source, id, batch, properties)`;
  const insert = (lines: readonly string[]) => store.insert(into, "JSONEachRow", pieces(lines));
  const fresh = async () => {
    await store.run(sql`DROP TABLE IF EXISTS bench_events SYNC`);
    await store.run(sql`CREATE TABLE bench_events AS events`);
  };
  await fresh();
  let next = 0;
  const writer = async () => {
    for (let at = next; at < events; at = next) {
      next += BATCH;
      await insert(rows.slice(at, at + BATCH));
    }
  };
  const batches = await seconds(() => Promise.all(Array.from({ length: 8 }, writer)));
  await fresh();
  const whole = await seconds(() => insert(rows));
  await store.run(sql`DROP TABLE bench_events SYNC`);
  return { batches, whole };
}

function rowOf(i: number): string {
  const {
    messageId: id,
    userId: customer,
    event: name,
    timestamp,
    properties,
  } = messageOf(i) as Record<string, string>;
  const at = (timestamp ?? "").replace("T", " ").replace("Z", "");
  return JSON.stringify({
    customer,
    name,
    at,
    received: at,
    source: "bench",
    id,
    batch: 1,
    properties: JSON.stringify(properties),
  });
}

async function* pieces(lines: readonly string[]): AsyncGenerator<string> {
  for (let at = 0; at < lines.length; at += 1000) yield `${lines.slice(at, at + 1000).join("\n")}\n`;
}

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return (performance.now() - begun) / 1000;
}

function resultOf(events: number, batched: Sent, singles: Sent, engine: Alone): IntakeBench {
  const batches = (events / batched.took) * 1000;
  const [engineBatches, engineWhole] = [events / engine.batches, events / engine.whole];
  return {
    events,
    batches,
    singles: (singles.waits.length / singles.took) * 1000,
    p50: quantile(batched.waits, 0.5),
    p99: quantile(batched.waits, 0.99),
    singlesP99: quantile(singles.waits, 0.99),
    engineBatches,
    engineWhole,
    ratio: batches / engineBatches,
    ratioWhole: batches / engineWhole,
  };
}

const quantile = (values: readonly number[], share: number): number =>
  quantileOf(
    values.toSorted((a, b) => a - b),
    share,
  );

function lineOf(result: IntakeBench): string {
  const n = (value: number) => Math.round(value).toLocaleString("en");
  return `Events over HTTP, kept before they are acknowledged: ${n(result.batches)} a second in batches of ${BATCH} (acknowledged p50 ${n(result.p50)} ms, p99 ${n(result.p99)} ms); the engine alone ${n(result.engineBatches)} in INSERTs of ${BATCH}: ×${result.ratio.toFixed(2)}, ${n(result.engineWhole)} in a single one: ×${result.ratioWhole.toFixed(2)}
Single events: ${n(result.singles)} a second (p99 ${n(result.singlesP99)} ms)\n`;
}
