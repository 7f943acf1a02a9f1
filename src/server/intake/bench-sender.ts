import { Agent, request } from "node:http";
import { parentPort, workerData } from "node:worker_threads";

/** What the sending thread is told. */
export interface Sending {
  readonly address: string;
  readonly key: string;
  /** Of one request; 1: single events. */
  readonly batch: number;
  readonly requests: number;
  /** Requests that are under way at the same time. */
  readonly atOnce: number;
  /** The number of the first message. */
  readonly first: number;
}

/** Ms of each request, and how long all of them took. */
export interface Sent {
  readonly took: number;
  readonly waits: readonly number[];
  readonly failed: number;
}

/** A message like those of a shop: eight properties, a third of a million customers. */
export function messageOf(i: number): object {
  const channel = ["web", "app", "store", "phone"][i % 4];
  const properties = {
    order: `o${i >> 2}`,
    total: (i % 9973) / 100,
    channel,
    items: i % 7,
    express: i % 3 === 0,
    country: "FI",
    campaign: `spring-${i % 12}`,
    promised_for: "2026-12-24",
  };
  return {
    type: "track",
    messageId: `bench-${i}`,
    userId: `c${(i * 7919) % 300_000}`,
    event: "order.placed",
    timestamp: new Date(1_790_000_000_000 + i * 10).toISOString(),
    properties,
  };
}

async function send({ address, key, batch, requests, atOnce, first }: Sending): Promise<Sent> {
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce });
  const headers = {
    "content-type": "application/json",
    authorization: `Basic ${Buffer.from(`${key}:`).toString("base64")}`,
  };
  // Made before the clock runs: the sender is not what is measured.
  const bodies = Array.from({ length: requests }, (_, i) => {
    const messages = Array.from({ length: batch }, (_, j) => messageOf(first + i * batch + j));
    return Buffer.from(JSON.stringify(batch === 1 ? messages[0] : { batch: messages }));
  });
  const waits: number[] = [];
  let failed = 0;
  const one = (body: Buffer) =>
    new Promise<void>((resolve) => {
      const begun = performance.now();
      const asking = request(
        `${address}/v1/${batch === 1 ? "track" : "batch"}`,
        { method: "POST", agent, headers },
        (answer) => {
          if (answer.statusCode !== 200) failed++;
          answer.resume().on("end", () => {
            waits.push(performance.now() - begun);
            resolve();
          });
        },
      );
      asking.on("error", () => {
        failed++;
        resolve();
      });
      asking.end(body);
    });
  const begun = performance.now();
  let next = 0;
  const sender = async () => {
    for (let body = bodies[next++]; body !== undefined; body = bodies[next++]) await one(body);
  };
  await Promise.all(Array.from({ length: atOnce }, sender));
  agent.destroy();
  return { took: performance.now() - begun, waits, failed };
}

if (parentPort !== null) parentPort.postMessage(await send(workerData as Sending));
