import { moment, type Name, natural, type Sql, sql } from "../sql/sql.ts";
import type { Store } from "../storage/store.ts";
import { ASKING } from "./judging.ts";

/** Notes which verdicts on some customers differ in a table that is about to replace those of the ledger. */
export async function noteChanges(
  store: Store,
  of: { readonly number: number; readonly asOf: number; readonly among: Sql; readonly making: Name },
): Promise<void> {
  await store.run(sql`insert into changes (number, as_of, promise, customer_key, subject_key, asked_at, asked_key, due_at, before, after)
    select ${natural(of.number)}, ${moment(of.asOf)}, ${ASKING}, argMax(due_at, made), maxIf(toInt8(verdict), not made) as old, maxIf(toInt8(verdict), made) as new
    from (select ${ASKING}, due_at, verdict, false as made from verdicts where ${of.among}
      union all select ${ASKING}, due_at, verdict, true as made from ${of.making})
    group by ${ASKING} having old != new`);
}
