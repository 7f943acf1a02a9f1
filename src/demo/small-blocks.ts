import type { Settings } from "../storage/store.ts";

/** Rows of the plan are wide, with arrays of what may happen to an order: small blocks bound the memory. */
export const SMALL_BLOCKS: Settings = {
  max_block_size: 8_192,
  max_threads: 2,
  max_insert_threads: 1,
};
