import { KeptError } from "../../kept-error.ts";
import { text } from "../../sql/sql.ts";
import type { Store } from "../../storage/store.ts";
import type { EpochUnit, TimeReading } from "../moment.ts";
import { unitByName } from "./guess-names.ts";
import type { ImportOptions } from "./options.ts";
import { type Profile, profile } from "./profile.ts";
import type { Table, TableColumn } from "./table.ts";
import { zoneOf } from "./typed-table.ts";

/** How the times in a column are read: what is no text is a time already. */
export async function timesOf(
  store: Store,
  table: Table,
  at: string,
  options: { readonly zone: string; readonly dates: ImportOptions["dates"] },
): Promise<TimeReading> {
  const column = table.columns.find(({ name }) => name === at);
  const isText = column !== undefined && column.ms === undefined;
  return isText ? chooseTimes(store, table, column, options) : zoneOf(options.zone);
}

/**
 * How the texts of the column of times are read. Whether 03/04/2020 is in March or in April is told by the file's
 * other dates; if none tells, the person must.
 */
async function chooseTimes(
  store: Store,
  table: Table,
  column: TableColumn,
  { zone, dates }: { readonly zone: string; readonly dates: ImportOptions["dates"] },
): Promise<TimeReading> {
  const [first] = await profile(store, table, [column]);
  const unit = first === undefined ? undefined : unitOf(column.name, first);
  const reading = { zone, put: text, unit };
  if (dates !== undefined || first === undefined || first.slashed === 0) return { ...reading, dates };
  const told = orderOf(first) ?? orderOf((await profile(store, table, [column], true))[0] ?? first);
  if (told !== undefined) return { ...reading, dates: told };
  const words = `In ${table.label}, ${column.name} has dates such as ${first.example}, and none tells whether the day or the month comes first; say so with --dates day-first or --dates month-first.`;
  throw new KeptError("unclear-dates", words);
}

function orderOf({ slashed, dayFirst, monthFirst }: Profile): "day-first" | "month-first" | undefined {
  if (dayFirst === slashed && monthFirst < slashed) return "day-first";
  if (monthFirst === slashed && dayFirst < slashed) return "month-first";
  return undefined;
}

/** A number alone could be a compact date as well; a column of them is one or the other. */
function unitOf(column: string, { filled, numbers, digits, times }: Profile): EpochUnit | undefined {
  const named = unitByName(column);
  if (numbers < filled || numbers === 0) return undefined;
  return named ?? (times === numbers || digits <= 8 ? undefined : UNITS.find(([most]) => digits <= most)?.[1]);
}

const UNITS: readonly (readonly [number, EpochUnit])[] = [
  [11, "s"],
  [14, "ms"],
  [17, "us"],
  [19, "ns"],
];
