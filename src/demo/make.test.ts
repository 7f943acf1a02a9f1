import { beforeAll, expect, test } from "vitest";
import { openedLedger, withLedger } from "../../test/ledger.ts";
import { moment, type Sql, sql, text } from "../sql/sql.ts";
import type { Store } from "../storage/store.ts";
import { demoAsOf, demoFrom, hasDemo, makeDemo } from "./make.ts";

const ledger = openedLedger();

beforeAll(async () => {
  await makeDemo(ledger.store, { customers: 3_000, seed: 11 });
});

const sum = sql`select toString(sum(cityHash64(customer, name, at, received, source, id, properties))) as sum,
  toUInt32(count()) as events from events`;

async function checksum(store: Store): Promise<{ readonly sum: string; readonly events: number } | undefined> {
  const [row] = await store.rows<{ readonly sum: string; readonly events: number }>(sum);
  return row;
}

async function one<Row>(query: Sql): Promise<Row> {
  const [row] = await ledger.store.rows<Row>(query);
  if (row === undefined) throw new Error("the query has no row");
  return row;
}

test("the same seed makes the same world, in whatever pieces it is made", async () => {
  const again = await withLedger(async (store) => {
    const steps: number[] = [];
    const { events } = await makeDemo(store, {
      customers: 3_000,
      seed: 11,
      chunk: 1_100,
      progress: (n) => steps.push(n),
    });
    expect(steps).toEqual([1_100, 2_200, 3_000]);
    const made = await checksum(store);
    expect(made?.events).toBe(events);
    return made;
  });
  expect(again).toEqual(await checksum(ledger.store));
});

test("another seed makes another world", async () => {
  const other = await withLedger(async (store) => {
    await makeDemo(store, { customers: 3_000, seed: 12 });
    return checksum(store);
  });
  expect(other?.sum).not.toBe((await checksum(ledger.store))?.sum);
  expect(Math.abs((other?.events ?? 0) - ((await checksum(ledger.store))?.events ?? 0))).toBeLessThan(2_500);
});

test("ids are unique, customers are named, and nothing else is left behind", async () => {
  const found = await one<{ ids: number; events: number; customers: number; odd: number; longest: number }>(sql`select
    toUInt32(uniqExact(id)) as ids, toUInt32(count()) as events, toUInt32(uniqExact(customer)) as customers,
    toUInt32(countIf(not match(customer, '^c-[0-9]{5}$'))) as odd, toUInt32(max(length(id))) as longest from events`);
  expect(found.ids).toBe(found.events);
  expect(found.customers).toBe(3_000);
  expect(found.odd).toBe(0);
  expect(found.longest).toBeLessThan(32);
  const tables = await ledger.store.rows<{ name: string }>(
    sql`select name from system.tables where database = currentDatabase() and name like 'demo%'`,
  );
  expect(tables).toEqual([]);
});

test("every event lies within the year and is received after it happened", async () => {
  const [from, to] = [moment(demoFrom), moment(demoAsOf)];
  const { wrong, late } = await one<{ wrong: number; late: number }>(sql`select
    toUInt32(countIf(at < ${from} or at >= ${to})) as wrong, toUInt32(countIf(received < at or received > ${to})) as late from events`);
  expect([wrong, late]).toEqual([0, 0]);
  expect(new Date(demoAsOf).toISOString()).toBe("2026-10-31T22:00:00.000Z");
});

test("properties are JSON and some are missing", async () => {
  const found = await one<{ broken: number; reasons: number; dates: number; words: number }>(sql`select
    toUInt32(countIf(not isValidJSON(properties))) as broken,
    avgIf(JSONHas(properties, 'reason'), name = 'order.placed') as reasons,
    avgIf(JSONHas(properties, 'promised_for'), name = 'order.placed') as dates,
    avgIf(JSONHas(properties, 'comment'), name = 'review.given') as words from events`);
  expect(found.broken).toBe(0);
  for (const share of [found.reasons, found.dates]) {
    expect(share).toBeGreaterThan(0.9);
    expect(share).toBeLessThan(1);
  }
  expect(found.words).toBeLessThan(0.7);
});

