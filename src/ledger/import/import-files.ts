import { KeptError } from "../../kept-error.ts";
import type { Experience } from "../../language/experience.ts";
import { sql, text } from "../../sql/sql.ts";
import type { Store } from "../../storage/store.ts";
import { nextBatch } from "../batches.ts";
import { syncColumns } from "../columns.ts";
import { settleLinks } from "../links/settle.ts";
import { openEnginePaths } from "./engine-path.ts";
import { eventRows, rowsOf } from "./event-rows.ts";
import { filesIn, type Opened, type Opening, openTables } from "./open-tables.ts";
import type { ChosenColumns, ImportOptions, ImportProgress, ImportResult } from "./options.ts";
import { lookOver, settle } from "./settle.ts";
import { fillStage, withStage } from "./stage.ts";
import { unreadableIn } from "./trouble.ts";

/**
 * Imports files into the ledger: all of them, or on any failure none. Events that are there already are left out, so
 * that importing twice changes nothing. CSV, TSV, JSON lines, Parquet and XES, each also gzipped, and SELECTs in .sql
 * files or folders of them.
 */
export async function importFiles(
  store: Store,
  experience: Experience | undefined,
  paths: readonly string[],
  options: ImportOptions,
  progress: ImportProgress = () => {},
): Promise<ImportResult> {
  if (store.cluster !== undefined) {
    const words =
      "Files are not imported into a cluster, whose servers would have to read them; send the events to a server of Kept's.";
    throw new KeptError("import-into-cluster", words);
  }
  const files = filesIn(paths);
  const zone = options.timezone ?? experience?.timezone ?? "UTC";
  await refuseUnknownZone(store, zone);
  const enginePaths = openEnginePaths();
  const opening = { store, experience, options, zone, paths: enginePaths };
  const prepare = async () => experience && syncColumns(store, experience);
  const open = () => openTables(files, opening);
  try {
    const result = await withStage(store, prepare, open, (opened) => importInto(opened, opening, progress));
    await settleLinks(store, options.now);
    return result;
  } finally {
    enginePaths.dispose();
  }
}

async function importInto(
  opened: readonly Opened[],
  { store, experience, options }: Opening,
  progress: ImportProgress,
): Promise<ImportResult> {
  const begun = options.now();
  const batch = await nextBatch(store, begun, "import");
  const total = sumOf(opened.map(({ table }) => table.about));
  let done = 0;
  let told = 0;
  const tell = (rows: number) => {
    told = Math.max(told, rows);
    progress(told, total);
  };
  const filled: number[] = [];
  for (const [i, { table, choice, times, source }] of opened.entries()) {
    refuseStopped(options);
    const rows = eventRows(table, choice, times, { batch, received: begun, source, table: i }, experience);
    const written = await fillStage(store, rows, table.settings, (read) => tell(done + read)).catch(
      unreadableIn(table),
    );
    filled.push(written);
    done += written;
    tell(done);
  }
  refuseStopped(options);
  const check = (one: Opened, i: number) => one.check?.(rowsOf(i, filled[i])).catch(unreadableIn(one.table));
  const [staged] = await Promise.all([lookOver(store, experience, done), ...opened.map(check)]);
  refuseEmpty(opened.filter((_, i) => filled[i] === 0));
  const tables = opened.map(({ table }) => table);
  const source = [...new Set(opened.map((one) => one.source))].join(", ");
  const settled = await settle(store, experience, tables, options, { batch, source, begun }, staged);
  return { ...settled, columns: opened.flatMap(chosenIn) };
}

function refuseEmpty(empty: readonly Opened[]): void {
  const mistaken = empty.find((one) => one.mustHoldRows);
  if (mistaken === undefined) return;
  const words = `${mistaken.table.label} has no rows below its header; there is nothing to import.`;
  throw new KeptError("empty-file", words);
}

function refuseStopped({ stop }: ImportOptions): void {
  if (stop?.aborted)
    throw new KeptError("import-stopped", "The import was stopped; nothing of it is in the ledger.", { status: 409 });
}

function chosenIn({ table, choice, times, mustHoldRows }: Opened): readonly ChosenColumns[] {
  if (!mustHoldRows) return [];
  const { customer, name, event, at, id, guessed } = choice;
  return [{ file: table.label, customer, name, event, at, id, guessed, dates: times.dates }];
}

const sumOf = (counts: readonly (number | undefined)[]): number | undefined =>
  counts.reduce<number | undefined>((sum, one) => (sum === undefined || one === undefined ? undefined : sum + one), 0);

async function refuseUnknownZone(store: Store, zone: string): Promise<void> {
  try {
    await store.rows(sql`SELECT toTimeZone(toDateTime(0), ${text(zone)}) AS here`);
  } catch (cause) {
    if (!(cause instanceof KeptError) || cause.code !== "query-failed") throw cause;
    const words = `There is no time zone "${zone}"; write a name such as Europe/Helsinki.`;
    throw new KeptError("unknown-timezone", words, { cause });
  }
}
