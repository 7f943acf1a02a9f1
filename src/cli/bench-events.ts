import { setTimeout as sleep } from "node:timers/promises";
import type { House } from "../house.ts";
import { natural, sql, texts } from "../sql/sql.ts";
import type { Asker } from "./bench-answers.ts";

export interface Sender extends Asker {
  /** The secret of a write key. */
  readonly write: string;
}

/** What is watched of a customer: when its event was acknowledged, when it is due, and when the verdicts came. Ms since 1970 UTC. */
export interface Watched {
  readonly due: number;
  acknowledged?: number;
  open?: number;
  broken?: number;
}

const HOUR = 3_600_000;
/** Of `told-of-damage`, whose clock is watched. */
const WINDOW = 4 * HOUR;
/** A request of so many events goes out ten times a second; one of them is watched, and is due within seconds. */
const BATCH = 100;
const BEAT = 100;
export const SOON = { least: 2000, most: 8000 };

/** Sends a thousand events a second until it is stopped. Gives how many went out. */
export async function sendEvents(sender: Sender, watched: Map<string, Watched>, stopped: AbortSignal): Promise<number> {
  const { now } = sender;
  const begun = now();
  const under: Promise<void>[] = [];
  for (let beat = 0; !stopped.aborted; beat += 1) {
    under.push(send(sender, beat, watched));
    await sleep(Math.max(0, begun + (beat + 1) * BEAT - now()));
  }
  await Promise.all(under);
  return under.length * BATCH;
}

/** A batch of ordinary events, and one that starts the clock that is watched, nearly over when it comes. */
async function send(
  { address, write, customers, now }: Sender,
  beat: number,
  watched: Map<string, Watched>,
): Promise<void> {
  const from = (i: number): string => customers[(beat * 7919 + i * 104_729) % customers.length] ?? "";
  const due = now() + SOON.least + ((beat * 37) % (SOON.most - SOON.least));
  // Of this run: whoever sends to a ledger that has seen another sends nothing twice.
  const run = `${beat}-${due}`;
  const id = `watched-${run}`;
  const own: Watched = { due };
  watched.set(id, own);
  const message = (userId: string, event: string, at: number, order: string) => ({
    type: "track",
    messageId: `live-${userId}-${order}`,
    userId,
    event,
    timestamp: new Date(at).toISOString(),
    properties: { order, topic: "invoice" },
  });
  const batch = Array.from({ length: BATCH - 1 }, (_, i) => message(from(i), "contact.made", now(), `n${run}-${i}`));
  const damaged = message(id, "delivery.damaged", due - WINDOW, `d${run}`);
  const answer = await fetch(`${address}/v1/batch`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      authorization: `Basic ${Buffer.from(`${write}:`).toString("base64")}`,
    },
    body: JSON.stringify({ batch: [...batch, damaged] }),
  });
  if (!answer.ok) throw new Error(`events were answered with ${answer.status}`);
  own.acknowledged = now();
}

/** Between two looks, in ms: looking takes from what is looked at. */
const LOOK = 250;

/** Looks at what judging has changed. */
export async function seeVerdicts(
  { store, now }: House,
  watched: Map<string, Watched>,
  stopped: AbortSignal,
): Promise<void> {
  let last = "0";
  while (!stopped.aborted) {
    const waiting = texts([...watched].filter(([, { broken }]) => broken === undefined).map(([id]) => id));
    const rows = await store.rows<{ judgement: string; id: string; verdict: string }>(
      sql`with arrayMap(id -> cityHash64(id), ${waiting}) as keys
        select number as judgement, arrayElement(${waiting}, indexOf(keys, customer_key)) as id, toString(after) as verdict
        from changes where number > ${natural(BigInt(last))} and has(keys, customer_key) order by number`,
    );
    for (const { judgement, id, verdict } of rows) {
      last = judgement;
      const one = watched.get(id);
      if (one !== undefined && verdict === "missed") one.broken ??= now();
      if (one !== undefined) one.open ??= now();
    }
    await sleep(LOOK);
  }
}
