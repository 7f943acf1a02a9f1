import { quantileOf } from "../numbers/interval.ts";
import type { Known, KnownRow } from "./known-rows.ts";

/** Something that was known, as a number for each row; of a level 1 and 0. */
export interface Column {
  readonly name: string;
  readonly kind: "number" | "level";
  readonly value: (row: KnownRow) => number;
}

/** Values of a text that are told apart: the most frequent. */
const MOST_LEVELS = 12;
/** A value that fewer verdicts than these have, or than this share of them, is one of the others. */
const FEWEST = 10;
const SMALLEST_SHARE = 0.01;

const fewest = (rows: readonly KnownRow[]): number => Math.max(FEWEST, SMALLEST_SHARE * rows.length);

/** All columns that could be adjusted for, the weightiest first; of numbers the squares stand at the end. */
export function candidatesOf(known: Known, rows: readonly KnownRow[]): readonly Column[] {
  const numbers = known.numbers.flatMap((name, i) => numeric(name, rows, (row) => row.numbers[i] ?? null));
  return [
    ...levels("occasion", rows, ({ occasion }) => occasion),
    ...known.history.flatMap((name, i) => numeric(name, rows, (row) => row.history[i] ?? null)),
    ...numbers,
    ...levels("month", rows, ({ month }) => `${Math.floor(month / 100)}-${String(month % 100).padStart(2, "0")}`),
    ...known.texts.flatMap((name, i) => levels(name, rows, (row) => row.texts[i] ?? null)),
    ...numbers.flatMap((column) => squared(column, rows)),
  ];
}

/**
 * Numbers are cut at their hundredths, so that one of them cannot decide alone; one that is missing counts as the mean,
 * and a column of its own says that it is missing.
 */
function numeric(name: string, rows: readonly KnownRow[], of: (row: KnownRow) => number | null): readonly Column[] {
  const sorted = Float64Array.from(rows.flatMap((row) => of(row) ?? [])).sort();
  if (sorted.length < fewest(rows)) return [];
  const [low, high] = [quantileOf(sorted, 0.01), quantileOf(sorted, 0.99)];
  const cut = (value: number): number => Math.min(high, Math.max(low, value));
  const mean = sorted.reduce((sum, one) => sum + cut(one), 0) / sorted.length;
  const own = (row: KnownRow): number => {
    const value = of(row);
    return value === null ? mean : cut(value);
  };
  const missing: Column = { name: `${name}: not known`, kind: "level", value: (row) => (of(row) === null ? 1 : 0) };
  const column: Column = { name, kind: "number", value: own };
  return rows.length - sorted.length >= fewest(rows) ? [column, missing] : [column];
}

/** What is far from the middle, either way; nothing of a number with two values. */
function squared({ name, kind, value }: Column, rows: readonly KnownRow[]): readonly Column[] {
  if (kind === "level" || new Set(rows.slice(0, 1000).map(value)).size < 3) return [];
  const mean = rows.reduce((sum, row) => sum + value(row), 0) / rows.length;
  return [{ name: `${name}, squared`, kind, value: (row) => (value(row) - mean) ** 2 }];
}

/** A column for each frequent value; where there are no others, the most frequent is what they are compared with. */
function levels(name: string, rows: readonly KnownRow[], of: (row: KnownRow) => string | null): readonly Column[] {
  const counts = new Map<string | null, number>();
  for (const row of rows) counts.set(of(row), (counts.get(of(row)) ?? 0) + 1);
  const frequent = [...counts]
    .filter(([, count]) => count >= fewest(rows))
    .sort((a, b) => b[1] - a[1] || ((a[0] ?? "") < (b[0] ?? "") ? -1 : 1))
    .slice(0, MOST_LEVELS);
  const apart = counts.size === frequent.length ? frequent.slice(1) : frequent;
  return apart.map(([level]) => ({
    name: `${name}: ${level === null || level === "" ? "none" : level}`,
    kind: "level",
    value: (row) => (of(row) === level ? 1 : 0),
  }));
}
