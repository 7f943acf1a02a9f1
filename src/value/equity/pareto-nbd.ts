import { hypergeometricOne } from "../numbers/hypergeometric.ts";
import type { Cells } from "./history.ts";
import {
  type Foresight,
  isAllowed,
  type Misfit,
  mostRepeats,
  type PurchaseModel,
  risingLogs,
  softplus,
} from "./model.ts";

/**
 * Pareto/NBD: a customer may leave for good at any time, whether or not they buy.
 * Schmittlein, Morrison and Colombo, Management Science 33 (1987) 1–24, as written out by Fader and Hardie (2005).
 */
export const paretoNbd: PurchaseModel = {
  kind: "pareto-nbd",
  title: "Pareto/NBD",
  words: "each buys at a pace of their own, and may leave for good at any time",
  parameters: ["r", "alpha", "s", "beta"],
  isDear: true,
  misfit: misfitOf,
  given,
};

type Parameters = readonly [r: number, alpha: number, s: number, beta: number];

/**
 * log of ∫ (α+y)^−(r+x) (β+y)^−(s+1) dy from `from` to infinity: the paper's function in Euler's form, which takes a
 * continued fraction of some steps also where α and β lie far apart.
 */
function logTail([r, alpha, s, beta]: Parameters, x: number, from: number): number {
  const [toAlpha, toBeta] = [Math.log(alpha + from), Math.log(beta + from)];
  const all = r + s + x;
  if (alpha >= beta) {
    const f = hypergeometricOne(r + x, all + 1, (alpha - beta) / (alpha + from));
    return Math.log(f / all) - (r + x) * toAlpha - s * toBeta;
  }
  const f = hypergeometricOne(s + 1, all + 1, (beta - alpha) / (beta + from));
  return Math.log(f / all) - (r + x - 1) * toAlpha - (s + 1) * toBeta;
}

/** log of the odds that a customer has left; `late` is the tail from `known` on, where it is at hand. */
function logOddsLeft(
  parameters: Parameters,
  x: number,
  latest: number,
  known: number,
  late = logTail(parameters, x, known),
): number {
  if (latest >= known) return Number.NEGATIVE_INFINITY;
  const [r, alpha, s, beta] = parameters;
  const early = logTail(parameters, x, latest);
  const between = early + Math.log(-Math.expm1(Math.min(0, late - early)));
  return Math.log(s) + between + (r + x) * Math.log(alpha + known) + s * Math.log(beta + known);
}

function misfitOf(cells: Cells): Misfit {
  const { repeats, latest, known, customers } = cells;
  const most = mostRepeats(cells);
  const of: Misfit["of"] = (logs) => {
    if (!isAllowed(logs)) return Number.POSITIVE_INFINITY;
    const [r = 0, alpha = 0, s = 0, beta = 0] = logs.map(Math.exp);
    const parameters: Parameters = [r, alpha, s, beta];
    const rates = risingLogs(r, most);
    const constant = r * Math.log(alpha) + s * Math.log(beta);
    let sum = 0;
    let late = 0;
    for (let i = 0; i < repeats.length; i++) {
      const [x, until] = [repeats[i] ?? 0, known[i] ?? 0];
      // Cells of the same number and time stand together.
      if (i === 0 || x !== repeats[i - 1] || until !== known[i - 1]) late = logTail(parameters, x, until);
      const alive = (rates[x] ?? 0) + constant - (r + x) * Math.log(alpha + until) - s * Math.log(beta + until);
      sum += (customers[i] ?? 0) * (alive + softplus(logOddsLeft(parameters, x, latest[i] ?? 0, until, late)));
    }
    return -sum;
  };
  return { of, slope: undefined };
}

function given([r = 0, alpha = 0, givenS = 0, beta = 0]: readonly number[]): Foresight {
  // The formula divides by s − 1; a hair beside it, it is right to nine digits.
  const s = Math.abs(givenS - 1) < 1e-6 ? 1 + 1e-6 : givenS;
  return {
    alive: ({ repeats, latest, known }) => 1 / (1 + Math.exp(logOddsLeft([r, alpha, s, beta], repeats, latest, known))),
    purchasesIfAlive: (x, known, ahead) => {
      const pace = ((r + x) * (beta + known)) / ((alpha + known) * (s - 1));
      return pace * -Math.expm1(-(s - 1) * Math.log1p(ahead / (beta + known)));
    },
    // One who has not left is a new customer with what has been learned of them; none bought is one minus that.
    againIfAlive: (x, known, ahead) => {
      const learned: Parameters = [r + x, alpha + known, s, beta + known];
      const stays = -(r + x) * Math.log1p(ahead / (alpha + known)) - s * Math.log1p(ahead / (beta + known));
      return -Math.expm1(stays + softplus(logOddsLeft(learned, 0, 0, ahead)));
    },
    timesOfNew: undefined,
  };
}
