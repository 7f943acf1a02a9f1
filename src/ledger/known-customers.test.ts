import { expect, test } from "vitest";
import { openedLedger } from "../../test/ledger.ts";
import { natural, naturals, sql, text, texts } from "../sql/sql.ts";
import { forgetCustomer } from "./forget.ts";
import { dropStrangers, noteCustomers } from "./known-customers.ts";

const here = openedLedger();

const visits = (customers: readonly string[], batch: bigint) =>
  here.store.run(sql`insert into events (customer, name, at, id, batch)
    select arrayJoin(${texts(customers)}) as customer, 'visit', now64(3), concat(customer, toString(${natural(batch)})), ${natural(batch)}`);

const known = async () => {
  const rows = await here.store.rows<{ readonly customer: string }>(
    sql`select customer from customers final where customer_key = cityHash64(customer) order by customer`,
  );
  return rows.map(({ customer }) => customer);
};

test("who is in the ledger is known once their batch is noted, until they have no event any more", async () => {
  await visits(["0", "1", "2"], 1n);
  await visits(["0", "1", "2", "3"], 2n);
  await noteCustomers(here.store, naturals([1n]));
  expect(await known()).toEqual(["0", "1", "2"]);
  await noteCustomers(here.store, naturals([1n, 2n]));
  expect(await known()).toEqual(["0", "1", "2", "3"]);
  expect(await forgetCustomer(here.store, "3")).toEqual({ events: 1, derived: 1 });
  expect(await known()).toEqual(["0", "1", "2"]);
  await here.store.run(sql`alter table events delete where customer = ${text("1")}`, { mutations_sync: 2 });
  await dropStrangers(here.store);
  expect(await known()).toEqual(["0", "2"]);
});

test("they are looked through in slices, where there are too many for one", async () => {
  const many = Array.from({ length: 40 }, (_, i) => `many-${i}`);
  await visits(many, 3n);
  await noteCustomers(here.store, naturals([3n]));
  const gone = many.filter((_, i) => i % 3 === 0);
  await here.store.run(sql`alter table events delete where customer in ${texts(gone)}`, { mutations_sync: 2 });
  await dropStrangers(here.store, 7);
  expect(await known()).toEqual(["0", "2", ...many].filter((one) => !gone.includes(one)).sort());
});
