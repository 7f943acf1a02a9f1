import { KeptError } from "../../kept-error.ts";
import { literal } from "../../sql/literal.ts";
import { sql } from "../../sql/sql.ts";
import { enrol, mayRun, strikeOff } from "../../storage/owner.ts";
import { WRITERS } from "../../storage/settings.ts";
import type { Settings, Store } from "../../storage/store.ts";
import type { EventRows } from "./event-rows.ts";

/**
 * `incoming` is where an import is made ready: the columns of `events`, the place of each row in its file, and the
 * reason why a row can be no event. There is one at a time: its making is the lock that keeps two imports from
 * overlooking each other's events. `prepare` brings the columns of `events` up to date before they are copied; `open`,
 * beside that, makes what `work` is given.
 */
export async function withStage<Opened, T>(
  store: Store,
  prepare: () => Promise<unknown>,
  open: () => Promise<Opened>,
  work: (opened: Opened) => Promise<T>,
): Promise<T> {
  const owner = enrol();
  try {
    if (await hasDeadStage(store)) await dropStage(store);
    const [made, opened] = await Promise.allSettled([prepare().then(() => createStage(store, owner)), open()]);
    if (made.status === "rejected") throw made.reason;
    try {
      if (opened.status === "rejected") throw opened.reason;
      return await work(opened.value);
    } finally {
      // Where the engine is gone the next import drops the stage, and what ended this one is to be told.
      await dropStage(store).catch(() => {});
    }
  } finally {
    strikeOff(owner);
  }
}

async function createStage(store: Store, owner: string): Promise<void> {
  const [events] = await store.rows<{ readonly policy: string }>(
    sql`SELECT storage_policy AS policy FROM system.tables WHERE database = currentDatabase() AND name = 'events'`,
  );
  // With the engine's own granules: the small ones of `events` take longer to write, and are made when parts are merged.
  // Not here: what was merged here would be merged there once more.
  const create = sql`CREATE TABLE incoming AS events ENGINE = MergeTree ORDER BY (customer_key, at, id_key)
    SETTINGS fsync_after_insert = 1, fsync_part_directory = 1, enable_block_number_column = 1,
      enable_block_offset_column = 1, max_bytes_to_merge_at_max_space_in_pool = 1,
      storage_policy = ${literal(events?.policy ?? "default")}
    COMMENT ${literal(owner)}`;
  try {
    await store.run(create);
  } catch (thrown) {
    await hasDeadStage(store);
    throw thrown;
  }
  // What is merged is packed more tightly then.
  await store.run(sql`ALTER TABLE incoming ADD COLUMN row UInt64, ADD COLUMN reason LowCardinality(String),
    MODIFY COLUMN properties CODEC(LZ4)`);
}

async function dropStage(store: Store): Promise<void> {
  await store.run(sql`DROP TABLE IF EXISTS incoming_repeats, incoming SYNC`);
}

/** Whether a killed import has left its stage behind. Throws when the import still runs. */
async function hasDeadStage(store: Store): Promise<boolean> {
  const [stage] = await store.rows<{ readonly comment: string }>(
    sql`SELECT comment FROM system.tables WHERE database = currentDatabase() AND name = 'incoming'`,
  );
  if (stage === undefined) return false;
  if (!mayRun(stage.comment)) return true;
  const [host] = stage.comment.split(" ");
  const words = `Another import into this ledger is running on ${host}; wait until it has ended, or if it was cut off there, run it there again.`;
  throw new KeptError("import-running", words);
}

/** Memory is needed for each thread and block: these make parts of some 100 MB, before packing. */
export const WRITING: Settings = {
  insert_allow_materialized_columns: 1,
  max_insert_threads: WRITERS,
  min_insert_block_size_bytes: 128 * 2 ** 20,
  output_format_json_escape_forward_slashes: 0,
  output_format_json_quote_64bit_integers: 0,
};

/** Returns the rows that were put into `incoming`. */
export async function fillStage(
  store: Store,
  { columns, select }: EventRows,
  settings: Settings,
  progress: (rowsRead: number) => void,
): Promise<number> {
  const insert = sql`INSERT INTO incoming (${columns}) ${select}`;
  const { written } = await store.run(insert, { ...WRITING, ...settings }, progress);
  return written;
}
