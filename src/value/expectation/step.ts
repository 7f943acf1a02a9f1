import type { CustomerPromise } from "../../language/experience.ts";

/** A stretch of the axis is at most so small a part of where nearly all lie. */
const STRETCHES = 200;

const [MINUTE, HOUR, DAY] = [60, 3600, 86_400];
const SECONDS = [
  ...[1, 5, 15, 30, MINUTE, 5 * MINUTE, 10 * MINUTE, 15 * MINUTE, 30 * MINUTE],
  ...[HOUR, 2 * HOUR, 3 * HOUR, 6 * HOUR, 12 * HOUR, DAY, 2 * DAY, 7 * DAY, 14 * DAY, 28 * DAY],
];

/**
 * How wide the stretches are in which cells are counted: a round length, so that a place at which people turn is one
 * that can be said. `width` is how far apart nearly all lie, in the promise's unit.
 */
export function stepOf({ kind }: CustomerPromise, width: number): number {
  const least = width / STRETCHES;
  switch (kind) {
    case "then":
      return SECONDS.find((step) => step >= least) ?? 28 * DAY * Math.ceil(least / (28 * DAY));
    case "count":
    case "never":
      return Math.max(1, Math.ceil(least));
    case "measure":
    case "first": {
      if (!(least > 0)) return 1;
      const power = 10 ** Math.floor(Math.log10(least));
      return ([1, 2, 5, 10].find((lead) => lead * power >= least) ?? 10) * power;
    }
  }
}
