import type { PropertyType } from "../../language/experience.ts";
import { commas, join, type Name, name, type Sql, sql, text } from "../../sql/sql.ts";
import type { Settings } from "../../storage/store.ts";
import { type Header, readHeader } from "./csv-header.ts";
import type { EnginePaths } from "./engine-path.ts";
import { readHead } from "./head.ts";
import { jsonObject } from "./json-object.ts";
import { isNothing, type Table, type TableColumn } from "./table.ts";

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
  /** Never null. */
  readonly value: Sql;
  /** Empty, or the mark for "nothing" that databases write. */
  readonly isAbsent: Sql;
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
  const others = (used: ReadonlySet<string>) => cells.filter((cell) => !used.has(cell.name));
  const short = cells.at(-1)?.column ?? name("c1");
  return {
    label: path,
    format: tabs ? "TSV" : "CSV",
    columns: cells.map(({ name, value }): TableColumn => ({ name, text: sql`trimBoth(${value})` })),
    from: sql`file(${text(paths.of(path))}, 'CSV', ${text(structure(cells.length))}, ${text(gzipped ? "gzip" : "none")})`,
    settings: settingsOf(header),
    isRow: sql`(assumeNotNull(_row_number) > 0) * ((${join(
      cells.map(({ value }) => sql`length(${value})`),
      sql` + `,
    )}) > 0)`,
    row: sql`toUInt64(assumeNotNull(_row_number))`,
    counted: "line",
    raw: joined(cells.map(({ column }) => sql`ifNull(${column}, '')`)),
    faults: [
      { when: sql`isNull(${short})`, reason: "fewer cells than the header" },
      { when: sql`ifNull(further, '') != ''`, reason: "more cells than the header" },
    ],
    properties: (used) => propertiesOf(others(used), types),
    textOf: (property, used) => {
      const cell = others(used).find((one) => one.name === property);
      return cell === undefined ? sql`CAST(NULL, 'Nullable(String)')` : sql`if(${cell.isAbsent}, NULL, ${cell.value})`;
    },
    content: (used) => contentOf(others(used)),
    everything: jsonObject(
      cells.map(({ name: key, value, isAbsent }) => ({
        key,
        present: sql`NOT ${isAbsent}`,
        value: sql`toJSONString(toValidUTF8(${value}))`,
      })),
    ),
    about: rowsIn(head.text, head.bytes),
  };
}

const settingsOf = ({ delimiter, carriageReturns }: Header): Settings => ({
  ...READING,
  format_csv_delimiter: delimiter,
  ...(delimiter === "\t" ? { input_format_csv_allow_whitespace_or_tab_as_delimiter: 1 } : {}),
  ...(carriageReturns ? { input_format_csv_allow_cr_end_of_line: 1 } : {}),
});

/** The last cell of a short row is NULL, and beneath that empty. */
function cellsOf(names: readonly string[], spaced: boolean): readonly Cell[] {
  return names.map((own, i): Cell => {
    const column = name(`c${i + 1}`);
    const there = i === names.length - 1 ? sql`assumeNotNull(${column})` : sql`${column}`;
    const value = spaced ? sql`trimBoth(${there})` : there;
    return { name: own, column, value, isAbsent: isNothing(value) };
  });
}

/** The names of the columns, and the cells apart from one another. */
function contentOf(cells: readonly Cell[]): Sql {
  const names = text(JSON.stringify(cells.map((cell) => cell.name)));
  return joined([sql`${names}`, ...cells.flatMap(({ value }) => [sql`'\\0'`, value])]);
}

const joined = (parts: readonly Sql[]): Sql => sql`concat('', ${commas(parts)})`;

const structure = (count: number): string =>
  [
    ...Array.from({ length: count }, (_, i) => `c${i + 1} ${i === count - 1 ? "Nullable(String)" : "String"}`),
    "further Nullable(String)",
  ].join(", ");

/** JSON's own numbers, short enough for every reader of JSON. */
const NUMBER = "^-?(?:0|[1-9][0-9]{0,14})(?:[.][0-9]{1,15})?$";

function propertiesOf(cells: readonly Cell[], types: ReadonlyMap<string, PropertyType>): Sql {
  return jsonObject(
    cells.map(({ name: key, value, isAbsent }) => {
      const type = types.get(key);
      const quoted = sql`toJSONString(${value})`;
      const numeric = type === "number" || type === "whole";
      return {
        key,
        present: sql`NOT ${isAbsent}`,
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
