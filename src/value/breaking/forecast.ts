import { expit } from "../numbers/special.ts";
import { type Feature, featuresOf, lookAt, type Plan, planFeatures, type Setting } from "./features.ts";
import { fitLegs, type LegsSurvival } from "./legs-survival.ts";
import { fitRidge, type SparseRows, sparseRows } from "./ridge.ts";
import type { Lesson, Snapshot } from "./snapshot.ts";

/** What was learned of one promise, as plain data that goes from one thread to another and is written down. */
export interface Learned {
  readonly legs: LegsSurvival;
  readonly plan: Plan;
  readonly means: Float64Array;
  readonly spreads: Float64Array;
  /** Between these each column was seen: what lies further out counts as lying there. */
  readonly least: Float64Array;
  readonly most: Float64Array;
  readonly coefficients: Float64Array;
}

/** By which a snapshot becomes columns. */
interface Columns {
  readonly setting: Setting;
  readonly legs: LegsSurvival;
  readonly features: readonly Feature[];
}

/** Snapshots of the past as columns of numbers, from which it is learned. */
export interface School extends Columns {
  readonly prepared: Omit<Learned, "coefficients">;
  readonly rows: SparseRows;
  readonly answers: readonly number[];
}

/** Gives the chance that an open asking will be broken. */
export interface Forecaster extends Columns {
  readonly learned: Learned;
}

export const forecasterOf = (setting: Setting, learned: Learned): Forecaster => {
  return { setting, legs: learned.legs, features: featuresOf(setting, learned.plan), learned };
};

/**
 * What the past has to teach: the survival of the remaining legs, given how long the last step lies back, and beside it
 * what was known by then. `ended` are the same askings as they ended, as far as it was known by `until` (ms).
 */
export function prepare(setting: Setting, lessons: readonly Lesson[], ended: readonly Lesson[], until: number): School {
  const legs = fitLegs(ended, setting.steps, until);
  const looks = lessons.map((lesson) => lookAt(setting, legs, lesson));
  const plan = planFeatures(setting, looks);
  const features = featuresOf(setting, plan);
  const raw = looks.map((look) => features.map(({ of }) => of(look)));
  const means = meansOf(raw, features.length);
  const spreads = spreadsOf(raw, means);
  const scaled = raw.map((row) => [1, ...row.map((value, j) => value / (spreads[j] ?? 1))]);
  const rows = sparseRows(scaled, features.length + 1);
  const [least, most] = rangesOf(raw, features.length);
  const answers = lessons.map(({ broken }) => Number(broken));
  return { setting, legs, features, prepared: { legs, plan, means, spreads, least, most }, rows, answers };
}

/**
 * A logistic regression with a ridge on what was prepared (van Houwelingen 2007 for learning from moments of looking).
 * The larger the ridge, the more the forecast keeps to what is usual.
 */
export function learn({ rows, answers, prepared }: School, ridge: number): Learned {
  return { ...prepared, coefficients: fitRidge(rows, answers, ridge) };
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

const within = ({ least, most }: Learned, j: number, value: number): number =>
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
export function columnsOf({ setting, legs, features }: Columns, snapshot: Snapshot): number[] {
  const look = lookAt(setting, legs, snapshot);
  return features.map(({ of }) => of(look));
}

/** The chance alone, from columns. */
export function chanceOf(learned: Learned, columns: readonly number[]): number {
  let odds = learned.coefficients[0] ?? 0;
  for (const [j, value] of columns.entries())
    odds += (within(learned, j, value) * (learned.coefficients[j + 1] ?? 0)) / (learned.spreads[j] ?? 1);
  return chanceFrom(odds);
}

/** The chance that an open asking will be broken, and what it comes from. */
export function forecast({ setting, legs, features, learned }: Forecaster, snapshot: Snapshot): Chance {
  const look = lookAt(setting, legs, snapshot);
  let odds = learned.coefficients[0] ?? 0;
  const weights = new Map<string, number>();
  for (const [j, { about: present, absent, of }] of features.entries()) {
    const value = within(learned, j, of(look));
    const perUnit = (learned.coefficients[j + 1] ?? 0) / (learned.spreads[j] ?? 1);
    odds += value * perUnit;
    const about = value === 0 && absent !== undefined ? absent : present;
    // What speaks for it is counted from the usual.
    const part = (value - (learned.means[j] ?? 0)) * perUnit;
    if (about !== null) weights.set(about, (weights.get(about) ?? 0) + part);
  }
  const causes = [...weights]
    .map(([about, weight]) => ({ about, weight }))
    .filter(({ weight }) => weight > LEAST_WEIGHT)
    .sort((a, b) => b.weight - a.weight)
    .slice(0, 3);
  return { chance: chanceFrom(odds), causes };
}
