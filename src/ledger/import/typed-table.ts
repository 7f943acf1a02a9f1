import { name, type Sql, sql, text } from "../../sql/sql.ts";
import type { Settings } from "../../storage/store.ts";
import type { TimeReading } from "../moment.ts";
import { dayStartOf, type EngineColumn, jsonOf, msOf, shapeOf, textOf } from "./engine-value.ts";
import { jsonObject, type Member } from "./json-object.ts";
import type { Table, TableColumn } from "./table.ts";

export interface TypedRows {
  readonly label: string;
  readonly format: string;
  readonly columns: readonly { readonly name: string; readonly type: string }[];
  readonly from: Sql;
  readonly settings: Settings;
  readonly row: Sql;
  readonly counted: Table["counted"];
  readonly about: number | undefined;
  /** How moments without a zone of their own are read; undefined where the engine has read them already. */
  readonly local: TimeReading | undefined;
  readonly days: TimeReading;
}

/** Rows whose columns have types: null is absent, every value keeps its type. */
export function typedTable(rows: TypedRows): Table {
  const columns = rows.columns.map((one) => ({ key: one.name, column: name(one.name), type: one.type }));
  const members = (used: ReadonlySet<string>) =>
    columns.filter(({ key }) => !used.has(key)).map((one): Member => ({ key: one.key, ...jsonOf(one, rows.local) }));
  const properties = (used: ReadonlySet<string>) => jsonObject(members(used));
  return {
    label: rows.label,
    format: rows.format,
    columns: columns.map((one) => tableColumn(one, rows)),
    from: rows.from,
    settings: rows.settings,
    isRow: sql`true`,
    row: rows.row,
    counted: rows.counted,
    faults: [],
    properties,
    content: (used) => properties(used),
    everything: sql`toValidUTF8(${properties(new Set())})`,
    about: rows.about,
  };
}

function tableColumn(one: EngineColumn & { readonly key: string }, rows: TypedRows): TableColumn {
  const column = { name: one.key, text: sql`trimBoth(${textOf(one, rows.local)})` };
  switch (shapeOf(one.type)) {
    case "moment":
      return { ...column, ms: msOf(one, rows.local) };
    case "day":
      return { ...column, ms: dayStartOf(one, rows.days) };
    case "text":
    case "number":
    case "yes-no":
    case "nested":
      return column;
  }
}

export const zoneOf = (zone: string): TimeReading => ({ zone, put: text });
