import type { DesignMatrix } from "../numbers/design-matrix.ts";
import { type Column, candidatesOf } from "./candidates.ts";
import type { Known, KnownRow } from "./known-rows.ts";

/** What was known, as columns of variance 1 behind a constant one. */
export interface Columns {
  /** The rows that have others like them, in the order of the matrix. */
  readonly rows: readonly KnownRow[];
  readonly matrix: DesignMatrix;
  readonly names: readonly string[];
  /** Columns for which there were too few verdicts. */
  readonly left_out: number;
  /** Broken verdicts with something that only broken ones have. */
  readonly alone: number;
}

const MOST_COLUMNS = 60;
/** So many verdicts of the rarer kind for each column. */
const VERDICTS_A_COLUMN = 10;
/** With so many expected and none there, it is no accident that there are none. */
const NO_ACCIDENT = 5;
/** A level with fewer broken or fewer kept ones than these is one of the others. */
const FEWEST_OF_A_KIND = 5;

/**
 * Columns for fits: occasion, history and numbers first, then months and the most frequent values of texts, as many as
 * the rarer of broken and kept can carry. Where all with some value were broken, or all were kept, and that is no
 * accident, nobody can be compared with them: they are left out, and so is the column.
 */
export function columnsOf(known: Known, rows: readonly KnownRow[]): Columns {
  const candidates = candidatesOf(known, rows);
  const alone = new Set(candidates.flatMap((column) => aloneIn(column, rows)));
  const others = rows.filter((row) => !alone.has(row));
  const broken = brokenOf(others);
  const standard = candidates.flatMap((column) => scaled(column, others));
  const room = Math.max(
    3,
    Math.min(MOST_COLUMNS, Math.floor(Math.min(broken, others.length - broken) / VERDICTS_A_COLUMN)),
  );
  const used = standard.slice(0, room);
  return {
    rows: others,
    matrix: matrixOf(used, others.length),
    names: used.map(({ name }) => name),
    left_out: standard.length - used.length,
    alone: brokenOf([...alone]),
  };
}

interface Scaled {
  readonly name: string;
  readonly values: Float64Array;
}

function matrixOf(used: readonly Scaled[], rows: number): DesignMatrix {
  const columns = used.length + 1;
  const values = new Float64Array(rows * columns);
  for (let row = 0; row < rows; row++) values[row * columns] = 1;
  for (const [j, column] of used.entries())
    for (let row = 0; row < rows; row++) values[row * columns + j + 1] = column.values[row] as number;
  return { rows, columns, values };
}

/** How many rows and how many broken ones have the usual value, and how many have another. */
interface Split {
  readonly usual: number;
  readonly brokenUsual: number;
  readonly other: number;
  readonly brokenOther: number;
}

function splitAt(values: Float64Array, rows: readonly KnownRow[], usual: number): Split {
  let [alike, brokenAlike, broken] = [0, 0, 0];
  for (let row = 0; row < values.length; row++) {
    const hurt = (rows[row] as KnownRow).broken;
    broken += hurt;
    if (values[row] !== usual) continue;
    alike += 1;
    brokenAlike += hurt;
  }
  return { usual: alike, brokenUsual: brokenAlike, other: values.length - alike, brokenOther: broken - brokenAlike };
}

/** The rows with or without a value that only the broken have, or only the kept. */
function aloneIn({ kind, value }: Column, rows: readonly KnownRow[]): readonly KnownRow[] {
  if (kind === "number") return [];
  const values = Float64Array.from(rows, value);
  const { usual, brokenUsual, other, brokenOther } = splitAt(values, rows, 0);
  const share = (brokenUsual + brokenOther) / rows.length;
  const isAlone = (n: number, broken: number): boolean =>
    (broken === n && n * (1 - share) >= NO_ACCIDENT) || (broken === 0 && n * share >= NO_ACCIDENT);
  const [without, having] = [isAlone(usual, brokenUsual), isAlone(other, brokenOther)];
  return without || having ? rows.filter((_, row) => (values[row] === 0 ? without : having)) : [];
}

const brokenOf = (rows: readonly KnownRow[]): number => rows.reduce((sum, { broken }) => sum + broken, 0);

/** Numbers to mean 0 and variance 1; yes and no keep their 0, which makes fits faster. Nothing where all are alike. */
function scaled({ name, kind, value }: Column, rows: readonly KnownRow[]): readonly Scaled[] {
  const values = Float64Array.from(rows, value);
  const mean = values.reduce((sum, one) => sum + one, 0) / values.length;
  const variance = values.reduce((sum, one) => sum + (one - mean) ** 2, 0) / values.length;
  if (!(variance > 1e-12 * (1 + mean ** 2))) return [];
  if (isOneSided(values, rows)) return [];
  const [middle, scale] = [kind === "level" ? 0 : mean, Math.sqrt(variance)];
  return [{ name, values: values.map((one) => (one - middle) / scale) }];
}

/** Of those with the usual value, or of the others, hardly any were broken or hardly any kept: a fit would be certain. */
function isOneSided(values: Float64Array, rows: readonly KnownRow[]): boolean {
  const split = splitAt(values, rows, values.toSorted()[Math.floor(values.length / 2)] as number);
  const others = Math.min(split.brokenOther, split.other - split.brokenOther);
  const usual = Math.min(split.brokenUsual, split.usual - split.brokenUsual);
  // Of numbers that all differ there is no usual one.
  return split.other > 0.9 * rows.length ? others < FEWEST_OF_A_KIND : Math.min(others, usual) < FEWEST_OF_A_KIND;
}
