import { expect, test } from "vitest";
import { BENCH, bench as experience } from "../../test/bench-world.ts";
import { withLedger } from "../../test/ledger.ts";
import { sql, text } from "../sql/sql.ts";
import { judge } from "./judge.ts";
import { verdictsOnCustomer } from "./read.ts";

test("what was promised to a customer can be told also while an event of theirs is gone and nobody was judged since", async () => {
  await withLedger(async (store) => {
    await judge(store, experience, Date.UTC(2025, 0, 1));
    const [row] = await store.rows<{ customer: string; key: string }>(sql`select any(customer) as customer,
      toString(customer_key) as key from events where customer_key in (select customer_key from verdicts)
      group by customer_key order by count() desc limit 1`);
    const customer = row?.customer ?? "";
    const before = await verdictsOnCustomer(store, experience, customer);
    const gone = before[0]?.askedId ?? "";
    await store.run(sql`delete from events where customer = ${text(customer)} and id = ${text(gone)}`);
    const after = await verdictsOnCustomer(store, experience, customer);
    expect(after.map(({ promise, askedId }) => `${promise} ${askedId}`)).toEqual(
      before.filter(({ askedId }) => askedId !== gone).map(({ promise, askedId }) => `${promise} ${askedId}`),
    );
    expect(after.length).toBeGreaterThan(0);
  }, BENCH);
});
