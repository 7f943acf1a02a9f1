import { readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { KeptError } from "../../kept-error.ts";
import { columnsOf } from "../../language/columns.ts";
import type { Experience } from "../../language/experience.ts";
import { type Sql, sql, text } from "../../sql/sql.ts";
import type { Store } from "../../storage/store.ts";
import type { TimeReading } from "../moment.ts";
import { type Choice, chooseColumns, type Usual } from "./choose.ts";
import { csvTable } from "./csv.ts";
import type { EnginePaths } from "./engine-path.ts";
import { bareName, kindOf } from "./file-kind.ts";
import { jsonTable } from "./json.ts";
import type { ImportOptions } from "./options.ts";
import { parquetTable } from "./parquet.ts";
import { timesOf } from "./read-times.ts";
import { eventOf, sourceTable } from "./sql-source.ts";
import type { Table } from "./table.ts";
import { mayBeTorn, refuseTornQuote } from "./torn-quote.ts";
import { unreadableIn } from "./trouble.ts";
import { zoneOf } from "./typed-table.ts";
import { unfoldXes } from "./xes.ts";

/** A table, and how its rows become events. */
export interface Opened {
  readonly table: Table;
  readonly choice: Choice;
  readonly times: TimeReading;
  /** Stands in the column `source` of its events. */
  readonly source: string;
  /** Whether a table without any row is a mistake. */
  readonly mustHoldRows: boolean;
  /** What can only be looked at when the rows are in `incoming`. `last` holds for the last of them, and for few others. */
  readonly check?: (last: Sql) => Promise<void>;
}

export interface Opening {
  readonly store: Store;
  readonly experience: Experience | undefined;
  readonly options: ImportOptions;
  readonly zone: string;
  readonly paths: EnginePaths;
}

/** The files that are meant: folders stand for the .sql files in them, in the order of their names. */
export function filesIn(paths: readonly string[]): readonly string[] {
  return paths.flatMap((path) => {
    if (kindOf(path).kind !== "folder") return [path];
    const sources = readdirSync(path).filter((file) => file.endsWith(".sql"));
    if (sources.length > 0) return sources.sort().map((file) => join(path, file));
    throw new KeptError("no-sources", `The folder ${path} holds no .sql files; name the files that hold the events.`);
  });
}

export async function openTables(paths: readonly string[], opening: Opening): Promise<readonly Opened[]> {
  const opened: Opened[] = [];
  for (const path of paths) opened.push(await openTable(path, opening));
  return opened;
}

async function openTable(path: string, opening: Opening): Promise<Opened> {
  const { kind } = kindOf(path);
  if (kind === "sql") return openSource(path, opening);
  const { table, usual, check } = await openFile(path, opening);
  const { store, options, zone } = opening;
  const choice = await chooseColumns(store, table, options, usual).catch(unreadableIn(table));
  const times = await timesOf(store, table, choice.at, { zone, dates: options.dates }).catch(unreadableIn(table));
  const source = options.source ?? basename(path);
  return { table, choice, times, source, mustHoldRows: true, ...(check === undefined ? {} : { check }) };
}

interface OpenedFile {
  readonly table: Table;
  readonly usual: Usual;
  readonly check?: Opened["check"];
}

export async function openFile(path: string, { store, experience, zone, paths }: Opening): Promise<OpenedFile> {
  const { kind, gzipped } = kindOf(path);
  const named = bareName(path);
  const usual = { event: experience?.events.some(({ name }) => name === named) ? named : undefined };
  switch (kind) {
    case "csv":
    case "tsv": {
      const types = new Map(experience === undefined ? [] : columnsOf(experience).map((one) => [one.name, one.type]));
      const table = csvTable(path, { gzipped, tabs: kind === "tsv" }, types, paths);
      const lines = sql`file(${text(paths.of(path))}, 'LineAsString', 'line String', ${text(gzipped ? "gzip" : "none")})`;
      const check = async (last: Sql) => {
        if (await mayBeTorn(store, path, gzipped, last)) await refuseTornQuote(store, table, lines);
      };
      return { table, usual, check };
    }
    case "json":
      return {
        table: await jsonTable(store, path, { gzipped }, paths).catch(unreadableIn({ label: path, format: "JSON" })),
        usual,
      };
    case "parquet":
      return {
        table: await parquetTable(store, path, { gzipped, zone }, paths).catch(
          unreadableIn({ label: path, format: "Parquet" }),
        ),
        usual,
      };
    case "xes":
      return openXes(path, gzipped, store, paths);
    case "sql":
    case "folder":
      throw new Error(`${path} is opened as a source`);
  }
}

const CASE = "case:concept:name";
const XES: Usual = { columns: { customer: CASE, name: "concept:name", at: "time:timestamp", id: "identity:id" } };

/** The case, where it is not another customer's, is the customer; and it stays a property `case`, to be followed. */
async function openXes(path: string, gzipped: boolean, store: Store, paths: EnginePaths): Promise<OpenedFile> {
  const lines = paths.scratch(".jsonl");
  const events = await unfoldXes(path, gzipped, lines);
  if (events === 0) throw new KeptError("empty-file", `${path} holds no events; there is nothing to import.`);
  const table = await jsonTable(store, lines, { gzipped: false, label: path, counted: "event" }, paths);
  const withoutCase = (used: ReadonlySet<string>) => new Set([...used, CASE]);
  return {
    table: {
      ...table,
      format: "XES",
      properties: (used) => table.properties(withoutCase(used)),
      content: (used) => table.content(withoutCase(used)),
    },
    usual: XES,
  };
}

async function openSource(path: string, { store, options, zone }: Opening): Promise<Opened> {
  const table = await sourceTable(store, path, { zone, data: options.data });
  const hasId = table.columns.some(({ name }) => name === "id");
  const choice: Choice = {
    customer: "customer",
    name: undefined,
    event: eventOf(path),
    at: "at",
    id: hasId ? "id" : undefined,
    guessed: [],
  };
  const source = options.source ?? basename(path);
  return { table, choice, times: zoneOf(zone), source, mustHoldRows: false };
}
