import { expect, test } from "vitest";
import { openedLedger } from "../../test/ledger.ts";
import { sql } from "../sql/sql.ts";
import { behind } from "./behind.ts";

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

test("what is behind lets all others go first", async () => {
  const { store } = ledger;
  const ended: string[] = [];
  const begin = async (name: string, work: Promise<unknown>): Promise<void> => {
    await work;
    ended.push(name);
  };
  const long = sql`SELECT sum(sleepEachRow(0.1)) AS slept FROM numbers(20)`;
  const short = sql`SELECT sum(cityHash64(number)) AS sum FROM numbers(20000000)`;
  const asleep = begin("long", store.rows(long, { max_block_size: 1 }));
  // Until it runs.
  await expect
    .poll(() => store.rows(sql`SELECT 1 AS one FROM system.processes WHERE query LIKE '%sleepEachRow(0.1)%'`), {
      interval: 20,
    })
    .toHaveLength(2);
  await Promise.all([asleep, begin("behind", behind(store).rows(short)), begin("beside", store.rows(short))]);
  expect(ended).toEqual(["beside", "long", "behind"]);
});
