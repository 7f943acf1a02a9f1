import { type Sql, sql } from "../../sql/sql.ts";
import type { Settings } from "../../storage/store.ts";

/** A file or a SELECT as the engine reads it: rows that are to become events. */
export interface Table {
  /** As it is called in messages and in the file of rejects. */
  readonly label: string;
  /** Such as CSV, in messages. */
  readonly format: string;
  readonly columns: readonly TableColumn[];
  /** What stands after FROM. */
  readonly from: Sql;
  readonly settings: Settings;
  /** False for what is no row, such as the header and blank lines. */
  readonly isRow: Sql;
  /** UInt64: its place in the file, from 0. */
  readonly row: Sql;
  /** What the place counts, and the first row's number; undefined where rows have no order. */
  readonly counted: "line" | "record" | "event" | undefined;
  /** All its cells in one text, where a row may have more than one line. */
  readonly raw?: Sql;
  /** Pairs for multiIf: a condition and the reason for which such a row cannot be an event. */
  readonly faults: readonly { readonly when: Sql; readonly reason: string }[];
  /** The properties as a JSON object, without the columns that are used up. */
  readonly properties: (used: ReadonlySet<string>) => Sql;
  /** A property as a Nullable(String), where that is known without reading `properties` again. */
  readonly textOf?: (property: string, used: ReadonlySet<string>) => Sql;
  /** What makes two rows with the same customer, name and time different: one text. */
  readonly content: (used: ReadonlySet<string>) => Sql;
  /** The whole row as a JSON object, for the file of rejects. */
  readonly everything: Sql;
  /** About how many rows there are, for the progress bar. */
  readonly about: number | undefined;
}

export interface TableColumn {
  readonly name: string;
  /** The value as a text, never null; empty where absent. */
  readonly text: Sql;
  /** Milliseconds since 1970 UTC, where the column holds times and no texts; null where absent. */
  readonly ms?: Sql;
}

/** Nothing, or the mark for it that databases write. With IN, a set for two texts, an import would take a twelfth longer. */
export const isNothing = (text: Sql): Sql => sql`(${text} = '' OR ${text} = '\\\\N')`;
