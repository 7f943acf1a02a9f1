import type { Settings, Store } from "./store.ts";

/**
 * While a statement with a smaller number runs, this one waits after each block, so many ms at most: where there is always
 * something ahead, it still comes to its end. One processor is left to others at any time.
 */
const PRIORITY: Settings = { priority: 2, low_priority_query_wait_time_ms: 100, max_threads: 1 };

/**
 * The same store for what nobody waits for: its statements let all others go first, but for results in pieces, which whoever
 * reads them may hold up.
 */
export function behind(store: Store): Store {
  return {
    ...store,
    rows: (query, settings) => store.rows(query, { ...PRIORITY, ...settings }),
    run: (statement, settings, progress) => store.run(statement, { ...PRIORITY, ...settings }, progress),
    insert: (into, format, data, settings) => store.insert(into, format, data, { ...PRIORITY, ...settings }),
    // Of whichever engine is there just now.
    get cluster() {
      const { cluster } = store;
      return cluster && { ...cluster, shards: cluster.shards.map(behind) };
    },
  };
}
