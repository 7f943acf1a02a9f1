import { hypergeometric, logHypergeometric } from "../numbers/hypergeometric.ts";
import { logBeta, logGamma } from "../numbers/special.ts";
import { bgMisfit } from "./bg-misfit.ts";
import type { Foresight, PurchaseModel } from "./model.ts";

/**
 * BG/NBD: after each purchase but the first a customer may leave for good.
 * Fader, Hardie and Lee, "Counting your customers" the easy way, Marketing Science 24 (2005) 275–284.
 */
export const bgNbd: PurchaseModel = {
  kind: "bg-nbd",
  title: "BG/NBD",
  words: "each buys at a pace of their own, and may leave for good after any purchase but the first",
  parameters: ["r", "alpha", "a", "b"],
  isDear: false,
  misfit: (cells) => bgMisfit(cells, true),
  given: (parameters) => given(parameters, true),
};

/**
 * MBG/NBD: a customer may leave for good after any purchase, also after the first.
 * Batislam, Denizel and Filiztekin, Int. J. Research in Marketing 24 (2007) 201–209, in the form of Hoppe and Wagner.
 */
export const mbgNbd: PurchaseModel = {
  kind: "mbg-nbd",
  title: "MBG/NBD",
  words: "each buys at a pace of their own, and may leave for good after any purchase, also the first",
  parameters: ["r", "alpha", "a", "b"],
  isDear: false,
  misfit: (cells) => bgMisfit(cells, false),
  given: (parameters) => given(parameters, false),
};

function given([r = 0, alpha = 0, givenA = 0, b = 0]: readonly number[], staysOnce: boolean): Foresight {
  // The formulas divide by a − 1 and by a + b − 1: a hair beside these points they are right to nine digits.
  const a = awayFrom(1 - b, awayFrom(1, givenA));
  const first = staysOnce ? 0 : 1;
  return {
    alive: ({ repeats: x, latest, known }) => {
      if (staysOnce && x === 0) return 1;
      const odds = Math.log(a / (b + x - 1 + first)) + (r + x) * Math.log((alpha + known) / (alpha + latest));
      return 1 / (1 + Math.exp(odds));
    },
    purchasesIfAlive: (x, known, ahead) => {
      const z = ahead / (alpha + known + ahead);
      const c = a + b + x - 1 + first;
      // Where all leave alike, a and b are as large as one likes, and the power below is 0 times infinity.
      if (a > LARGE) {
        const none = (r + x) * Math.log1p(-z) + logHypergeometric(r + x, b + x + first, c, z);
        return (c / (a - 1)) * -Math.expm1(none);
      }
      // Euler's form of the paper's function: nothing overflows, and the series is short.
      const f = hypergeometric(a + b - 1 - r + first, a - 1, c, z);
      return (c / (a - 1)) * (1 - (1 - z) ** (a - 1) * f);
    },
    againIfAlive: (x, known, ahead) => -Math.expm1(-(r + x) * Math.log1p(ahead / (alpha + known))),
    timesOfNew: staysOnce ? (times, ahead) => timesOfNew([r, alpha, a, b], times, ahead) : undefined,
  };
}

/** Up to here Euler's form stays within what a number can hold, however far ahead one looks. */
const LARGE = 50;

const awayFrom = (point: number, value: number): number => (Math.abs(value - point) < 1e-6 ? point + 1e-6 : value);

/** Equation 8 of the paper. */
function timesOfNew([r = 0, alpha = 0, a = 0, b = 0]: readonly number[], times: number, ahead: number): number {
  const logNo = r * Math.log(alpha / (alpha + ahead));
  const logYes = Math.log(ahead / (alpha + ahead));
  const chanceOf = (n: number): number =>
    Math.exp(logGamma(r + n) - logGamma(r) - logGamma(n + 1) + logNo + n * logYes);
  const stays = Math.exp(logBeta(a, b + times) - logBeta(a, b)) * chanceOf(times);
  if (times === 0) return stays;
  let fewer = 0;
  for (let n = 0; n < times; n++) fewer += chanceOf(n);
  return stays + Math.exp(logBeta(a + 1, b + times - 1) - logBeta(a, b)) * Math.max(0, 1 - fewer);
}
