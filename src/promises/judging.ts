import { rangesOf } from "../ledger/customer-keys.ts";
import { commas, name, type Sql } from "../sql/sql.ts";
import { WRITERS } from "../storage/settings.ts";

/** How the engine reads arrays of packed events fastest (measured). */
export const JUDGING = {
  // A customer's events lie together: grouped while they are read, half the processor time of a hash table.
  optimize_aggregation_in_order: 1,
  max_block_size: 16_384,
  // Few large parts, which nothing needs to merge soon.
  min_insert_block_size_rows: 1_000_000,
  min_insert_block_size_bytes: 256 * 2 ** 20,
} as const;

/** The same for what is made of everybody. */
export const JUDGING_ALL = { ...JUDGING, max_insert_threads: WRITERS } as const;

/** A slice of the customers has about as many events: how far judging has come is told after each. */
const SLICE = 20_000_000;

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
