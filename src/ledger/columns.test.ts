import { expect, test } from "vitest";
import { declaring } from "../../test/declaring.ts";
import { withLedger } from "../../test/ledger.ts";
import { commas, type Name, sql, text } from "../sql/sql.ts";
import type { Store } from "../storage/store.ts";
import { followsColumn, planColumns, propertyColumn, syncColumns } from "./columns.ts";

async function put(store: Store, ...all: readonly Record<string, unknown>[]): Promise<void> {
  for (const [i, properties] of all.entries()) {
    await store.run(sql`INSERT INTO events (customer, name, at, id, properties)
      SELECT 'anna', 'order.placed', toDateTime64('2024-01-01', 3), ${text(`e${i}-${Math.random()}`)}, ${text(JSON.stringify(properties))}`);
  }
}

const seen = (store: Store, ...columns: readonly Name[]) =>
  store.rows(sql`SELECT ${commas(columns)} FROM events ORDER BY id`);

test("a declared property gets a column, in old events and in new ones", () =>
  withLedger(async (store) => {
    await put(store, { total: "12.5", order: 7 });
    const experience = declaring({ "order.placed": { total: "number" } }, { follows: ["order"] });
    expect(await planColumns(store, experience)).toEqual([
      { column: "p_order", what: "add", rows: 1, words: "order will be read as text in 1 event" },
      { column: "k_order", what: "add", rows: 1, words: "order will be read as what binds a journey in 1 event" },
      { column: "p_total", what: "add", rows: 1, words: "total will be read as number in 1 event" },
    ]);
    await syncColumns(store, experience);
    await put(store, { total: 3 });
    const hash = sql`SELECT toString(bitShiftRight(cityHash64('7'), 16)) AS hash`;
    const [{ hash: order } = { hash: "" }] = await store.rows<{ hash: string }>(hash);
    expect(await seen(store, propertyColumn("total"), propertyColumn("order"), followsColumn("order"))).toEqual(
      expect.arrayContaining([
        { p_total: 12.5, p_order: "7", k_order: order },
        { p_total: 3, p_order: null, k_order: "0" },
      ]),
    );
    expect(await planColumns(store, experience)).toEqual([]);
  }));

test("a property that changes its type is read anew, one that is no longer declared stays", () =>
  withLedger(async (store) => {
    await put(store, { total: "12.5", reason: "broken" });
    await syncColumns(store, declaring({ "order.placed": { total: "text", reason: "text" } }));
    expect(await seen(store, propertyColumn("total"))).toEqual([{ p_total: "12.5" }]);
    const changed = declaring({ "order.placed": { total: "whole" } });
    expect(await planColumns(store, changed)).toMatchObject([{ column: "p_total", what: "change", rows: 1 }]);
    await syncColumns(store, changed);
    expect(await seen(store, propertyColumn("total"), propertyColumn("reason"))).toEqual([
      { p_total: null, p_reason: "broken" },
    ]);
  }));

test("moments and dates are read anew in another time zone", () =>
  withLedger(async (store) => {
    await put(store, { until: "2024-05-05 12:00" });
    const events = { "order.placed": { until: "moment" } } as const;
    await syncColumns(store, declaring(events, { timezone: "UTC" }));
    const there = declaring(events, { timezone: "Asia/Kolkata" });
    expect(await planColumns(store, there)).toMatchObject([{ what: "change" }]);
    await syncColumns(store, there);
    expect(await seen(store, propertyColumn("until"))).toEqual([{ p_until: "2024-05-05 06:30:00.000" }]);
  }));

test("names may hold any characters", () =>
  withLedger(async (store) => {
    const names = [
      "a.b",
      "we ird",
      "quo'te",
      'double"quote',
      "back`tick",
      "back\\slash",
      "{p1:String}",
      "über/€😀",
      "case:x",
      "ORDER",
      "%25",
      "--;",
    ];
    const properties = Object.fromEntries(names.map((name, i) => [name, String(i)]));
    await put(store, properties);
    const has = Object.fromEntries(names.map((name) => [name, "whole" as const]));
    await syncColumns(store, declaring({ "order.placed": has }, { follows: names.map((name) => `${name} `) }));
    await put(store, properties);
    const row = Object.fromEntries(names.map((name, i) => [`p_${name}`, String(i)]));
    expect(await seen(store, ...names.map(propertyColumn))).toEqual([row, row]);
    expect(await planColumns(store, declaring({ "order.placed": has }))).toEqual([]);
  }));

test("what a killed change left undone is found and done", () =>
  withLedger(async (store) => {
    await put(store, { total: 1 });
    const experience = declaring({ "order.placed": { total: "number" } });
    await syncColumns(store, experience);
    await store.run(sql`ALTER TABLE events CLEAR COLUMN p_total`);
    const plan = await planColumns(store, experience);
    expect(plan).toMatchObject([{ column: "p_total", what: "fill", rows: 1 }]);
    await syncColumns(store, experience);
    expect(await planColumns(store, experience)).toEqual([]);
    expect(await seen(store, propertyColumn("total"))).toEqual([{ p_total: 1 }]);
  }));

test("events that come in meanwhile are not taken for ones that lack a column", () =>
  withLedger(async (store) => {
    const experience = declaring({ "order.placed": { total: "number" } });
    await syncColumns(store, experience);
    await put(store, { total: 1 });
    let last: Promise<unknown> = Promise.resolve();
    // After each question an event comes in.
    const busy: Store = {
      ...store,
      rows<Row>(...asked: Parameters<Store["rows"]>) {
        const found = last.then(() => store.rows<Row>(...asked));
        last = found.then(() => put(store, { total: 2 }));
        return last.then(() => found);
      },
    };
    expect(await planColumns(busy, experience)).toEqual([]);
  }));
