import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "../../sql/sql.ts";
import type { Store } from "../../storage/store.ts";

/** Ms between two looks. */
const STEP = 20;

/**
 * Waits until no insert of events is under way: one whose connection was cut off goes on all the same, and what it
 * brings cannot be found yet when the same events come again.
 */
export async function insertsEnded(store: Store): Promise<void> {
  for (;;) {
    const running = await store.rows(
      sql`SELECT 1 FROM system.processes WHERE query LIKE 'INSERT INTO events (%' AND NOT is_cancelled LIMIT 1`,
    );
    if (running.length === 0) return;
    await sleep(STEP);
  }
}
