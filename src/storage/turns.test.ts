import { expect, test } from "vitest";
import { openedLedger } from "../../test/ledger.ts";
import { sql } from "../sql/sql.ts";
import type { Store } from "./store.ts";
import { ahead, behind, YIELDING } from "./turns.ts";

const ledger = openedLedger();

test("what is behind a cluster that was opened anew asks the shards of the new one", async () => {
  const { store } = ledger;
  const clusters = [[], [store]].map((shards) => ({ shards, spread: async () => {} }));
  let current = 0;
  const steady = {
    ...store,
    get cluster() {
      return clusters[current];
    },
  };
  const quiet = behind(steady);
  expect(quiet.cluster?.shards).toHaveLength(0);
  current = 1;
  expect(quiet.cluster?.shards).toHaveLength(1);
});

/** Begins a statement that takes two seconds and waits until it runs; then the others. Says who ended first. */
async function race(long: Store, others: Readonly<Record<string, () => Promise<unknown>>>): Promise<readonly string[]> {
  const ended: string[] = [];
  const begin = async (name: string, work: Promise<unknown>): Promise<void> => {
    await work;
    ended.push(name);
  };
  const slept = sql`SELECT sum(sleepEachRow(0.1)) AS slept FROM numbers(20)`;
  const asleep = begin("long", long.rows(slept, { max_block_size: 1 }));
  await expect
    .poll(() => ledger.store.rows(sql`SELECT 1 AS one FROM system.processes WHERE query LIKE '%sleepEachRow(0.1)%'`), {
      interval: 20,
    })
    .toHaveLength(2);
  await Promise.all([asleep, ...Object.entries(others).map(([name, work]) => begin(name, work()))]);
  return ended;
}

const SHORT = sql`SELECT sum(cityHash64(number)) AS sum FROM numbers(20000000)`;

test("what is behind lets all others go first", async () => {
  const { store } = ledger;
  const others = { behind: () => behind(store).rows(SHORT), beside: () => store.rows(SHORT) };
  expect(await race(store, others)).toEqual(["beside", "long", "behind"]);
});

test("only what yields lets go first what is ahead", async () => {
  const { store } = ledger;
  const others = { yields: () => store.rows(SHORT, YIELDING), usual: () => store.rows(SHORT) };
  expect(await race(ahead(store), others)).toEqual(["usual", "long", "yields"]);
  const all = await race(store, others);
  expect(all.at(-1)).toBe("long");
});
