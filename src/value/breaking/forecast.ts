import { expit } from "../numbers/special.ts";
import { type Feature, lookAt, planFeatures, type Setting } from "./features.ts";
import { fitLegs, type LegsSurvival } from "./legs-survival.ts";
import { fitRidge, type SparseRows, sparseRows } from "./ridge.ts";
import type { Lesson, Snapshot } from "./snapshot.ts";

/** What was learned of one promise: gives the chance that an open asking will be broken. */
export interface Forecaster {
  readonly setting: Setting;
  readonly legs: LegsSurvival;
  readonly features: readonly Feature[];
  readonly means: Float64Array;
  readonly spreads: Float64Array;
  /** Between these each column was seen: what lies further out counts as lying there. */
  readonly least: Float64Array;
  readonly most: Float64Array;
  readonly coefficients: Float64Array;
}

/** Snapshots of the past as columns of numbers, from which forecasters are fitted. */
export interface School extends Omit<Forecaster, "coefficients"> {
  readonly rows: SparseRows;
  readonly answers: readonly number[];
}

/**
 * What the past has to teach: the survival of the remaining legs, given how long the last step lies back, and beside it
 * what was known by then. `ended` are the same askings as they ended, as far as it was known by `until` (ms).
 */
export function prepare(setting: Setting, lessons: readonly Lesson[], ended: readonly Lesson[], until: number): School {
  const legs = fitLegs(ended, setting.steps, until);
  const looks = lessons.map((lesson) => lookAt(setting, legs, lesson));
  const features = planFeatures(setting, looks);
  const raw = looks.map((look) => features.map(({ of }) => of(look)));
  const means = meansOf(raw, features.length);
  const spreads = spreadsOf(raw, means);
  const scaled = raw.map((row) => [1, ...row.map((value, j) => value / (spreads[j] ?? 1))]);
  const rows = sparseRows(scaled, features.length + 1);
  const [least, most] = rangesOf(raw, features.length);
  const answers = lessons.map(({ broken }) => Number(broken));
  return { setting, legs, features, means, spreads, least, most, rows, answers };
}

/**
 * A logistic regression with a ridge on what was prepared (van Houwelingen 2007 for learning from moments of looking).
 * The larger the ridge, the more the forecast keeps to what is usual.
 */
export function learn({ rows, answers, ...learned }: School, ridge: number): Forecaster {
  return { ...learned, coefficients: fitRidge(rows, answers, ridge) };
}

function rangesOf(rows: readonly (readonly number[])[], columns: number): readonly [Float64Array, Float64Array] {
  const least = new Float64Array(columns).fill(Number.POSITIVE_INFINITY);
  const most = new Float64Array(columns).fill(Number.NEGATIVE_INFINITY);
  for (const row of rows)
    for (const [j, value] of row.entries()) {
      least[j] = Math.min(least[j] ?? value, value);
      most[j] = Math.max(most[j] ?? value, value);
    }
  return [least, most];
}

const within = ({ least, most }: Forecaster, j: number, value: number): number =>
  Math.max(least[j] ?? value, Math.min(most[j] ?? value, value));

/** What is open is never certain. */
const SUREST = 0.9995;
const chanceFrom = (odds: number): number => Math.max(1 - SUREST, Math.min(SUREST, expit(odds)));

const meansOf = (rows: readonly (readonly number[])[], columns: number): Float64Array =>
  Float64Array.from({ length: columns }, (_, j) => rows.reduce((sum, row) => sum + (row[j] ?? 0), 0) / rows.length);

function spreadsOf(rows: readonly (readonly number[])[], means: Float64Array): Float64Array {
  return means.map((mean, j) => {
    const variance = rows.reduce((sum, row) => sum + ((row[j] ?? 0) - mean) ** 2, 0) / rows.length;
    return Math.sqrt(variance) || 1;
  });
}

/** What speaks most for breaking, with how much it adds to the log odds. */
export interface Cause {
  readonly about: string;
  readonly weight: number;
}

export interface Chance {
  readonly chance: number;
  readonly causes: readonly Cause[];
}

/** What adds less to the log odds is not worth telling. */
const LEAST_WEIGHT = 0.3;

/** A snapshot as the columns that a forecaster looks at. */
export function columnsOf({ setting, legs, features }: Omit<Forecaster, "coefficients">, snapshot: Snapshot): number[] {
  const look = lookAt(setting, legs, snapshot);
  return features.map(({ of }) => of(look));
}

/** The chance alone, from columns. */
export function chanceOf(model: Forecaster, columns: readonly number[]): number {
  let odds = model.coefficients[0] ?? 0;
  for (const [j, value] of columns.entries())
    odds += (within(model, j, value) * (model.coefficients[j + 1] ?? 0)) / (model.spreads[j] ?? 1);
  return chanceFrom(odds);
}

/** The chance that an open asking will be broken, and what it comes from. */
export function forecast(model: Forecaster, snapshot: Snapshot): Chance {
  const look = lookAt(model.setting, model.legs, snapshot);
  let odds = model.coefficients[0] ?? 0;
  const weights = new Map<string, number>();
  for (const [j, { about: present, absent, of }] of model.features.entries()) {
    const value = within(model, j, of(look));
    const perUnit = (model.coefficients[j + 1] ?? 0) / (model.spreads[j] ?? 1);
    odds += value * perUnit;
    const about = value === 0 && absent !== undefined ? absent : present;
    // What speaks for it is counted from the usual.
    const part = (value - (model.means[j] ?? 0)) * perUnit;
    if (about !== null) weights.set(about, (weights.get(about) ?? 0) + part);
  }
  const causes = [...weights]
    .map(([about, weight]) => ({ about, weight }))
    .filter(({ weight }) => weight > LEAST_WEIGHT)
    .sort((a, b) => b.weight - a.weight)
    .slice(0, 3);
  return { chance: chanceFrom(odds), causes };
}