const CAUSES: readonly (readonly [cause: string, effect: string, id: string])[] = [
  ["quote.given", "order.placed", "order_id"],
  ["order.placed", "parcel.shipped", "order_id"],
  ["parcel.shipped", "parcel.delivered", "order_id"],
  ["order.placed", "order.cancelled", "order_id"],
  ["order.placed", "machine.tested", "order_id"],
  ["parcel.delivered", "old-machine.collected", "order_id"],
  ["parcel.delivered", "parcel.damaged", "order_id"],
  ["parcel.damaged", "customer.told", "order_id"],
  ["parcel.damaged", "claim.opened", "order_id"],
  ["claim.opened", "broken.collected", "claim_id"],
  ["broken.collected", "broken.inspected", "claim_id"],
  ["broken.inspected", "replacement.shipped", "claim_id"],
  ["replacement.shipped", "replacement.delivered", "claim_id"],
  ["replacement.delivered", "installation.booked", "order_id"],
  ["parcel.delivered", "installation.booked", "order_id"],
  ["installation.booked", "installation.moved", "order_id"],
  ["installation.booked", "installation.started", "order_id"],
  ["installation.started", "installation.completed", "order_id"],
  ["installation.completed", "invoice.sent", "order_id"],
  ["installation.completed", "care.called", "order_id"],
  ["parcel.delivered", "review.given", "order_id"],
  ["order.placed", "contact.opened", "order_id"],
  ["order.cancelled", "refund.paid", "order_id"],
  ["contact.opened", "contact.solved", "ticket_id"],
  ["contact.solved", "contact.reopened", "ticket_id"],
  ["supplies.ordered", "supplies.delivered", "supplies_id"],
];

test("nothing happens before its cause", async () => {
  for (const [cause, effect, id] of CAUSES) {
    const key = sql`JSONExtractString(properties, ${text(id)})`;
    // A journey without the cause is wrong too, but for the replacement that most do not need and quotes that got lost.
    const without = cause === "replacement.delivered" || cause === "quote.given" ? sql`causes > 0 and` : sql``;
    const { happened, wrong } = await one<{ happened: number; wrong: number }>(sql`
      select toUInt32(countIf(effects > 0)) as happened,
        toUInt32(countIf(${without} effects > 0 and (causes = 0 or first_cause >= first_effect))) as wrong from (
        select ${key} as key, countIf(name = ${text(cause)}) as causes, countIf(name = ${text(effect)}) as effects,
          minIf(at, name = ${text(cause)}) as first_cause, minIf(at, name = ${text(effect)}) as first_effect
        from events where key != '' group by key)`);
    expect(happened, `${effect} happens`).toBeGreaterThan(10);
    expect(wrong, `${effect} before ${cause}`).toBe(0);
  }
});

test("people order in the evening and offices answer in office hours, in winter as in summer", async () => {
  const hour = sql`toHour(toTimeZone(at, 'Europe/Helsinki'))`;
  for (const months of [sql`(12, 1, 2)`, sql`(6, 7, 8)`]) {
    const found = await one<{
      evening: number;
      night: number;
      solved: number;
      earliest: number;
      moved: number;
    }>(sql`select
      avgIf(${hour} between 18 and 22, name = 'order.placed') as evening,
      avgIf(${hour} between 1 and 5, name = 'order.placed') as night,
      toUInt32(countIf(name = 'contact.solved' and not (${hour} between 8 and 18))) as solved,
      toUInt32(countIf(name = 'parcel.delivered' and not (${hour} between 8 and 18))) as earliest,
      toUInt32(countIf(name = 'broken.inspected' and toDayOfWeek(toTimeZone(at, 'Europe/Helsinki')) > 5)) as moved
      from events where toMonth(at) in ${months}`);
    expect(found.evening).toBeGreaterThan(0.3);
    expect(found.night).toBeLessThan(0.06);
    expect([found.solved, found.earliest, found.moved]).toEqual([0, 0, 0]);
  }
});

test("a ledger takes one demo, and only if it holds nothing else", async () => {
  await expect(makeDemo(ledger.store)).rejects.toMatchObject({ code: "demo-exists" });
  await withLedger(async (store) => {
    await store.run(sql`insert into events (customer, name, at, id, source) values ('a', 'b', 0, 'c', 'file.csv')`);
    await expect(makeDemo(store)).rejects.toMatchObject({ code: "ledger-not-empty" });
    expect((await checksum(store))?.events).toBe(1);
  });
});

test("a demo that was cut off is made anew", async () => {
  await withLedger(async (store) => {
    await makeDemo(store, { customers: 300, seed: 11 });
    const whole = await checksum(store);
    await store.run(sql`truncate table batches`);
    await store.run(sql`delete from events where cityHash64(id) % 2 = 0`);
    expect(await hasDemo(store)).toBe(false);
    await makeDemo(store, { customers: 300, seed: 11 });
    expect(await checksum(store)).toEqual(whole);
    expect(await hasDemo(store)).toBe(true);
  });
});

test("more customers take more time and no more memory", async () => {
  await withLedger(async (store) => {
    const bounded: Store = {
      ...store,
      run: (statement, settings) => store.run(statement, { ...settings, max_memory_usage: 300_000_000 }),
    };
    const { events } = await makeDemo(bounded, { customers: 24_000, seed: 11, chunk: 8_000 });
    const small = (await checksum(ledger.store))?.events ?? 0;
    expect(events / small / 8).toBeCloseTo(1, 1);
    const [row] = await store.rows<{ customers: number; ids: number; events: number }>(sql`select
      toUInt32(uniqExact(customer)) as customers, toUInt32(uniqExact(id)) as ids, toUInt32(count()) as events from events`);
    expect(row).toEqual({ customers: 24_000, ids: events, events });
  });
});
