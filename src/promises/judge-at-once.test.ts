import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { BENCH, bench as experience } from "../../test/bench-world.ts";
import { withLedger } from "../../test/ledger.ts";
import { print } from "../sql/print.ts";
import { digits, sql } from "../sql/sql.ts";
import type { Store } from "../storage/store.ts";
import { judge } from "./judge.ts";
import { forgetJudged } from "./judged.ts";

const EVENING = Date.UTC(2025, 0, 1);
const DAY = 86_400_000;
const MANY = Array.from({ length: 12 }, (_, i) => i);

test("of many who judge at once one does, and the others find it done", async () => {
  await withBench(async (store) => {
    const outcomes = await Promise.all(MANY.map(() => judge(store, experience, EVENING)));
    expect(outcomes.filter(({ judged }) => judged === "all")).toHaveLength(1);
    expect(outcomes.filter(({ judged }) => judged === "nothing")).toHaveLength(MANY.length - 1);
    expect(await twice(store)).toEqual([]);
  });
});

test("those who judge as of different moments at once come one after another, and each judgement has a number of its own", async () => {
  await withBench(async (store) => {
    await judge(store, experience, EVENING);
    const outcomes = await Promise.all(MANY.map((i) => judge(store, experience, EVENING + i * DAY)));
    const done = outcomes.filter(({ judged }) => judged !== "nothing").map(({ number }) => number);
    expect(new Set(done).size).toBe(done.length);
    expect(done.length).toBeGreaterThan(MANY.length / 2);
    expect(await twice(store)).toEqual([]);
    expect(
      await store.rows(sql`select name from system.tables where database = 'kept' and name like '%turn%'`),
    ).toEqual([]);
  });
});

test("whom another judgement has noted while one was ending is judged by it", async () => {
  await withBench(async (store) => {
    await judge(store, experience, EVENING);
    let noted = false;
    const other = hearing(store, async (statement, run) => {
      await run();
      noted ||= statement.startsWith("insert into touched");
    });
    let next: Promise<unknown> | undefined;
    const ending = hearing(store, async (statement, run) => {
      if (statement === "truncate table touched") {
        next = judge(other, experience, EVENING + 20 * DAY);
        for (let looks = 0; looks < 20 && !noted; looks++) await sleep(100);
      }
      await run();
    });
    expect(await judge(ending, experience, EVENING + 10 * DAY)).toMatchObject({ judged: "touched" });
    expect(await next).toMatchObject({ judged: "touched" });
    const verdicts = sql`select * from verdicts order by all`;
    const found = await store.rows(verdicts);
    await forgetJudged(store);
    expect(await judge(store, experience, EVENING + 20 * DAY)).toMatchObject({ judged: "all" });
    expect(found).toEqual(await store.rows(verdicts));
  });
});

test("judging again does not cut off a merge of verdicts that is under way", async () => {
  await withBench(async (store) => {
    await judge(store, experience, EVENING);
    for (const half of [0, 1])
      await store.run(sql`insert into verdicts (promise, customer_key)
        select 'another', cityHash64(number, ${digits(half)}) from numbers(1000000)`);
    let merging: Promise<unknown> | undefined;
    const busy = hearing(store, async (statement, run) => {
      if (statement.startsWith("delete from verdicts")) {
        merging = store.run(sql`optimize table verdicts final`);
        while (!(await isMerging(store))) await sleep(5);
      }
      await run();
    });
    expect(await judge(busy, experience, EVENING + 10 * DAY)).toMatchObject({ judged: "touched" });
    expect(merging).toBeDefined();
    await merging;
  });
});

const isMerging = async (store: Store): Promise<boolean> =>
  (await store.rows(sql`select 1 from system.merges where table = 'verdicts'`)).length > 0;

/** The same store, whose statements somebody hears of and runs. */
const hearing = (store: Store, hear: (statement: string, run: () => Promise<unknown>) => Promise<void>): Store => ({
  ...store,
  async run(statement, ...more) {
    let done = { written: 0 };
    await hear(print(statement).query, async () => {
      done = await store.run(statement, ...more);
    });
    return done;
  },
});

/** What is judged twice, as it is where two work on the same table of verdicts. */
const twice = (store: Store) =>
  store.rows(sql`select promise, customer_key, subject_key, asked_at, asked_key from verdicts
    group by all having count() > 1 limit 5`);

const withBench = (work: (store: Store) => Promise<void>) => withLedger(work, BENCH);
