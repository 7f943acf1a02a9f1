import { randomBytes } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { audit, OPERATOR } from "../people/audit.ts";
import type { State } from "../storage/postgres/state.ts";
import type { Networks } from "./address.ts";
import type { Live, Told } from "./live.ts";
import { type Attempt, type Message, send } from "./send.ts";

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** When an attempt that failed is made again, after the first, the second and so on: over three days in all. */
export const PAUSES = [
  5 * SECOND,
  5 * MINUTE,
  30 * MINUTE,
  2 * HOUR,
  5 * HOUR,
  10 * HOUR,
  14 * HOUR,
  20 * HOUR,
  24 * HOUR,
];
/** Where nothing got through for so long, nothing is sent any more until somebody says so. */
const FAILING = 5 * DAY;
/** The log goes back so far. */
const LOG = 30 * DAY;
const AT_ONCE = 8;
const LOOK = 1000;

export interface Delivering {
  readonly state: State;
  readonly live: Live;
  readonly now: () => number;
  readonly networks: Networks;
  /** How the sender calls itself. */
  readonly agent: string;
  readonly onTrouble: (thrown: unknown) => void;
}

/** Sends news to whoever subscribed, until stopped. Of several servers one does it; what waits survives all of them. */
export function startDelivering(all: Delivering): () => Promise<void> {
  const end = new AbortController();
  const pause = (ms: number) => sleep(ms, undefined, { signal: end.signal, ref: false }).catch(() => {});
  const work = async (lost: AbortSignal): Promise<void> => {
    let cleared = Number.NEGATIVE_INFINITY;
    while (!end.signal.aborted && !lost.aborted) {
      await makeDeliveries(all);
      const sent = await sendWaiting(all);
      if (all.now() - cleared > HOUR) {
        await clearLog(all);
        cleared = all.now();
      }
      if (sent === 0) await pause(LOOK);
    }
  };
  const forever = async (): Promise<void> => {
    while (!end.signal.aborted) {
      await all.state.withLock("delivering", work).catch(all.onTrouble);
      await pause(2 * LOOK);
    }
  };
  const ended = forever();
  return async () => {
    end.abort();
    await ended;
  };
}

/** Of news since the last time, a delivery for each webhook that wants it: once, whatever happens in between. */
async function makeDeliveries({ state: { db }, live, now }: Delivering): Promise<void> {
  const progress = await db.selectFrom("webhook_progress").select("news").executeTakeFirstOrThrow();
  const done = Number(progress.news);
  if (live.latest() <= done) return;
  // What is no longer kept cannot be sent.
  const news = (await live.since(done, 500)) ?? (await live.kept(500));
  const last = news.at(-1)?.number ?? live.latest();
  const hooks = await db.selectFrom("webhooks").select(["id", "kinds", "promises", "created_at"]).execute();
  const rows = news.flatMap((told) =>
    hooks
      .filter((hook) => hook.created_at.getTime() <= told.at && isWanted(told, hook))
      .map((hook) => deliveryOf(told, hook.id, now())),
  );
  await db.transaction().execute(async (inside) => {
    if (rows.length > 0)
      await inside
        .insertInto("deliveries")
        .values(rows)
        .onConflict((conflict) => conflict.columns(["webhook", "news"]).doNothing())
        .execute();
    await inside
      .updateTable("webhook_progress")
      .set({ news: String(last) })
      .execute();
  });
}

function isWanted(
  { news }: Told,
  hook: { readonly kinds: readonly string[]; readonly promises: readonly string[] },
): boolean {
  if (!hook.kinds.includes(news.kind)) return false;
  return (
    hook.promises.length === 0 || !("promise" in news) || news.promise === null || hook.promises.includes(news.promise)
  );
}

const deliveryOf = ({ number, at, news }: Told, webhook: string, now: number) => ({
  id: `msg_${randomBytes(18).toString("base64url")}`,
  webhook,
  news: String(number),
  kind: news.kind,
  body: JSON.stringify({ type: news.kind, timestamp: new Date(at).toISOString(), data: news }),
  customer_key: "customer_key" in news ? news.customer_key : null,
  made_at: new Date(now),
  next_at: new Date(now),
});

interface Waiting extends Message {
  readonly webhook: string;
  readonly attempts: number;
  readonly failing_since: Date | null;
}

async function sendWaiting(all: Delivering): Promise<number> {
  const waiting: Waiting[] = await all.state.db
    .selectFrom("deliveries")
    .innerJoin("webhooks", "webhooks.id", "deliveries.webhook")
    .select(["deliveries.id", "webhook", "attempts", "body", "url", "secret", "failing_since"])
    .where("next_at", "<=", new Date(all.now()))
    .where("stopped", "is", null)
    .orderBy("next_at")
    .limit(AT_ONCE)
    .execute();
  await Promise.all(waiting.map((one) => sendOne(all, one)));
  return waiting.length;
}

async function sendOne(all: Delivering, waiting: Waiting): Promise<void> {
  const attempt = await send(waiting, all.now(), all.networks, all.agent);
  await noteAttempt(all, waiting, attempt);
}

async function noteAttempt({ state, now }: Delivering, waiting: Waiting, attempt: Attempt): Promise<void> {
  const at = now();
  const pause = PAUSES[waiting.attempts];
  const again = !attempt.delivered && pause !== undefined;
  const failing = attempt.delivered ? null : (waiting.failing_since ?? new Date(at));
  const over = failing !== null && (attempt.status === 410 || at - failing.getTime() >= FAILING);
  await state.db.transaction().execute(async (db) => {
    await db
      .updateTable("deliveries")
      .set({
        attempts: waiting.attempts + 1,
        // A little sooner or later, so that what failed together does not come together again.
        next_at: again ? new Date(at + pause * (0.9 + Math.random() * 0.2)) : null,
        outcome: attempt.delivered ? "delivered" : again ? "waiting" : "given-up",
        last_at: new Date(at),
        last_status: attempt.status ?? null,
        last_words: attempt.words,
      })
      .where("id", "=", waiting.id)
      .execute();
    const stop = over ? { stopped: "failing", stopped_at: new Date(at) } : {};
    await db
      .updateTable("webhooks")
      .set({ failing_since: failing, ...stop })
      .where("id", "=", waiting.webhook)
      .execute();
    if (over)
      await audit({ db }, at, {
        actor: OPERATOR,
        action: "webhook.stopped",
        subject: waiting.webhook,
        details: { why: "failing" },
      });
  });
}

async function clearLog({ state: { db }, now }: Delivering): Promise<void> {
  await db
    .deleteFrom("deliveries")
    .where("made_at", "<", new Date(now() - LOG))
    .where("next_at", "is", null)
    .execute();
}
