import type { Code } from "./words.ts";

/** Where in the file something stands, as the keys and list indexes that lead to it. */
export type Path = readonly (string | number)[];

/** One thing that is wrong (a fault) or doubtful (a warning) in an experience file: what, where, and in which words. */
export interface Diagnostic {
  readonly code: Code;
  /** Stable short id, such as K301. */
  readonly id: string;
  readonly severity: "fault" | "warning";
  readonly message: string;
  /** The nearest known name, where a name is unknown. */
  readonly nearest: string | undefined;
  readonly path: Path;
  readonly file: string;
  /** Counted from 1; the end is exclusive. Columns are UTF-16 units. */
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  /** The line of the file at which it begins. */
  readonly source: string;
}
