import { Kysely, PostgresDialect } from "kysely";
import pg from "pg";
import { type Lifeline, lifeline } from "./lifeline.ts";
import type { State } from "./state.ts";
import type { Tables } from "./tables.ts";
import type { PostgresWay } from "./way.ts";

export interface Opened {
  readonly state: State;
  readonly line: Lifeline;
}

/** The State, spoken over a pool of connections. `stop` ends our own PostgreSQL once nobody needs it. */
export function stateOver(
  way: PostgresWay,
  relaunch: (() => Promise<void>) | undefined,
  stop: (() => Promise<void>) | undefined,
): Opened {
  const pool = new pg.Pool({ ...way.work, max: 16, idleTimeoutMillis: 30_000, connectionTimeoutMillis: 10_000 });
  // Whoever uses a connection hears that it is lost by the query that fails; an error that nobody hears would end the program.
  pool.on("error", () => {});
  pool.on("connect", (client) => client.on("error", () => {}));
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  const line = lifeline(way, relaunch);
  let closed: Promise<void> | undefined;

  async function close(): Promise<void> {
    await db.destroy();
    let ending: Promise<void> | undefined;
    await line.close(() => {
      ending = stop?.();
    });
    await ending;
  }

  const state: State = {
    db,
    pool,
    place: way.place,
    listen: (channel, listener) => line.listen(channel, listener),
    withLock: (name, work, how = "alone") => locked(pool, name, work, how),
    async ready() {
      try {
        await pool.query("SELECT 1");
        return true;
      } catch {
        return false;
      }
    },
    close: () => {
      closed ??= close();
      return closed;
    },
  };
  return { state, line };
}

const LOCKS = {
  alone: ["pg_try_advisory_lock", "pg_advisory_unlock"],
  together: ["pg_try_advisory_lock_shared", "pg_advisory_unlock_shared"],
} as const;

async function locked<T>(
  pool: pg.Pool,
  name: string,
  work: (lost: AbortSignal) => Promise<T>,
  how: "alone" | "together",
): Promise<T | undefined> {
  const client = await pool.connect();
  const losing = new AbortController();
  const lose = () => losing.abort();
  // For good: an error that nobody hears would end the program.
  client.on("error", lose).once("end", lose);
  const [take, give] = LOCKS[how];
  const ask = (what: string) =>
    client.query<{ held: boolean }>(`SELECT ${what}(hashtextextended($1, 1801810036)) AS held`, [name]);
  try {
    if (!(await ask(take)).rows[0]?.held) return undefined;
    try {
      return await work(losing.signal);
    } finally {
      // At once; with the connection it would go only when PostgreSQL has seen that it is closed.
      if (!losing.signal.aborted) await ask(give).catch(lose);
    }
  } finally {
    client.release(true);
  }
}
