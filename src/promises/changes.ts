import { moment, type Name, natural, type Sql, sql } from "../sql/sql.ts";
import type { Store } from "../storage/store.ts";
import { ASKING } from "./judging.ts";

/** Notes what becomes of verdicts that go from the ledger, and those that come. */
export async function noteChanges(
  store: Store,
  of: { readonly number: number; readonly asOf: number; readonly gone: Sql; readonly fresh: Name },
): Promise<void> {
  await store.run(sql`insert into changes (number, as_of, promise, customer_key, subject_key, asked_at, asked_key, due_at, before, after)
    select ${natural(of.number)}, ${moment(of.asOf)}, ${ASKING}, argMax(due_at, made), maxIf(toInt8(verdict), not made) as old, maxIf(toInt8(verdict), made) as new
    from (select ${ASKING}, due_at, verdict, false as made from ${of.gone}
      union all select ${ASKING}, due_at, verdict, true as made from ${of.fresh})
    group by ${ASKING} having old != new`);
}
