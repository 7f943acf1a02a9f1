import { sql, texts } from "../../sql/sql.ts";
import type { Store } from "../../storage/store.ts";

/** Which of these ids stand in the ledger already, among the events of these customers. */
export async function standingIds(
  store: Store,
  customers: readonly string[],
  ids: readonly string[],
): Promise<readonly string[]> {
  if (customers.length === 0 || ids.length === 0) return [];
  const rows = await store.rows<{ readonly id: string }>(sql`SELECT id FROM events
    WHERE customer_key IN (SELECT cityHash64(arrayJoin(${texts(customers)})))
      AND id_key IN (SELECT cityHash64(arrayJoin(${texts(ids)}))) AND id IN ${texts(ids)}`);
  return rows.map(({ id }) => id);
}

/** The ids that came last, whosever they are: most messages that are sent again are sent again soon. */
export interface RecentIds {
  has(id: string): boolean;
  add(id: string): void;
}

/** Remembers at least so many ids, and at most twice as many. */
export function recentIds(most: number): RecentIds {
  let young = new Set<string>();
  let old = new Set<string>();
  return {
    has: (id) => young.has(id) || old.has(id),
    add(id) {
      if (young.size >= most) [young, old] = [new Set(), young];
      young.add(id);
    },
  };
}
