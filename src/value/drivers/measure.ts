import type { Experience } from "../../language/experience.ts";
import type { Store } from "../../storage/store.ts";
import { estimate, refusal } from "../estimate.ts";
import { redrawCounts } from "../numbers/bootstrap.ts";
import { percentileInterval } from "../numbers/interval.ts";
import { type Random, seeded } from "../numbers/random.ts";
import { NOBODY_ASKED } from "../undeclared.ts";
import type { Driver, DriversOrRefusal } from "./driver.ts";
import { lmg, MOST_CAUSES, relativeWeights } from "./importance.ts";
import { correlationsOf, type Pattern, slopesOf, sumPatterns } from "./patterns.ts";
import { readPatterns } from "./read-patterns.ts";

export interface DriverOptions {
  /** Days before a score in which a promise must have been broken to count; as for buying again where nothing is said. */
  readonly windowDays?: number;
  readonly seed?: number;
  readonly redraws?: number;
}

const REDRAWS = 200;
const FEWEST_SCORES = 50;
/** A promise broken for fewer of those who gave a score is left out. */
const FEWEST_BROKEN = 10;

/**
 * Which broken promises move the felt score most: the share of its variance that each explains, by LMG and by Johnson's
 * relative weights, with intervals from drawing the customers again. The last score of each customer counts, against the
 * promises broken for them before it. Reads the table `verdicts`, judged as of the same moment (ms since 1970 UTC).
 */
export async function measureDrivers(
  store: Store,
  experience: Experience,
  asOf: number,
  options: DriverOptions = {},
): Promise<DriversOrRefusal> {
  if (!experience.events.some(({ felt }) => felt !== undefined)) return NOBODY_ASKED;
  const windowDays = options.windowDays ?? experience.value.againWithinDays;
  const patterns = await readPatterns(store, experience, asOf, windowDays);
  return driversOf(experience.promises, patterns, windowDays, options);
}

type Named = { readonly name: string; readonly says: string };

/** The same from patterns that were read. */
export function driversOf(
  promises: readonly Named[],
  patterns: readonly Pattern[],
  windowDays: number,
  { seed = 1, redraws = REDRAWS }: DriverOptions = {},
): DriversOrRefusal {
  const n = patterns.reduce((sum, one) => sum + one.n, 0);
  if (n < FEWEST_SCORES)
    return refusal(
      `Too little data: ${n === 0 ? "nobody" : n === 1 ? "only 1 customer" : `${n} customers`} gave a score.`,
      `Scores of at least ${FEWEST_SCORES} customers.`,
    );
  if (new Set(patterns.map(({ score }) => score)).size < 2)
    return refusal(`All ${n} customers gave the same score.`, "Scores that differ.");
  const counted = promises.map((promise, place) => ({ ...promise, place, broken: brokenIn(patterns, place) }));
  const enough = counted
    .filter(({ broken }) => Math.min(broken, n - broken) >= FEWEST_BROKEN)
    .sort((a, b) => Math.min(b.broken, n - b.broken) - Math.min(a.broken, n - a.broken));
  const used = enough.slice(0, MOST_CAUSES);
  if (used.length === 0)
    return refusal(
      "No promise had been broken before a score for enough customers.",
      `A promise broken, before their score, for at least ${FEWEST_BROKEN} customers.`,
    );
  const own = patterns.map(({ broken, score, n }) => ({
    broken: used.flatMap(({ place }, i) => (broken.includes(place) ? i : [])),
    score,
    n,
  }));
  const found = withIntervals(own, used.length, seeded(seed), redraws);
  const drivers = used.map(
    ({ name, says, broken }, i): Driver => ({ promise: name, says, broken, ...found.each(i, n) }),
  );
  return {
    kind: "drivers",
    n,
    window_days: windowDays,
    explained: found.explained,
    promises: drivers.sort((a, b) => b.share.value - a.share.value),
    left_out: counted
      .filter((one) => !used.some(({ place }) => place === one.place))
      .map((one) => ({ promise: one.name, why: whyNot(one.broken, n) })),
  };
}

function whyNot(broken: number, n: number): string {
  if (broken === 0) return "for nobody who gave a score it had been broken before";
  if (broken < FEWEST_BROKEN) return `for only ${broken} who gave a score it had been broken before`;
  if (n - broken < FEWEST_BROKEN) return `for only ${n - broken} who gave a score it had not been broken before`;
  return `it was broken more seldom than the ${MOST_CAUSES} that are shown`;
}

const brokenIn = (patterns: readonly Pattern[], place: number): number =>
  patterns.reduce((sum, { broken, n }) => sum + (broken.includes(place) ? n : 0), 0);

/** Shares, weights and points, and each again for the customers drawn anew. */
function withIntervals(patterns: readonly Pattern[], promises: number, random: Random, redraws: number) {
  const counts = patterns.map(({ n }) => n);
  const first = figuresOf(patterns, promises, counts);
  if (first === null) throw new Error("the scores do not differ");
  const again = Array.from({ length: redraws }, () => figuresOf(patterns, promises, redrawCounts(counts, random)));
  const of = (key: "shares" | "weights" | "points", i: number, n: number, method: string) => {
    const value = first[key][i] as number;
    const draws = again.flatMap((draw) => draw?.[key][i] ?? []);
    const interval = percentileInterval(value, draws);
    if (interval === null) throw new Error(`${redraws} redraws are too few for an interval`);
    return estimate(interval, { n, grade: "D", method });
  };
  return {
    explained: first.shares.reduce((sum, one) => sum + one, 0),
    each: (i: number, n: number) => ({
      share: of("shares", i, n, "share of the variance, averaged over all orders (LMG), customers drawn again"),
      weight: of("weights", i, n, "Johnson's relative weights, customers drawn again"),
      points: of("points", i, n, "least squares with the other promises held equal, customers drawn again"),
    }),
  };
}

function figuresOf(patterns: readonly Pattern[], promises: number, counts: ArrayLike<number>) {
  const sums = sumPatterns(patterns, promises, counts);
  const correlations = sums.weight > 0 ? correlationsOf(sums) : null;
  if (correlations === null) return null;
  return { shares: lmg(correlations), weights: relativeWeights(correlations), points: slopesOf(sums) };
}
