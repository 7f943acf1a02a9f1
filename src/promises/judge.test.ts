import { expect, test } from "vitest";
import { BENCH, bench as experience } from "../../test/bench-world.ts";
import { withLedger } from "../../test/ledger.ts";
import type { Experience } from "../language/experience.ts";
import { noteBatch } from "../ledger/batches.ts";
import { moment, name, sql, text } from "../sql/sql.ts";
import type { Store } from "../storage/store.ts";
import { readClock } from "./clock.ts";
import { compileJudging } from "./compile.ts";
import { judge } from "./judge.ts";
import { JUDGING, STORED } from "./judging.ts";

const EVENING = Date.UTC(2025, 0, 1);
const NEXT_DAY = Date.UTC(2025, 0, 2);
const NONE = { only_judged: "0", only_known: "0", rows: 1 };

test("judges only those whom something touched, and comes to what judging everybody comes to", async () => {
  await withBench(async (store) => {
    const later = name("later_events");
    await store.run(sql`create table ${later} engine = MergeTree order by at as
      select customer, name, at, received, source, id, toUInt64(2) as batch, properties from events
      where at > ${moment(EVENING)} and at <= ${moment(NEXT_DAY)}`);
    await store.run(sql`alter table events delete where at > ${moment(EVENING)}`, { mutations_sync: 2 });
    expect(await judge(store, experience, EVENING)).toMatchObject({ judged: "all" });
    expect(await judge(store, experience, EVENING)).toMatchObject({ judged: "nothing" });

    await store.run(
      sql`insert into events (customer, name, at, received, source, id, batch, properties) select * from ${later}`,
    );
    await note(store, 2n);
    expect(await judge(store, experience, NEXT_DAY)).toMatchObject({ judged: "touched" });
    expect(await differences(store, NEXT_DAY)).toEqual(NONE);
  });
});

test("what happens by itself between two moments changes verdicts: windows close, and events come whose time lay ahead", async () => {
  await withBench(async (store) => {
    expect(await judge(store, experience, EVENING)).toMatchObject({ judged: "all" });
    for (const hours of [1, 24, 24 * 40]) {
      const asOf = EVENING + hours * 3_600_000;
      expect(await judge(store, experience, asOf)).toMatchObject({ judged: "touched" });
      expect(await differences(store, asOf)).toEqual(NONE);
    }
  });
});

test("customers who lost events to others are judged again", async () => {
  await withBench(async (store) => {
    await judge(store, experience, NEXT_DAY);
    const theirs = sql`customer_key in (select customer_key from events order by customer_key limit 1 by customer_key limit 7)`;
    await store.run(sql`insert into moved select distinct toUInt64(2), customer_key from events where ${theirs}`);
    await store.run(sql`alter table events delete where customer_key in (select customer_key from moved)`, {
      mutations_sync: 2,
    });
    await note(store, 2n);
    expect(await judge(store, experience, NEXT_DAY)).toMatchObject({ judged: "touched" });
    expect(await differences(store, NEXT_DAY)).toEqual(NONE);
  });
});

test("judging that was cut off half-way is done again", async () => {
  await withBench(async (store) => {
    await judge(store, experience, NEXT_DAY);
    // As a program leaves it that is killed after the old verdicts went and before the new ones came.
    await store.run(sql`insert into touched select distinct customer_key from verdicts order by customer_key limit 7`);
    await store.run(sql`delete from verdicts where customer_key in (select customer_key from touched)`);
    expect(await judge(store, experience, NEXT_DAY)).toMatchObject({ judged: "touched" });
    expect(await differences(store, NEXT_DAY)).toEqual(NONE);
    expect(await judge(store, experience, NEXT_DAY)).toMatchObject({ judged: "nothing" });
  });
});

test("verdicts that are as they were stay where they are", async () => {
  await withBench(async (store) => {
    await judge(store, experience, NEXT_DAY);
    await store.run(sql`insert into touched select distinct customer_key from verdicts`);
    const some = sql`promise = ${text(experience.promises[0]?.name ?? "")}`;
    const [gone] = await store.rows<{ n: string }>(sql`select count() as n from verdicts where ${some}`);
    await store.run(sql`delete from verdicts where ${some}`);
    const stored = await rowsStored(store);
    expect(await judge(store, experience, NEXT_DAY)).toMatchObject({ judged: "touched" });
    expect(await differences(store, NEXT_DAY)).toEqual(NONE);
    expect(Number(gone?.n)).toBeGreaterThan(0);
    expect(await rowsStored(store)).toBe(stored + Number(gone?.n));
  });
});

test("judges everybody again when the file promises something else", async () => {
  await withLedger(async (store) => {
    await judge(store, experience, EVENING);
    const [first, ...others] = experience.promises;
    expect(await judge(store, { ...experience, promises: others }, EVENING)).toMatchObject({ judged: "all" });
    const renamed = { ...experience, promises: [{ ...first, says: "In other words" }, ...others] } as Experience;
    await judge(store, experience, EVENING);
    expect(await judge(store, renamed, EVENING)).toMatchObject({ judged: "nothing" });
  });
});

const withBench = (work: (store: Store) => Promise<void>) => withLedger(work, BENCH);

const note = (store: Store, batch: bigint): Promise<void> =>
  noteBatch(store, { batch, source: "bench", begun: 0, finished: 1, rows: 0, duplicates: 0, rejected: 0 });

/** Also those that are replaced, and what replaces them. */
async function rowsStored(store: Store): Promise<number> {
  const [row] = await store.rows<{ rows: string }>(sql`select sum(rows) as rows from system.parts
    where database = currentDatabase() and table = 'verdicts' and active`);
  return Number(row?.rows);
}

/** What the table holds against what judging everybody gives. */
async function differences(store: Store, asOf: number) {
  const [query] = compileJudging(experience, experience.promises, await readClock(store, experience), asOf);
  if (query === undefined) throw new Error("nothing was compiled");
  const judged = sql`select ${STORED} from (${query.rows(sql`true`)})`;
  const known = sql`select ${STORED} from verdicts`;
  const [row] = await store.rows(
    sql`select (select count() from (${judged} except all ${known})) as only_judged,
      (select count() from (${known} except all ${judged})) as only_known, (select count() from verdicts) > 1000 as rows`,
    JUDGING,
  );
  return row;
}
