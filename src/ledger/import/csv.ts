import type { PropertyType } from "../../language/experience.ts";
import { commas, type Name, name, type Sql, sql, text } from "../../sql/sql.ts";
import type { Settings } from "../../storage/store.ts";
import { readHeader } from "./csv-header.ts";
import type { EnginePaths } from "./engine-path.ts";
import { readHead } from "./head.ts";
import { jsonObject } from "./json-object.ts";
import type { Table, TableColumn } from "./table.ts";

/**
 * How the engine reads any CSV file without choking on a row: every cell a text, short rows filled up with NULL.
 * Trimming is off because the engine, when it trims an empty cell, cuts into the cell above that ends with a blank,
 * and may end the process.
 */
const READING: Settings = {
  input_format_csv_allow_variable_number_of_columns: 1,
  input_format_csv_empty_as_default: 0,
  input_format_csv_detect_header: 0,
  input_format_csv_trim_whitespaces: 0,
  format_csv_null_representation: "kept: no cell",
};

interface Cell {
  readonly name: string;
  readonly column: Name;
  /** The cell without the marks for "nothing" that databases write. */
  readonly value: Sql;
}

/** A CSV or TSV file. Numbers of declared properties stay numbers; every other cell is a text, an empty one is absent. */
export function csvTable(
  path: string,
  { gzipped, tabs }: { readonly gzipped: boolean; readonly tabs: boolean },
  types: ReadonlyMap<string, PropertyType>,
  paths: EnginePaths,
): Table {
  const head = readHead(path, gzipped);
  const header = readHeader(path, head.text, tabs ? "\t" : undefined);
  const cells = cellsOf(header.names, header.spaced);
  const short = cells.at(-1)?.column ?? name("c1");
  const all = sql`concat(${commas([sql`''`, ...cells.map(({ value }) => value)])})`;
  const raw = sql`concat(${commas([sql`''`, ...cells.map(({ column }) => sql`ifNull(${column}, '')`)])})`;
  const others = (used: ReadonlySet<string>) => cells.filter((cell) => !used.has(cell.name));
  return {
    label: path,
    format: tabs ? "TSV" : "CSV",
    columns: cells.map(({ name, value }): TableColumn => ({ name, text: sql`trimBoth(${value})` })),
    from: sql`file(${text(paths.of(path))}, 'CSV', ${text(structure(cells.length))}, ${text(gzipped ? "gzip" : "none")})`,
    settings: {
      ...READING,
      format_csv_delimiter: header.delimiter,
      ...(header.delimiter === "\t" ? { input_format_csv_allow_whitespace_or_tab_as_delimiter: 1 } : {}),
      ...(header.carriageReturns ? { input_format_csv_allow_cr_end_of_line: 1 } : {}),
    },
    isRow: sql`_row_number > 0 AND ${all} != ''`,
    row: sql`toUInt64(assumeNotNull(_row_number))`,
    counted: "line",
    raw,
    faults: [
      { when: sql`isNull(${short})`, reason: "fewer cells than the header" },
      { when: sql`ifNull(further, '') != ''`, reason: "more cells than the header" },
      { when: sql`NOT isValidUTF8(${all})`, reason: "not UTF-8" },
    ],
    properties: (used) => propertiesOf(others(used), types),
    content: (used) => [
      text(JSON.stringify(others(used).map((cell) => cell.name))),
      ...others(used).map(({ value }) => value),
    ],
    everything: jsonObject(
      cells.map(({ name: key, value }) => ({
        key,
        present: sql`${value} != ''`,
        value: sql`toJSONString(toValidUTF8(${value}))`,
      })),
    ),
    about: rowsIn(head.text, head.bytes),
  };
}

function cellsOf(names: readonly string[], spaced: boolean): readonly Cell[] {
  return names.map((own, i): Cell => {
    const column = name(`c${i + 1}`);
    const there = i === names.length - 1 ? sql`ifNull(${column}, '')` : sql`${column}`;
    const plain = spaced ? sql`trimBoth(${there})` : there;
    return { name: own, column, value: sql`if(${plain} = '\\\\N', '', ${plain})` };
  });
}

const structure = (count: number): string =>
  [
    ...Array.from({ length: count }, (_, i) => `c${i + 1} ${i === count - 1 ? "Nullable(String)" : "String"}`),
    "further Nullable(String)",
  ].join(", ");

/** JSON's own numbers, short enough for every reader of JSON. */
const NUMBER = "^-?(?:0|[1-9][0-9]{0,14})(?:[.][0-9]{1,15})?$";

function propertiesOf(cells: readonly Cell[], types: ReadonlyMap<string, PropertyType>): Sql {
  return jsonObject(
    cells.map(({ name: key, value }) => {
      const type = types.get(key);
      const quoted = sql`toJSONString(${value})`;
      const numeric = type === "number" || type === "whole";
      return {
        key,
        present: sql`${value} != ''`,
        value: numeric ? sql`if(match(${value}, ${text(NUMBER)}), ${value}, ${quoted})` : quoted,
      };
    }),
  );
}

/** About how many rows a file of so many bytes has, by the length of its first lines. */
export function rowsIn(head: string, bytes: number): number | undefined {
  const lines = head.split("\n").length - 1;
  return lines === 0 ? undefined : Math.round((bytes / Buffer.byteLength(head)) * lines);
}
