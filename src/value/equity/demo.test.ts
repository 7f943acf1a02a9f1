import { beforeAll, expect, test } from "vitest";
import { laundry as experience } from "../../../test/demo-world.ts";
import { openedLedger } from "../../../test/ledger.ts";
import { makeDemo } from "../../demo/make.ts";
import { truth } from "../../demo/truth.ts";
import { sql } from "../../sql/sql.ts";
import { isRefusal } from "../estimate.ts";
import { type Measured, measureEquity } from "./measure.ts";
import { outlookOn } from "./outlook.ts";

// The demo world knows who buys how, and what each of them does next: asked back here.

/** Three months before the end of the demo's year: what came after is known to the world and not to the question. */
const AS_OF = Date.parse("2026-07-31T20:59:59.999Z");
const END = sql`toDateTime64('2026-07-31 20:59:59', 3, 'UTC')`;

const ledger = openedLedger();
let measured: Measured;

beforeAll(async () => {
  await makeDemo(ledger.store, { customers: 6000, seed: 5 });
  const found = await measureEquity(ledger.store, experience, AS_OF);
  if (isRefusal(found)) throw new Error(found.reason);
  measured = found;
});

test("as many buy again within the window as were foreseen", async () => {
  const { again, buyers } = measured.equity;
  const [row] = await ledger.store.rows<{ readonly did: string }>(
    sql`select toString(count()) as did from (
      select customer, minIf(at, name = 'order.placed') as first,
        countIf(name in ['order.placed', 'supplies.ordered'] and toDate32(at, 'Europe/Helsinki') > toDate32('2026-07-31')
          and toDate32(at, 'Europe/Helsinki') <= toDate32('2026-07-31') + 91) as later
      from events group by customer) where first <= ${END} and later > 0`,
  );
  expect(measured.equity.last_day).toBe("2026-07-31");
  expect(again.within_days).toBe(91);
  expect(Number(row?.did) / buyers).toBeGreaterThan(0.2);
  expect(again.customers.low).toBeLessThanOrEqual(Number(row?.did));
  expect(again.customers.high).toBeGreaterThanOrEqual(Number(row?.did));
});

test("the planted pace comes back, and so does how unlike each other customers are", () => {
  // In the world, days between purchases are gamma within an occasion, and a second machine or a broken promise moves them.
  const { r = 0, alpha = 0 } = measured.equity.model.parameters;
  const usual = 7 / truth.purchases.meanDaysBetween;
  expect(r / alpha / usual).toBeGreaterThan(0.5);
  expect(r / alpha / usual).toBeLessThan(1.5);
  expect(Math.abs(Math.log(r / truth.purchases.shape))).toBeLessThan(0.6);
});

test("nearly all who are pleased say that they would buy again, and fewer do", () => {
  const { stated } = measured.equity;
  if (isRefusal(stated)) throw new Error(stated.reason);
  const { answers, fourStarsOrMore, fewer } = truth.saysAgain;
  expect(stated.yes.value).toBeLessThan(fourStarsOrMore);
  expect(stated.yes.value).toBeGreaterThan((fourStarsOrMore + fewer) / 2);
  expect(stated.asked).toBeLessThan(measured.equity.buyers * answers * 0.5);
  expect(stated.did_after_yes?.value).toBeLessThan(stated.yes.value - 0.05);
});

test("who will buy is told apart from who will not, better than by their own pace", async () => {
  const { hold_out, again } = measured.equity;
  const [used] = hold_out.models;
  expect(used?.rmse).toBeLessThan(hold_out.naive.rmse);
  expect(used?.brier).toBeLessThan(again.brier_of_all);
  expect(used?.auc).toBeGreaterThan(hold_out.naive.auc ?? 1);
  expect(used?.auc).toBeGreaterThan(0.6);
});

test("those who bought lately are likelier to buy again than those who went silent", async () => {
  const rows = await ledger.store.rows<{ readonly key: string; readonly silent: number }>(
    sql`select toString(customer_key) as key, dateDiff('day', last, ${END}) > 90 as silent
    from (select customer_key, max(at) as last, count() as n from events
      where name = 'supplies.ordered' and at <= ${END} group by customer_key)
    where n >= 2 order by key limit 2000`,
  );
  const outlooks = await outlookOn(
    ledger.store,
    experience,
    measured,
    rows.map(({ key }) => key),
  );
  const mean = (silent: boolean): number => {
    const keys = new Set(rows.filter((row) => (row.silent === 1) === silent).map(({ key }) => key));
    const own = outlooks.filter(({ customer }) => keys.has(customer));
    return own.reduce((sum, one) => sum + one.again.value, 0) / own.length;
  };
  expect(mean(false)).toBeGreaterThan(2 * mean(true));
});
