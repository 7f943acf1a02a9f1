import { KeptError } from "../../kept-error.ts";
import type { Experience } from "../../language/experience.ts";
import { sql } from "../../sql/sql.ts";
import type { Store } from "../../storage/store.ts";
import { type Batch, noteBatch } from "../batches.ts";
import { batchCustomers, stagedCustomers, unsettleStaged } from "../links/write.ts";
import type { ImportOptions, ImportResult } from "./options.ts";
import { writeRejects } from "./rejects.ts";
import { dropUnfit, findRepeats } from "./repeats.ts";
import type { Table } from "./table.ts";
import { findUnreadable, namesIn, unknownAmong } from "./tell.ts";

type Settled = Omit<ImportResult, "columns">;

/** Takes out of `incoming` what is no event or is there already, and moves the rest into the ledger at once. */
export async function settle(
  store: Store,
  experience: Experience | undefined,
  tables: readonly Table[],
  options: ImportOptions,
  about: Pick<Batch, "batch" | "source" | "begun">,
): Promise<Settled> {
  const { good, bad } = await countStage(store);
  const repeats = good === 0 ? { duplicates: 0, clashes: 0 } : await findRepeats(store, good);
  const rejected = bad + repeats.clashes;
  if (rejected > 0) await writeRejects(store, tables, options.rejects, repeats.clashes > 0);
  if (rejected > 0 && options.strict) {
    const words = `${rejected} of ${good + bad} rows cannot be events, so nothing was imported; see ${options.rejects}.`;
    throw new KeptError("rejected-rows", words);
  }
  const told = { duplicates: repeats.duplicates, rejected, rejectsFile: rejected > 0 ? options.rejects : undefined };
  const events = good - repeats.clashes - repeats.duplicates;
  if (events === 0) return { ...told, events, unknownEvents: [], unreadable: [], first: undefined, last: undefined };
  await dropUnfit(store, repeats, bad);
  const names = await namesIn(store);
  const unreadable = experience === undefined ? [] : await findUnreadable(store, experience);
  const batch: Batch = { ...about, rows: events, duplicates: repeats.duplicates, rejected, finished: undefined };
  await move(store, batch, options.now);
  return { ...told, events, unknownEvents: unknownAmong(names, experience), unreadable, ...spanOf(names) };
}

async function countStage(store: Store): Promise<{ readonly good: number; readonly bad: number }> {
  const [count] = await store.rows<{ readonly good: string; readonly bad: string }>(
    sql`SELECT countIf(reason = '') AS good, countIf(reason != '') AS bad FROM incoming`,
  );
  return { good: Number(count?.good ?? 0), bad: Number(count?.bad ?? 0) };
}

/** The batch is noted before and after: where a run is killed between the two, what was moved can be told. */
async function move(store: Store, batch: Batch, now: () => number): Promise<void> {
  await store.run(sql`ALTER TABLE incoming DROP COLUMN row, DROP COLUMN reason`);
  await noteBatch(store, batch);
  // Before, or a run that is killed leaves events with an id that is another's; and after, for links made meanwhile.
  await unsettleStaged(store, stagedCustomers, now());
  await store.run(sql`ALTER TABLE events ATTACH PARTITION tuple() FROM incoming`);
  await unsettleStaged(store, batchCustomers(batch.batch), now());
  await noteBatch(store, { ...batch, finished: now() });
}

function spanOf(names: readonly { readonly first: number; readonly last: number }[]) {
  const ends = { first: Math.min(...names.map((one) => one.first)), last: Math.max(...names.map((one) => one.last)) };
  return names.length === 0 ? { first: undefined, last: undefined } : ends;
}
