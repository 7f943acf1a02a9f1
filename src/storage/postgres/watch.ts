import { Socket } from "node:net";
import pg from "pg";
import type { PostgresWay } from "./way.ts";

/** Of the lock that every lifeline holds, and of this watch, of which there is one. */
const NEEDED = "1801810036, 3";
const WATCHES = "1801810036, 5";
/** Seconds without anybody after which it ends: a server that was killed is often started again at once. */
const PATIENCE = 5;

/**
 * Runs inside PostgreSQL, which does not look whether who asked is still there. Each turn is a transaction of its own,
 * so that nothing is kept from being cleared away. At the end the lock is held: who comes now is sent away and starts a
 * new one.
 */
const WATCH = `DO $$
DECLARE
  alone int := 0;
BEGIN
  IF NOT pg_try_advisory_lock(${WATCHES}) THEN RETURN; END IF;
  WHILE alone < ${PATIENCE} LOOP
    IF alone > 0 THEN PERFORM pg_advisory_unlock(${NEEDED}); END IF;
    COMMIT;
    PERFORM pg_sleep(1);
    IF pg_try_advisory_lock(${NEEDED}) THEN alone := alone + 1; ELSE alone := 0; END IF;
  END LOOP;
  COPY (SELECT) TO PROGRAM 'kill -INT $(head -n 1 postmaster.pid)';
END $$`;

/**
 * Lets our own PostgreSQL end by itself when the last program that needs it has ended without a word, as with kill -9.
 * Where somebody watches already, nothing is done.
 */
export function watchLast({ owner }: PostgresWay): void {
  // A program that forgets to close may still end.
  const stream = () => new Socket().unref();
  const client = new pg.Client({ ...owner, stream, application_name: "kept-watch" });
  client.on("error", () => {});
  const watching = async () => {
    await client.connect();
    await client.query(WATCH);
  };
  // Its end is the end of PostgreSQL; who still needs one hears of that by their own connection.
  watching()
    .catch(() => {})
    .finally(() => client.end().catch(() => {}));
}
