import type { ReactNode } from "react";
import type { Cell } from "../../report/format/csv.ts";

/** One column of a table that sorts. */
export interface Column<Row> {
  readonly id: string;
  readonly head: string;
  readonly kind: "words" | "number" | "picture";
  /** By this it is sorted, and this stands in the file; a column without is for the eye alone. */
  readonly value?: (row: Row) => Cell;
  /** What is seen, where that is not the value itself. */
  readonly cell?: (row: Row) => ReactNode;
  /** The largest first at the first click. */
  readonly largestFirst?: boolean;
}

/** By what a table is sorted; null for the order in which it came. */
export type Sort = { readonly id: string; readonly desc: boolean } | null;

/** A sort as the address says it: "kept", or "-kept" for the largest first. */
export const sortText = (sort: Sort): string => (sort === null ? "" : `${sort.desc ? "-" : ""}${sort.id}`);
export const sortOf = (text: string): Sort =>
  text === "" ? null : { id: text.replace(/^-/, ""), desc: text.startsWith("-") };
