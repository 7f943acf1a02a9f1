import { availableParallelism } from "node:os";
import type { Settings } from "./store.ts";
import { USUAL } from "./turns.ts";

/** What holds for every statement unless it says otherwise, here and on somebody's server. See storage.md of the design. */
export const SETTINGS: Settings = {
  async_insert: 0,
  output_format_json_quote_64bit_integers: 1,
  input_format_skip_unknown_fields: 0,
  session_timezone: "UTC",
  date_time_output_format: "simple",
  max_query_size: 256 * 2 ** 20,
  max_ast_elements: 5_000_000,
  max_expanded_ast_elements: 5_000_000,
  mutations_sync: 2,
  // Else a table would leave out what is as something was before, also where that is gone. What must not be there twice is
  // known by its id.
  insert_deduplicate: 0,
  // What is worked out of stored columns is a column like any other.
  asterisk_include_alias_columns: 1,
  // A query that is asked often is compiled by the engine at its fourth run, in 0.4 s: more than most questions take, and
  // more than it saves the others.
  compile_expressions: 0,
  compile_aggregate_expressions: 0,
  ...USUAL,
};

/** So many threads write what a statement makes, where that is much. Each needs memory for a block of its own. */
export const WRITERS = Math.min(4, availableParallelism());

/**
 * Aggregations and sorts move to the disk before the engine's memory is used up. It takes fewer threads than there are
 * processors where less than so much is free for each: left to itself it asks for 1 GB to read and 4 GB to write, and
 * with 2 GB in all would never use a second processor.
 */
export function memorySettings(memory: number): Settings {
  const early = Math.floor(memory * 0.3);
  return {
    max_threads_min_free_memory_per_thread: 64 * 2 ** 20,
    max_insert_threads_min_free_memory_per_thread: 128 * 2 ** 20,
    max_memory_usage: Math.floor(memory * 0.8),
    max_bytes_before_external_group_by: early,
    max_bytes_before_external_sort: early,
  };
}
