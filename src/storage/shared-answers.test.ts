import { expect, test } from "vitest";
import { openedLedger } from "../../test/ledger.ts";
import { natural, sql } from "../sql/sql.ts";
import { sharedAnswers } from "./shared-answers.ts";
import type { Store } from "./store.ts";

const ledger = openedLedger();

/** The same store, and how many questions came to it. */
function counting(store: Store) {
  let asked = 0;
  const rows = <Row>(...question: Parameters<Store["rows"]>) => {
    asked += 1;
    return store.rows<Row>(...question);
  };
  return { store: sharedAnswers({ ...store, rows }), asked: () => asked };
}

const movedOf = (batch: number) => sql`SELECT customer_key FROM moved WHERE batch = ${natural(batch)}`;

test("who asks what is just being asked gets the same answer; later it is asked again", async () => {
  const { store, asked } = counting(ledger.store);
  await store.run(sql`INSERT INTO moved SELECT 1, 10`);
  const both = await Promise.all([store.rows(movedOf(1)), store.rows(movedOf(1))]);
  expect([both, asked()]).toEqual([[[{ customer_key: "10" }], [{ customer_key: "10" }]], 1]);
  await store.rows(movedOf(1));
  expect(asked()).toBe(2);
  await Promise.all([store.rows(movedOf(1)), store.rows(movedOf(2)), store.rows(movedOf(1), { max_threads: 1 })]);
  expect(asked()).toBe(5);
});

test("after something was written, nobody gets an answer that was asked for before", async () => {
  const { store, asked } = counting(ledger.store);
  const slow = sql`SELECT (SELECT toUInt8(count()) FROM moved WHERE batch = 3) AS moved, sleep(1) AS slept`;
  const before = store.rows(slow);
  await store.run(sql`INSERT INTO moved SELECT 3, 30`);
  const after = await Promise.all([store.rows(slow), store.rows(slow)]);
  expect([await before, ...after, asked()]).toEqual([
    [{ moved: 0, slept: 0 }],
    [{ moved: 1, slept: 0 }],
    [{ moved: 1, slept: 0 }],
    2,
  ]);
});

test("a question that fails fails for all who share it, and is asked again after that", async () => {
  const { store, asked } = counting(ledger.store);
  const wrong = sql`SELECT throwIf(1) AS x`;
  const ends = await Promise.allSettled([store.rows(wrong), store.rows(wrong)]);
  expect([ends.map(({ status }) => status), asked()]).toEqual([["rejected", "rejected"], 1]);
  await expect(store.rows(wrong)).rejects.toMatchObject({ code: "query-failed" });
  expect(asked()).toBe(2);
});
