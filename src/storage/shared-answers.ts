import { exactly, print } from "../sql/print.ts";
import type { Sql } from "../sql/sql.ts";
import type { Settings, Store } from "./store.ts";

/**
 * The same store for many who ask at once: while a question is being asked, everybody who asks the same gets its answer, as long
 * as nothing was written through this store in between. A page of the web asks in eight requests who a customer is.
 */
export function sharedAnswers(store: Store): Store {
  const underway = new Map<string, Promise<readonly unknown[]>>();
  const written = () => underway.clear();

  function rows<Row>(query: Sql, settings: Settings = {}): Promise<readonly Row[]> {
    const key = JSON.stringify([print(query), settings], exactly);
    const known = underway.get(key) as Promise<readonly Row[]> | undefined;
    if (known !== undefined) return known;
    const answer = store.rows<Row>(query, settings);
    const answered = () => {
      if (underway.get(key) === answer) underway.delete(key);
    };
    underway.set(key, answer);
    answer.then(answered, answered);
    return answer;
  }

  return {
    ...writingThrough(store, written),
    rows,
    get cluster() {
      const { cluster } = store;
      return cluster && { ...cluster, shards: cluster.shards.map((shard) => writingThrough(shard, written)) };
    },
  };
}

/** The same store, which tells of whatever may have been written. */
const writingThrough = (store: Store, written: () => void): Store => ({
  ...store,
  run: (...statement) => store.run(...statement).finally(written),
  insert: (...insert) => store.insert(...insert).finally(written),
});
