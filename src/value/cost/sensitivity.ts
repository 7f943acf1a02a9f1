import { tQuantile } from "../numbers/special.ts";

/** How strong something that nobody wrote down would have to be to explain a difference away. */
export interface Sensitivity {
  /**
   * E-value (VanderWeele and Ding, Annals 167, 2017): something unknown would have to make both the breaking and the
   * outcome this many times as likely; of the value, and of the end of its interval that lies nearer to no difference.
   */
  readonly e_value: number;
  readonly e_value_interval: number;
  /**
   * Robustness value (Cinelli and Hazlett, JRSS B 82, 2020): something unknown would have to explain this share of what
   * is left of both, for no difference to be left; and for one that is no longer beyond chance.
   */
  readonly robustness: number;
  readonly robustness_interval: number;
}

/** The E-value of a ratio of chances; a ratio below 1 counts like its inverse. */
export function eValue(ratio: number): number {
  if (!(ratio > 0)) return Number.POSITIVE_INFINITY;
  const above = ratio < 1 ? 1 / ratio : ratio;
  return above + Math.sqrt(above * (above - 1));
}

/** E-values of a ratio of chances and of its interval: 1 where the interval holds 1. */
export function eValues(ratio: number, low: number, high: number): readonly [number, number] {
  return [eValue(ratio), eValue(Math.min(Math.max(1, low), high))];
}

/** A difference in standard deviations as a ratio of chances (Chinn 2000; VanderWeele and Ding 2017). */
export const ratioOfDistance = (deviations: number): number => Math.exp(0.91 * deviations);

/** Share of what is left of the outcome that this explains, from its t statistic. */
export const partialR2 = (t: number, degrees: number): number => t ** 2 / (t ** 2 + degrees);

/**
 * The robustness value for explaining away all of a t statistic, or with `alpha` as much of it as makes it no longer
 * significant at that level.
 */
export function robustnessValue(t: number, degrees: number, alpha?: number): number {
  const whole = Math.abs(t) / Math.sqrt(degrees);
  const spared = alpha === undefined ? 0 : Math.abs(tQuantile(alpha / 2, degrees - 1)) / Math.sqrt(degrees - 1);
  const f = whole - spared;
  if (!(f > 0)) return 0;
  return (Math.sqrt(f ** 4 + 4 * f ** 2) - f ** 2) / 2;
}
