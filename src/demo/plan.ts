import { type Name, name, type Sql, sql } from "../sql/sql.ts";
import type { Store } from "../storage/store.ts";
import { CALENDAR_COLUMNS, calendars } from "./clock.ts";
import { delivered } from "./delivery.ts";
import { draws } from "./draw.ts";
import { type Buyers, placed, priced } from "./order.ts";
import { replaced } from "./replacement.ts";
import { reviewed } from "./review.ts";
import { SMALL_BLOCKS } from "./small-blocks.ts";
import { stages } from "./stage.ts";
import { loyal } from "./supplies.ts";
import { installed } from "./visit.ts";

/**
 * Everything that is going to happen to each order, one row an order, whether or not the year ends before it does:
 * `t_…` are seconds on the wall clock, 0 for never. Left in the table `demo_orders`.
 *
 *   placed → priced → delivered → replaced → installed → reviewed → loyal → those who come back
 */
export async function planOrders(store: Store, buyers: Buyers): Promise<void> {
  const draw = draws(buyers.seed, sql`key`);
  const steps = [
    ...priced(draw),
    ...delivered(draw),
    ...replaced(draw),
    ...installed(draw),
    ...reviewed(draw),
    ...loyal(draw),
  ];
  let rows = placed(buyers);
  for (let i = 0; i < steps.length; i += STEPS) {
    const table = name(`demo_${(i / STEPS) % 2}`);
    const wide = stages(rows, calendars(), ...steps.slice(i, i + STEPS));
    await keep(store, table, sql`select * except (${CALENDAR_COLUMNS}) from (${wide})`);
    rows = sql`select * from ${table}`;
  }
  await keep(store, name("demo_orders"), sql`${rows} where nth = 1 or ${comesBack(rows)}`);
}

/** More steps in one statement take the engine longer to plan than to run. */
const STEPS = 4;

async function keep(store: Store, table: Name, rows: Sql): Promise<void> {
  await store.run(sql`create or replace table ${table} engine = Memory as ${rows}`, SMALL_BLOCKS);
}

export async function forgetPlan(store: Store): Promise<void> {
  for (const table of ["demo_0", "demo_1", "demo_orders"])
    await store.run(sql`drop table if exists ${name(table)} sync`);
}

/** Those who have their first machine; of those who were let down only some. */
function comesBack(rows: Sql): Sql {
  const washes = sql`nth = 1 and t_done > 0`;
  return sql`number in (select number from (${rows}) where ${washes} and not let_down)
    or not only_if_kept and number in (select number from (${rows}) where ${washes})`;
}
