import { type Sql, sql } from "../sql/sql.ts";
import { KeptError } from "../storage/errors.ts";
import type { Store } from "../storage/store.ts";
import { endSecond, firstSecond } from "./clock.ts";
import { contactEvents, contactPlan } from "./contact.ts";
import type { Told } from "./event.ts";
import { orderEvents } from "./order-events.ts";
import { forgetPlan, planOrders } from "./plan.ts";
import { SMALL_BLOCKS } from "./small-blocks.ts";
import { supplyEvents, supplyPlan } from "./supplies.ts";

export interface DemoOptions {
  readonly customers?: number;
  /** Equal seeds make equal worlds. */
  readonly seed?: number;
  /** The number that the rows carry in the column `batch`. */
  readonly batch?: number | bigint;
  /** Customers made in one statement: what bounds the memory. */
  readonly chunk?: number;
  /** Leaves the table `demo_orders` of the last chunk: what was going to happen, for tests and studies. */
  readonly keepPlan?: boolean;
  readonly progress?: (customersMade: number) => void;
}

export const DEMO_CUSTOMERS = 4_500;
export const DEMO_SEED = 1;
/** Finland is two hours ahead of UTC on the first day of the year and again on the last. */
const MIDNIGHT = 2 * 3_600;
/** The first moment of the demo year, in milliseconds since 1970 UTC. */
export const demoFrom = (firstSecond - MIDNIGHT) * 1000;
/** The moment as of which the demo is judged: the end of its last day. */
export const demoAsOf = (endSecond - MIDNIGHT) * 1000;

/** Makes a year of a shop for washing machines, from nothing but the seed, inside the engine. */
export async function makeDemo(store: Store, options: DemoOptions = {}): Promise<{ readonly events: number }> {
  const {
    customers = DEMO_CUSTOMERS,
    seed = DEMO_SEED,
    batch = 1,
    chunk = 50_000,
    keepPlan = false,
    progress,
  } = options;
  await refuseTwice(store);
  const told: Told = { batch, asOf: demoAsOf };
  let events = 0;
  const width = Math.max(5, String(customers).length);
  try {
    for (let from = 0; from < customers; from += chunk) {
      const count = Math.min(chunk, customers - from);
      await planOrders(store, { seed, from, count, width });
      for (const rows of demoEvents(seed, told)) events += await insert(store, rows);
      progress?.(from + count);
    }
  } finally {
    if (!keepPlan) await forgetPlan(store);
  }
  return { events };
}

function demoEvents(seed: number, told: Told): readonly Sql[] {
  const orders = sql`select * from demo_orders`;
  return [
    orderEvents(orders, told),
    contactEvents(contactPlan(seed, orders), told),
    supplyEvents(supplyPlan(seed, orders), told),
  ];
}

async function insert(store: Store, rows: Sql): Promise<number> {
  const columns = sql`customer, name, at, received, source, id, batch, properties`;
  const { written } = await store.run(sql`insert into events (${columns}) ${rows}`, SMALL_BLOCKS);
  return written;
}

async function refuseTwice(store: Store): Promise<void> {
  const found = await store.rows(sql`select 1 from events where source = 'demo' limit 1`);
  if (found.length === 0) return;
  throw new KeptError("demo-exists", "This ledger already holds a demo; choose another folder with --home.");
}
