import { expect, test } from "vitest";
import { withLedger } from "../../../test/ledger.ts";
import { importOlist, isOlistThere } from "../../../test/olist.ts";
import { sql } from "../../sql/sql.ts";

test.skipIf(!isOlistThere)("Olist's sources give all events, and again none (needs ../shared)", () =>
  withLedger(async (store, home) => {
    expect(await importOlist(store, home)).toMatchObject({
      events: 119_186,
      duplicates: 0,
      rejected: 0,
      rejectsFile: undefined,
      unknownEvents: [],
      unreadable: [],
      columns: [],
    });
    expect(await store.rows(sql`SELECT count() AS events, uniqExact(customer) AS customers FROM events`)).toEqual([
      { events: "119186", customers: "25477" },
    ]);
    expect(await importOlist(store, home)).toMatchObject({ events: 0, duplicates: 119_186 });
  }),
);
