import { KeptError } from "../../kept-error.ts";
import type { Experience } from "../../language/experience.ts";
import { sql, text } from "../../sql/sql.ts";
import type { Store } from "../../storage/store.ts";
import { nextBatch } from "../batches.ts";
import { syncColumns } from "../columns.ts";
import { settleLinks } from "../links/settle.ts";
import { openEnginePaths } from "./engine-path.ts";
import { eventRows, rowsOf } from "./event-rows.ts";
import { filesIn, type Opened, type Opening, openTable } from "./open-tables.ts";
import type { ChosenColumns, ImportOptions, ImportProgress, ImportResult } from "./options.ts";
import { settle } from "./settle.ts";
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
  const prepare = async () => experience && syncColumns(store, experience);
  const work = () => importInto(files, { store, experience, options, zone, paths: enginePaths }, progress);
  try {
    const result = await withStage(store, prepare, work);
    await settleLinks(store, options.now);
    return result;
  } finally {
    enginePaths.dispose();
  }
}

async function importInto(files: readonly string[], opening: Opening, progress: ImportProgress): Promise<ImportResult> {
  const { store, experience, options } = opening;
  const opened: Opened[] = [];
  for (const file of files) opened.push(await openTable(file, opening));
  const begun = options.now();
  const batch = await nextBatch(store, begun, "import");
  const total = sumOf(opened.map(({ table }) => table.about));
  let done = 0;
  let told = 0;
  const tell = (rows: number) => {
    told = Math.max(told, rows);
    progress(told, total);
  };
  for (const [i, one] of opened.entries()) {
    refuseStopped(options);
    const { table, choice, times, source } = one;
    const rows = eventRows(table, choice, times, { batch, received: begun, source, table: i }, experience);
    const refuse = unreadableIn(table);
    const filled = await fillStage(store, rows, table.settings, (read) => tell(done + read)).catch(refuse);
    await one.check?.(rowsOf(i)).catch(refuse);
    if (filled === 0 && one.mustHoldRows) {
      throw new KeptError("empty-file", `${table.label} has no rows below its header; there is nothing to import.`);
    }
    done += filled;
    tell(done);
  }
  refuseStopped(options);
  const tables = opened.map(({ table }) => table);
  const source = [...new Set(opened.map((one) => one.source))].join(", ");
  const settled = await settle(store, experience, tables, options, { batch, source, begun });
  return { ...settled, columns: opened.flatMap(chosenIn) };
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
