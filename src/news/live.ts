import { sql } from "kysely";
import type { State } from "../storage/postgres/state.ts";
import { NEWS, type News } from "./news.ts";

/** News with its number, which grows from one to the next on all servers alike, and its moment in ms since 1970 UTC. */
export interface Told {
  readonly number: number;
  readonly at: number;
  readonly news: News;
}

/** Tells news to whoever listens, on this server and all others, and keeps the latest for who was away for a while. */
export interface Live {
  /** Resolves when it is kept; from then on everybody hears it. */
  publish(...news: readonly News[]): Promise<void>;
  /** Hears all news from now on, in order, until the returned function is called. */
  subscribe(listener: (told: Told) => void): () => void;
  /** What came after a number, at most so many; undefined when some of it is no longer kept. */
  since(number: number, most: number): Promise<readonly Told[] | undefined>;
  /** The first of what is still kept, at most so many. */
  kept(most: number): Promise<readonly Told[]>;
  /** The number of the latest. */
  latest(): number;
  close(): void;
}

/** So much news is kept. */
const KEPT = 50_000;
const AT_ONCE = 500;
/** One after the other, so that numbers appear in their order: "kept" and a number of ours. */
const ORDER = sql`SELECT pg_advisory_xact_lock(1801810036, 11)`;

export async function openLive(state: State, now: () => number): Promise<Live> {
  const listeners = new Set<(told: Told) => void>();
  const first = await state.db
    .selectFrom("news")
    .select(({ fn }) => fn.max("number").as("number"))
    .executeTakeFirst();
  let last = Number(first?.number ?? 0);
  let reading: Promise<void> | undefined;
  let again = false;
  let closed = false;

  async function catchUp(): Promise<void> {
    for (;;) {
      again = false;
      const found = await readAfter(state, last, AT_ONCE);
      for (const told of found) {
        last = told.number;
        for (const listener of listeners) listener(told);
      }
      if (closed || (found.length < AT_ONCE && !again)) return;
    }
  }
  const wake = () => {
    again = true;
    // A lost PostgreSQL comes again, and says so by another call.
    if (reading !== undefined) return;
    reading = catchUp()
      .catch(() => {})
      .finally(() => {
        reading = undefined;
      });
  };
  const silence = await state.listen("news", wake);
  return {
    async publish(...news) {
      if (news.length > 0) await write(state, new Date(now()), news);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async since(number, most) {
      const row = await state.db
        .selectFrom("news")
        .select(({ fn }) => [fn.min("number").as("first"), fn.max("number").as("last")])
        .executeTakeFirst();
      // Who listened to another server may have heard more than has come here. Of an empty table nobody can have
      // missed anything but what was cleared away.
      if (number > Math.max(last, Number(row?.last ?? 0)) || number + 1 < Number(row?.first ?? number + 1))
        return undefined;
      return readAfter(state, number, most);
    },
    kept: (most) => readAfter(state, 0, most),
    latest: () => last,
    close() {
      closed = true;
      silence();
      listeners.clear();
    },
  };
}

async function write(state: State, at: Date, news: readonly News[]): Promise<void> {
  await state.db.transaction().execute(async (db) => {
    await ORDER.execute(db);
    const rows = news.map((one) => ({
      at,
      kind: one.kind,
      data: JSON.stringify(one),
      customer_key: "customer_key" in one ? one.customer_key : null,
    }));
    const written = await db.insertInto("news").values(rows).returning("number").execute();
    const number = Math.max(...written.map((row) => Number(row.number)));
    await sql`SELECT pg_notify('news', ${String(number)})`.execute(db);
    if (Math.floor(number / 1000) !== Math.floor((number - written.length) / 1000))
      await db
        .deleteFrom("news")
        .where("number", "<=", String(number - KEPT))
        .execute();
  });
}

async function readAfter(state: State, number: number, most: number): Promise<readonly Told[]> {
  const rows = await state.db
    .selectFrom("news")
    .select(["number", "at", "data"])
    .where("number", ">", String(number))
    .orderBy("number")
    .limit(most)
    .execute();
  return rows.map((row) => ({ number: Number(row.number), at: row.at.getTime(), news: NEWS.parse(row.data) }));
}
