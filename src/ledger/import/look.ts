import { KeptError } from "../../kept-error.ts";
import type { Experience } from "../../language/experience.ts";
import { commas, name, natural, type Sql, sql } from "../../sql/sql.ts";
import type { Store } from "../../storage/store.ts";
import { type Choice, choiceOf, type Found, findColumns } from "./choose.ts";
import { openEnginePaths } from "./engine-path.ts";
import { eventRows } from "./event-rows.ts";
import { openFile } from "./open-tables.ts";
import type { ImportOptions, Role } from "./options.ts";
import { type Profile, profile } from "./profile.ts";
import { timesOf } from "./read-times.ts";
import type { Table } from "./table.ts";
import { unreadableIn } from "./trouble.ts";

/** A file of events before it is imported: what its columns seem to hold, and its first rows as they would be read. */
export interface Look {
  /** Such as CSV. */
  readonly format: string;
  /** About how many rows there are, where that can be told. */
  readonly about: number | undefined;
  readonly columns: readonly LookColumn[];
  readonly found: Omit<Found, "guessed" | "missing">;
  readonly guessed: readonly Role[];
  /** What nobody said and nothing tells: until it is said nothing can be imported. */
  readonly missing: readonly Role[];
  /** What 03/04/2020 is taken for, where the file has such dates. */
  readonly dates: "day-first" | "month-first" | undefined;
  /** Why it cannot be imported as it is, in one sentence. */
  readonly trouble: { readonly code: string; readonly words: string } | undefined;
  /** The first rows; empty as long as a column is missing. */
  readonly rows: readonly LookRow[];
  /** Of the first `sample` rows: how many can be no events, and why. */
  readonly rejects: readonly { readonly reason: string; readonly count: number }[];
  readonly sample: number;
}

export interface LookColumn {
  readonly name: string;
  readonly holds: "moment" | "number" | "text" | "nothing";
  readonly example: string;
}

export interface LookRow {
  readonly customer: string;
  readonly name: string;
  /** RFC 3339; empty where the row can be no event. */
  readonly at: string;
  /** Everything else, as JSON. */
  readonly properties: string;
  /** Why the row can be no event; empty where it is one. */
  readonly reason: string;
}

const SAMPLE = 2000;
const SHOWN = 20;

/** Looks at the beginning of a file with the same eyes as the import. Throws KeptError for what is no file of events. */
export async function lookAtFile(
  store: Store,
  experience: Experience | undefined,
  path: string,
  options: Omit<ImportOptions, "rejects">,
): Promise<Look> {
  const paths = openEnginePaths();
  const zone = options.timezone ?? experience?.timezone ?? "UTC";
  const opening = { store, experience, options: { ...options, rejects: "" }, zone, paths };
  try {
    const { table, usual } = await openFile(path, opening);
    const refuse = unreadableIn(table);
    const found = await findColumns(store, table, options, usual).catch(refuse);
    const columns = (await profile(store, table, table.columns).catch(refuse)).map(columnOf);
    const choice = choiceOf(found);
    const read = choice && (await readRows(store, table, choice, { zone, dates: options.dates }));
    const { guessed, missing, ...roles } = found;
    return { format: table.format, about: table.about, columns, guessed, missing, found: roles, ...(read ?? UNREAD) };
  } finally {
    paths.dispose();
  }
}

const columnOf = (one: Profile): LookColumn => ({ name: one.column, holds: holdsOf(one), example: one.example });

function holdsOf({ filled, times, slashed, numbers }: Profile): LookColumn["holds"] {
  if (filled === 0) return "nothing";
  if (times + slashed >= filled * 0.9 && numbers < filled) return "moment";
  return numbers === filled ? "number" : "text";
}

type Read = Pick<Look, "rows" | "rejects" | "sample" | "dates" | "trouble">;
const UNREAD: Read = { rows: [], rejects: [], sample: 0, dates: undefined, trouble: undefined };

async function readRows(
  store: Store,
  table: Table,
  choice: Choice,
  options: { readonly zone: string; readonly dates: ImportOptions["dates"] },
): Promise<Read> {
  try {
    const times = await timesOf(store, table, choice.at, options);
    const { select } = eventRows(table, choice, times, { batch: 0n, received: 0, source: "", table: 0 }, undefined);
    const settings = { ...table.settings, input_format_parallel_parsing: 0, max_threads: 1 };
    const rows = await store.rows<LookRow>(shownOf(select), settings);
    const counts = await store.rows<{ readonly reason: string; readonly count: string }>(rejectsOf(select), settings);
    const rejects = counts.map(({ reason, count }) => ({ reason, count: Number(count) }));
    return { ...UNREAD, rows, rejects, sample: Math.min(SAMPLE, table.about ?? SAMPLE), dates: times.dates };
  } catch (thrown) {
    if (!(thrown instanceof KeptError) || thrown.code === "query-failed") return unreadableIn(table)(thrown);
    return { ...UNREAD, trouble: { code: thrown.code, words: thrown.message } };
  }
}

const TEXT = sql`''`;
const MOMENT = sql`toDateTime64(0, 3, 'UTC')`;
const NUMBER = sql`toUInt64(0)`;
/** What `eventRows` gives, in its order. */
const COLUMNS: readonly (readonly [string, Sql])[] = [
  ["customer", TEXT],
  ["event", TEXT],
  ["at", MOMENT],
  ["received", MOMENT],
  ["source", TEXT],
  ["id", TEXT],
  ["batch", NUMBER],
  ["properties", TEXT],
  ["row", NUMBER],
  ["reason", TEXT],
];

/** The names come from a first SELECT without rows: within the second they would hide columns of the file. */
const named = (select: Sql, most: number): Sql => sql`(SELECT * FROM (
    SELECT ${commas(COLUMNS.map(([column, type]) => sql`${type} AS ${name(column)}`))} WHERE false
    UNION ALL ${select}) LIMIT ${natural(most)})`;

const shownOf = (select: Sql): Sql => sql`SELECT toValidUTF8(customer) AS customer, toValidUTF8(event) AS name,
  if(reason = '', concat(replaceOne(toString(at), ' ', 'T'), 'Z'), '') AS at, toValidUTF8(properties) AS properties, reason
  FROM ${named(select, SHOWN)}`;
const rejectsOf = (select: Sql): Sql => sql`SELECT reason, toString(count()) AS count
  FROM ${named(select, SAMPLE)} WHERE reason != '' GROUP BY reason ORDER BY count() DESC, reason`;
