import type { Settings, Store } from "./store.ts";

/** How far ahead of others a statement is: while one with a smaller number runs, it waits after each block, a second at most. */
const PRIORITY: Settings = { priority: 2 };

/**
 * The same store for what nobody waits for: its statements let all others go first, but for results in pieces, which whoever
 * reads them may hold up.
 */
export function behind(store: Store): Store {
  const { cluster } = store;
  return {
    ...store,
    rows: (query, settings) => store.rows(query, { ...PRIORITY, ...settings }),
    run: (statement, settings, progress) => store.run(statement, { ...PRIORITY, ...settings }, progress),
    insert: (into, format, data, settings) => store.insert(into, format, data, { ...PRIORITY, ...settings }),
    cluster: cluster && { ...cluster, shards: cluster.shards.map(behind) },
  };
}
