import type { Settings, Store } from "./store.ts";

/**
 * Who goes first where statements meet: while one with a smaller number runs, those with larger ones wait after each block, so
 * many ms at most. Where there is always something ahead, they still come to their end.
 */
const TURNS = { ahead: 1, usual: 2, behind: 3 } as const;

/** What is neither ahead nor behind waits for nobody, so that events are acknowledged in time. */
export const USUAL: Settings = { priority: TURNS.usual, low_priority_query_wait_time_ms: 0 };
/** Beside those, for a statement that has time to let an answer go first that takes long and that somebody waits for. */
export const YIELDING: Settings = { low_priority_query_wait_time_ms: 100 };
const AHEAD: Settings = { priority: TURNS.ahead };
/** One processor is left to others at any time. */
const BEHIND: Settings = { ...YIELDING, priority: TURNS.behind, max_threads: 1 };

/** The same store for what takes long and is waited for by somebody. */
export const ahead = (store: Store): Store => within(store, AHEAD);

/**
 * The same store for what nobody waits for: its statements let all others go first, but for results in pieces, which whoever
 * reads them may hold up.
 */
export const behind = (store: Store): Store => within(store, BEHIND);

function within(store: Store, turn: Settings): Store {
  return {
    ...store,
    rows: (query, settings) => store.rows(query, { ...turn, ...settings }),
    run: (statement, settings, progress) => store.run(statement, { ...turn, ...settings }, progress),
    insert: (into, format, data, settings) => store.insert(into, format, data, { ...turn, ...settings }),
    // Of whichever engine there is just now.
    get cluster() {
      const { cluster } = store;
      return cluster && { ...cluster, shards: cluster.shards.map((shard) => within(shard, turn)) };
    },
  };
}
