import { rangesOf } from "../ledger/customer-keys.ts";
import { commas, name, type Sql, sql } from "../sql/sql.ts";
import { WRITERS } from "../storage/settings.ts";
import { onAll } from "../storage/shards.ts";
import type { Settings, Store } from "../storage/store.ts";

/** How the engine reads arrays of packed events fastest (measured). */
export const JUDGING = {
  // A customer's events lie together: grouped while they are read, half the processor time of a hash table.
  optimize_aggregation_in_order: 1,
  max_block_size: 16_384,
  // Few large parts, which nothing needs to merge soon.
  min_insert_block_size_rows: 1_000_000,
  min_insert_block_size_bytes: 256 * 2 ** 20,
} as const;

/** A slice of the customers has at most about as many events: how far judging has come is told after each. */
const SLICE = 20_000_000;
/** So few events are not worth a statement of their own. */
const FEW = 1_000_000;
const ALONE = { max_threads: 1, max_insert_threads: 1 } as const;
/** Bytes of memory that a statement of one thread needs (measured: 0.2 GB, and what they share). */
const ROOM = 400_000_000;

/** What the table `verdicts` says of each asking: see docs/verdicts.md. */
export const COLUMNS: Sql = named([
  "promise",
  "customer_key",
  "subject_key",
  "occasion",
  "asked_at",
  "asked_key",
  "due_at",
  "answered_at",
  "answer_key",
  "delivered",
  "expected",
  "target",
  "verdict",
  "on_target",
  "felt",
]);

/** The columns in which it is stored, as `JudgingQuery.rows` gives them: see the migration 008. */
export const STORED: Sql = named([
  "promise",
  "customer_key",
  "subject_key",
  "occasion",
  "asked_at",
  "asked_key",
  "due_in",
  "answered_in",
  "answer_key",
  "delivered_number",
  "expected_number",
  "target_number",
  "verdict",
  "met_target",
  "felt_score",
]);

/** What a verdict is known by from one judgement to the next. */
export const ASKING: Sql = named(["promise", "customer_key", "subject_key", "asked_at", "asked_key"]);

function named(columns: readonly string[]): Sql {
  return commas(columns.map((column) => name(column)));
}

/** Customers in slices, each of few enough events. */
export const slicesOf = (events: number): readonly Sql[] => rangesOf(Math.ceil(events / SLICE));

/**
 * Does the work for all customers of a shard, slice by slice, as many slices side by side as its engine takes threads for a
 * statement and has memory for. Each then takes one thread: several would gather parts of customers and put them together, for a
 * tenth more of processor time and twice the memory. `events` is about how many a slice has. Returns or throws when all have
 * ended.
 */
export async function forEverybody(
  shard: Pick<Store, "rows">,
  work: (slice: Sql, settings: Settings, events: number) => Promise<void>,
): Promise<void> {
  const [row] = await shard.rows<{ readonly [of in "events" | "threads" | "memory"]: string }>(
    sql`select count() as events, toString(getSetting('max_threads')) as threads,
      toString(getSetting('max_memory_usage')) as memory from events`,
  );
  const events = Number(row?.events ?? 0);
  // No limit is said as 0.
  const room = Number(row?.memory ?? 0) || Number.POSITIVE_INFINITY;
  const abreast = Math.max(1, Math.floor(Math.min(Number(row?.threads ?? 1), room / ROOM, events / FEW)));
  const slices = rangesOf(Math.ceil(events / SLICE / abreast) * abreast);
  const settings = { ...JUDGING, ...(abreast > 1 ? ALONE : { max_insert_threads: WRITERS }) };
  const waiting = [...slices];
  const workOff = async (): Promise<void> => {
    for (let slice = waiting.shift(); slice !== undefined; slice = waiting.shift())
      try {
        await work(slice, settings, events / slices.length);
      } catch (error) {
        // What is under way ends; nothing else begins.
        waiting.length = 0;
        throw error;
      }
  };
  await onAll(Array.from({ length: abreast }), workOff);
}
