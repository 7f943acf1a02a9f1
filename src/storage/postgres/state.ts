import type { Kysely } from "kysely";
import type { Pool } from "pg";
import type { Tables } from "./tables.ts";

/** Called with what NOTIFY carried; with nothing after a connection was lost, when anything may have been missed. */
export type Listener = (payload: string | undefined) => void;

/** One PostgreSQL, whether Kept's own process or somebody's server: people, keys, cases; what does not grow with events. */
export interface State {
  /** Typed SQL; `sql` of kysely for what it has no words for. Values are always bound. */
  readonly db: Kysely<Tables>;
  /** For libraries that speak to `pg` themselves. */
  readonly pool: Pool;
  /** How it is called in messages. */
  readonly place: string;
  /** Hears NOTIFY on a channel until the returned function is called. */
  listen(channel: string, listener: Listener): Promise<() => void>;
  /**
   * Holds a named lock, of which there is one for all servers, for as long as the work lasts; undefined at once if
   * somebody else holds it. The signal says that the lock is lost with its connection: the work must end. Several may
   * hold it `together`, while nobody holds it alone.
   */
  withLock<T>(
    name: string,
    work: (lost: AbortSignal) => Promise<T>,
    how?: "alone" | "together",
  ): Promise<T | undefined>;
  /** Whether it answers. */
  ready(): Promise<boolean>;
  close(): Promise<void>;
}
