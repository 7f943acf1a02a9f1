import { KeptError } from "../../kept-error.ts";
import { literal } from "../../sql/literal.ts";
import { type Sql, sql } from "../../sql/sql.ts";
import type { Settings, Store } from "../../storage/store.ts";
import { enrol, mayRun, strikeOff } from "./owner.ts";

/**
 * `incoming` is where an import is made ready: the columns of `events`, the place of each row in its file, and the
 * reason why a row can be no event. There is one at a time: its making is the lock that keeps two imports from
 * overlooking each other's events. `prepare` brings the columns of `events` up to date before they are copied.
 */
export async function withStage<T>(store: Store, prepare: () => Promise<unknown>, work: () => Promise<T>): Promise<T> {
  const owner = enrol();
  try {
    await refuseSecond(store);
    await dropStage(store);
    await prepare();
    await createStage(store, owner);
    try {
      return await work();
    } finally {
      // Where the engine is gone the next import drops the stage, and what ended this one is to be told.
      await dropStage(store).catch(() => {});
    }
  } finally {
    strikeOff(owner);
  }
}

async function createStage(store: Store, owner: string): Promise<void> {
  try {
    await store.run(sql`CREATE TABLE incoming AS events COMMENT ${literal(owner)}`);
  } catch (thrown) {
    await refuseSecond(store);
    throw thrown;
  }
  await store.run(sql`ALTER TABLE incoming ADD COLUMN row UInt64, ADD COLUMN reason LowCardinality(String)`);
}

async function dropStage(store: Store): Promise<void> {
  await store.run(sql`DROP TABLE IF EXISTS incoming_repeats SYNC`);
  await store.run(sql`DROP TABLE IF EXISTS incoming SYNC`);
}

/** A stage whose import was killed is no hindrance. */
async function refuseSecond(store: Store): Promise<void> {
  const [stage] = await store.rows<{ readonly comment: string }>(
    sql`SELECT comment FROM system.tables WHERE database = currentDatabase() AND name = 'incoming'`,
  );
  if (stage === undefined || !mayRun(stage.comment)) return;
  const [host] = stage.comment.split(" ");
  const words = `Another import into this ledger is running on ${host}; wait until it has ended, or if it was cut off there, run it there again.`;
  throw new KeptError("import-running", words);
}

/** Memory is needed for each thread and block: these make parts of some 100 MB, before packing. */
export const WRITING: Settings = {
  insert_deduplicate: 0,
  min_insert_block_size_bytes: 128 * 2 ** 20,
  output_format_json_escape_forward_slashes: 0,
  output_format_json_quote_64bit_integers: 0,
};

/** Returns the rows that were put into `incoming`. */
export async function fillStage(
  store: Store,
  rows: Sql,
  settings: Settings,
  progress: (rowsRead: number) => void,
): Promise<number> {
  const into = sql`INSERT INTO incoming (customer, name, at, received, source, id, batch, properties, row, reason)`;
  const { written } = await store.run(sql`${into} ${rows}`, { ...WRITING, ...settings }, progress);
  return written;
}
