import { KeptError } from "../kept-error.ts";
import { type Batch, nextBatch, noteBatch, readBatches } from "../ledger/batches.ts";
import { type Sql, sql, text } from "../sql/sql.ts";
import { everywhere } from "../storage/shards.ts";
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

const SOURCE = "demo";

/** Makes a year of a shop for washing machines, from nothing but the seed, inside the engine. */
export async function makeDemo(store: Store, options: DemoOptions = {}): Promise<{ readonly events: number }> {
  const { customers = DEMO_CUSTOMERS, seed = DEMO_SEED, keepPlan = false } = options;
  await makeRoom(store);
  const batch = await nextBatch(store, demoAsOf, "demo");
  try {
    const events = await makeChunks(store, customers, seed, batch, options);
    await noteBatch(store, { ...ENTRY, batch, rows: events });
    return { events };
  } finally {
    if (!keepPlan) await forgetPlan(store);
  }
}

/** Whether the ledger holds a whole demo. */
export async function hasDemo(store: Store): Promise<boolean> {
  return (await readBatches(store)).some(({ source }) => source === SOURCE);
}

/** The demo knows no present: it was stored at the end of its own year. */
const ENTRY: Omit<Batch, "batch" | "rows"> = {
  source: SOURCE,
  begun: demoAsOf,
  finished: demoAsOf,
  duplicates: 0,
  rejected: 0,
};

async function makeChunks(
  store: Store,
  customers: number,
  seed: number,
  batch: bigint,
  { chunk = 50_000, progress }: DemoOptions,
): Promise<number> {
  const told: Told = { source: SOURCE, batch, asOf: demoAsOf };
  const width = Math.max(5, String(customers).length);
  let events = 0;
  for (let from = 0; from < customers; from += chunk) {
    const count = Math.min(chunk, customers - from);
    await planOrders(store, { seed, from, count, width });
    for (const rows of demoEvents(seed, told)) events += await insert(store, rows);
    progress?.(from + count);
  }
  return events;
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

/** A demo stands alone. What one that was cut off has left is taken out. */
async function makeRoom(store: Store): Promise<void> {
  const words = "choose another folder with --home.";
  if (await hasDemo(store)) throw new KeptError("demo-exists", `This ledger already holds a demo; ${words}`);
  const [row] = await store.rows<{ readonly ours: string; readonly others: string }>(
    sql`select countIf(source = ${text(SOURCE)}) as ours, countIf(source != ${text(SOURCE)}) as others from events`,
  );
  if (Number(row?.others ?? 0) > 0) {
    throw new KeptError(
      "ledger-not-empty",
      `This ledger holds events of your own, and a demo would mix with them; ${words}`,
    );
  }
  if (Number(row?.ours ?? 0) > 0) await everywhere(store, sql`truncate table events`);
}
