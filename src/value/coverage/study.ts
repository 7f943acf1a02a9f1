import type { Interval } from "../numbers/interval.ts";

/** A kind of small world whose truth is known, and an estimator that is asked for it: one file a study. */
export interface Study {
  /** Kebab-case, as `npm run coverage -- NAME` takes it. */
  readonly name: string;
  /** What the interval is of, in a phrase. */
  readonly of: string;
  /** Makes the world of a seed and asks; null where the estimator refuses. */
  world(seed: number): { readonly truth: number; readonly interval: Interval | null };
}

/** How often the interval held the truth. */
export interface Coverage {
  readonly name: string;
  readonly of: string;
  readonly worlds: number;
  /** Worlds in which the estimator refused: not counted among those that it held in. */
  readonly refused: number;
  readonly held: number;
  /** held ÷ (worlds − refused). */
  readonly share: number;
  /** Mean of value minus truth, and the mean width of the interval. */
  readonly bias: number;
  readonly width: number;
}

/** What a 95 % interval has to hold: between 92 and 97 in 100 worlds. */
export const HOLDS = { least: 0.92, most: 0.97 } as const;

/** Runs a study over so many worlds, one seed each. */
export function runStudy({ name, of, world }: Study, worlds: number, seed = 1): Coverage {
  let [held, refused, bias, width] = [0, 0, 0, 0];
  for (let i = 0; i < worlds; i++) {
    const { truth, interval } = world(seed + i);
    if (interval === null) {
      refused += 1;
      continue;
    }
    if (interval.low <= truth && truth <= interval.high) held += 1;
    bias += interval.value - truth;
    width += interval.high - interval.low;
  }
  const counted = worlds - refused;
  return { name, of, worlds, refused, held, share: held / counted, bias: bias / counted, width: width / counted };
}
