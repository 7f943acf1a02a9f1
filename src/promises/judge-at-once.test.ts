import { expect, test } from "vitest";
import { withLedger } from "../../test/ledger.ts";
import { generateLedger } from "../bench/generate.ts";
import { checkExperienceFile } from "../language/read-file.ts";
import { noteBatch } from "../ledger/batches.ts";
import { syncColumns } from "../ledger/columns.ts";
import { sql } from "../sql/sql.ts";
import type { Store } from "../storage/store.ts";
import { judge } from "./judge.ts";

const EVENING = Date.UTC(2025, 0, 1);
const DAY = 86_400_000;
const MANY = Array.from({ length: 12 }, (_, i) => i);

test("of many who judge at once one does, and the others find it done", async () => {
  await withBench(async (store, experience) => {
    const outcomes = await Promise.all(MANY.map(() => judge(store, experience, EVENING)));
    expect(outcomes.filter(({ judged }) => judged === "all")).toHaveLength(1);
    expect(outcomes.filter(({ judged }) => judged === "nothing")).toHaveLength(MANY.length - 1);
    expect(await twice(store)).toEqual([]);
  });
});

test("those who judge as of different moments at once come one after another, and each judgement has a number of its own", async () => {
  await withBench(async (store, experience) => {
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

/** What is judged twice, as it is where two work on the same table of verdicts. */
const twice = (store: Store) =>
  store.rows(sql`select promise, customer_key, subject_key, asked_at, asked_key from verdicts
    group by all having count() > 1 limit 5`);

const withBench = (
  work: (store: Store, experience: NonNullable<ReturnType<typeof checkExperienceFile>["experience"]>) => Promise<void>,
): Promise<void> =>
  withLedger(async (store) => {
    const { experience } = checkExperienceFile("experiences/bench/experience.yaml");
    if (experience === undefined) throw new Error("the promises of the bench have faults");
    await syncColumns(store, experience);
    await generateLedger(store, 1_000);
    await noteBatch(store, {
      batch: 1n,
      source: "bench",
      begun: 0,
      finished: 1,
      rows: 0,
      duplicates: 0,
      rejected: 0,
    });
    await work(store, experience);
  });
