import { KeptError } from "../../kept-error.ts";
import type { Experience } from "../../language/experience.ts";
import { sql } from "../../sql/sql.ts";
import type { Store } from "../../storage/store.ts";
import { type Batch, noteBatch } from "../batches.ts";
import { batchCustomers, stagedCustomers, unsettleStaged } from "../links/write.ts";
import type { ImportOptions, ImportResult } from "./options.ts";
import { writeRejects } from "./rejects.ts";
import { countSharedKeys, dropUnfit, findRepeats, type SharedKeys } from "./repeats.ts";
import type { Table } from "./table.ts";
import { findUnreadable, type NameCount, namesIn, unknownAmong } from "./tell.ts";

type Settled = Omit<ImportResult, "columns">;

/** What `incoming` holds. */
export interface Staged {
  readonly rows: number;
  /** Of the rows that can be events. */
  readonly names: readonly NameCount[];
  readonly shared: SharedKeys;
}

/** Looks over `incoming`, which has `rows` rows. */
export async function lookOver(store: Store, experience: Experience | undefined, rows: number): Promise<Staged> {
  const [shared, names] = await Promise.all([countSharedKeys(store, rows), namesIn(store, experience)]);
  return { rows, names, shared };
}

/** Takes out of `incoming` what is no event or is there already, and moves the rest into the ledger at once. */
export async function settle(
  store: Store,
  experience: Experience | undefined,
  tables: readonly Table[],
  options: ImportOptions,
  about: Pick<Batch, "batch" | "source" | "begun">,
  staged: Staged,
): Promise<Settled> {
  const good = staged.names.reduce((sum, { count }) => sum + count, 0);
  const bad = staged.rows - good;
  const repeats = await findRepeats(store, staged.shared);
  const rejected = bad + repeats.clashes;
  if (rejected > 0) await writeRejects(store, tables, options.rejects, repeats.clashes > 0);
  if (rejected > 0 && options.strict) {
    const words = `${rejected} of ${staged.rows} rows cannot be events, so nothing was imported; see ${options.rejects}.`;
    throw new KeptError("rejected-rows", words);
  }
  const told = { duplicates: repeats.duplicates, rejected, rejectsFile: rejected > 0 ? options.rejects : undefined };
  const events = good - repeats.clashes - repeats.duplicates;
  if (events === 0) return { ...told, events, unknownEvents: [], unreadable: [], first: undefined, last: undefined };
  await dropUnfit(store, repeats, bad);
  const names = events === good ? staged.names : await namesIn(store, experience);
  const unreadable = await findUnreadable(store, experience, names);
  const batch: Batch = { ...about, rows: events, duplicates: repeats.duplicates, rejected, finished: undefined };
  await move(store, batch, options.now);
  return { ...told, events, unknownEvents: unknownAmong(names, experience), unreadable, ...spanOf(names) };
}

/** The batch is noted before and after: where a run is killed between the two, what was moved can be told. */
async function move(store: Store, batch: Batch, now: () => number): Promise<void> {
  await Promise.all([
    store.run(sql`ALTER TABLE incoming DROP COLUMN row, DROP COLUMN reason`),
    noteBatch(store, batch),
    // Before, or a run that is killed leaves events with an id that is another's; and after, for links made meanwhile.
    unsettleStaged(store, stagedCustomers, now()),
  ]);
  await store.run(sql`ALTER TABLE events ATTACH PARTITION tuple() FROM incoming`);
  await unsettleStaged(store, batchCustomers(batch.batch), now());
  await noteBatch(store, { ...batch, finished: now() });
}

function spanOf(names: readonly { readonly first: number; readonly last: number }[]) {
  const ends = { first: Math.min(...names.map((one) => one.first)), last: Math.max(...names.map((one) => one.last)) };
  return names.length === 0 ? { first: undefined, last: undefined } : ends;
}
