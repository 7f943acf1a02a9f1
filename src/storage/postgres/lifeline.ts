import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import type { Listener } from "./state.ts";
import { watchLast } from "./watch.ts";
import type { PostgresWay } from "./way.ts";

/**
 * One connection that is always there: it hears NOTIFY, and its shared lock tells other programs that PostgreSQL is
 * still needed. Lost, it comes again by itself, and every listener hears that it may have missed something.
 */
export interface Lifeline {
  open(): Promise<void>;
  listen(channel: string, listener: Listener): Promise<() => void>;
  /** Ends it. `last` is called while nobody else needs this PostgreSQL and nobody new can. */
  close(last: () => void): Promise<void>;
}

const STEPS = [100, 250, 500, 1000, 2000];
const SHARED = "SELECT pg_advisory_lock_shared(1801810036, 3)";
const RELEASE = "SELECT pg_advisory_unlock_shared(1801810036, 3)";
const ALONE = "SELECT pg_try_advisory_lock(1801810036, 3) AS alone";

export function lifeline(way: PostgresWay, relaunch: (() => Promise<void>) | undefined): Lifeline {
  const listeners = new Map<string, Set<Listener>>();
  const tell = (channel: string, payload: string | undefined) => {
    for (const listener of listeners.get(channel) ?? []) listener(payload);
  };
  let client: pg.Client | undefined;
  /** Ends when one that was lost is there again, or is wanted no more. */
  let coming: Promise<void> | undefined;
  const end = new AbortController();

  async function connect(): Promise<void> {
    const next = new pg.Client({ ...way.work, keepAlive: true });
    next.on("error", () => {});
    await next.connect();
    await next.query(SHARED);
    for (const channel of listeners.keys()) await next.query(`LISTEN ${pg.escapeIdentifier(channel)}`);
    next.on("notification", ({ channel, payload }) => tell(channel, payload));
    next.once("end", () => {
      if (client === next && !end.signal.aborted) coming = again();
    });
    client = next;
    // One that we start again is ours, and has nobody who would end it.
    if (relaunch !== undefined) watchLast(way);
  }

  async function again(): Promise<void> {
    client = undefined;
    for (let attempt = 0; !end.signal.aborted; attempt++) {
      try {
        await relaunch?.();
        await connect();
        for (const channel of listeners.keys()) tell(channel, undefined);
        return;
      } catch {
        const step = STEPS[Math.min(attempt, STEPS.length - 1)];
        await sleep(step, undefined, { ref: false, signal: end.signal }).catch(() => {});
      }
    }
  }

  return {
    open: connect,
    async listen(channel, listener) {
      const known = listeners.get(channel) ?? new Set<Listener>();
      known.add(listener);
      listeners.set(channel, known);
      if (known.size === 1) await client?.query(`LISTEN ${pg.escapeIdentifier(channel)}`);
      return () => known.delete(listener);
    },
    async close(last) {
      end.abort();
      // One that comes while we close would hold the program, and PostgreSQL.
      await coming;
      const held = client;
      if (held === undefined) return;
      try {
        await held.query(RELEASE);
        const { rows } = await held.query<{ alone: boolean }>(ALONE);
        if (rows[0]?.alone) last();
      } catch {
        // It has ended already, and the lock with it.
      }
      await held.end().catch(() => {});
    },
  };
}
