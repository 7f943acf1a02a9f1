import { chanceOf, fitLogistic, fitWithout } from "../numbers/logistic.ts";
import { type Random, seeded } from "../numbers/random.ts";
import { type Comparison, TOO_CERTAIN } from "./comparison.ts";
import { dealFolds } from "./folds.ts";

/** How likely each promise was to be broken, judged by fits on other customers. */
export interface Propensity {
  readonly parts: number;
  /** The part that each row lies in. */
  readonly folds: Uint8Array;
  readonly chances: Float64Array;
  /** Rows that have others like them: their chance is not too near to certain. */
  readonly comparable: Uint8Array;
  /** Some column told broken and kept apart for certain, and a ridge holds the fit. */
  readonly separated: boolean;
}

export const PARTS = 5;

/** Fits the chance of being broken on all parts but one, and applies it to that one, for each part in turn. */
export function crossFitPropensity(comparison: Comparison, seed: number, parts = PARTS): Propensity {
  const random: Random = seeded(seed);
  const { known, broken } = comparison;
  const folds = dealFolds(comparison, parts, random);
  const whole = fitLogistic(known, broken);
  const fits = fitWithout(known, broken, whole, folds, parts);
  const chances = new Float64Array(known.rows);
  for (let row = 0; row < known.rows; row++) {
    const fit = fits[folds[row] ?? 0];
    chances[row] = fit === undefined ? Number.NaN : chanceOf(fit, known, row);
  }
  return {
    parts,
    folds,
    chances,
    comparable: Uint8Array.from(chances, (chance) => (chance < TOO_CERTAIN ? 1 : 0)),
    separated: whole.separated,
  };
}
