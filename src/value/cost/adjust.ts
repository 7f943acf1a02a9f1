import { type Refusal, refusal } from "../estimate.ts";
import { smallestSeen } from "../numbers/difference.ts";
import { aipw } from "./aipw.ts";
import { balanceOf, overlapOf } from "./balance.ts";
import { type Columns, columnsOf } from "./columns-of.ts";
import type { Comparison } from "./comparison.ts";
import type { AdjustedEstimate, Outcome } from "./cost.ts";
import type { Known } from "./known-rows.ts";
import { crossFitPropensity, type Propensity } from "./propensity.ts";
import { eValues, ratioOfDistance, robustnessValue, type Sensitivity } from "./sensitivity.ts";

/** With fewer broken ones that have others like them, nothing is adjusted. */
const FEWEST_BROKEN = 20;
/** The kept, weighted to be like the broken, must be worth as many as these. */
const FEWEST_KEPT = 50;
/** If more of the broken than this have no kept ones like them, what is left is no answer about the broken. */
const MOST_ALONE = 1 / 3;
/** Beyond a quarter of a standard deviation the two sides are still not alike, and the figure is no better than a correlation. */
const ALIKE = 0.25;
const SHOWN = 12;

/** What one or several outcomes of the same verdicts are compared by; made once for those that share their rows. */
export interface Prepared {
  readonly columns: Columns;
  readonly comparison: Comparison;
  readonly propensity: Propensity;
}

/** Columns and chances of being broken for the verdicts whose outcome is known; or why there can be no fits. */
export function prepare(known: Known, outcome: Outcome, seed: number): Prepared | Refusal {
  const concerned = known.rows.filter((row) => row[outcome] !== null);
  const columns = columnsOf(known, concerned);
  const { rows, matrix, names, alone } = columns;
  const broken = Uint8Array.from(rows, (row) => row.broken);
  const hurt = broken.reduce((sum, one) => sum + one, 0);
  if (hurt < FEWEST_BROKEN || rows.length - hurt < FEWEST_KEPT)
    return isEnough(hurt + alone, concerned.length - hurt - alone)
      ? apart(alone, hurt, rows.length - hurt)
      : tooFew(hurt + alone, concerned.length - hurt - alone);
  const places = new Map<string, number>();
  const customers = Int32Array.from(rows, ({ customer }) => {
    const place = places.get(customer) ?? places.size;
    places.set(customer, place);
    return place;
  });
  const comparison = { known: matrix, names, broken, customers };
  return { columns, comparison, propensity: crossFitPropensity(comparison, seed) };
}

const isEnough = (broken: number, kept: number): boolean => broken >= FEWEST_BROKEN && kept >= FEWEST_KEPT;

const tooFew = (broken: number, kept: number): Refusal =>
  refusal(
    `Too little data to compare like with like: ${broken} broken and ${kept} kept have a known outcome.`,
    `At least ${FEWEST_BROKEN} broken and ${FEWEST_KEPT} kept ones whose outcome is known.`,
  );

/** There are enough of them, but something known beforehand tells the broken from the kept for certain. */
const apart = (alone: number, broken: number, kept: number): Refusal =>
  refusal(
    `No overlap: something known beforehand all but decides whether it breaks. ${alone} of ${alone + broken} broken ones have no kept one like them, and ${kept} kept ones have a broken one like them.`,
    ALIKE_ONES,
  );

const ALIKE_ONES = "Kept promises to customers, in places and at times like those where it was broken.";

/** The adjusted cost in one outcome, or why there is none. `sample`: how many verdicts were fitted, where not all were. */
export function adjust(prepared: Prepared, outcome: Outcome, sample: number | null): AdjustedEstimate | Refusal {
  const { columns, comparison, propensity } = prepared;
  const values = Float64Array.from(columns.rows, (row) => row[outcome] ?? 0);
  const found = aipw(comparison, propensity, values);
  const hurt = comparison.broken.reduce((sum, one) => sum + one, 0);
  const compared = found?.broken ?? 0;
  const alone = columns.alone + hurt - compared;
  if (found === null)
    return refusal(
      "Too little varies, or too few customers are concerned, to compare like with like.",
      "More customers with a known outcome.",
    );
  if (compared < FEWEST_BROKEN || alone > MOST_ALONE * (alone + compared))
    return refusal(
      `No overlap: ${alone} of ${alone + compared} broken ones have no kept one like them in what was known beforehand.`,
      ALIKE_ONES,
    );
  if (found.effectiveKept < FEWEST_KEPT)
    return refusal(
      `Too little overlap: the kept ones that are like the broken are worth ${Math.floor(found.effectiveKept)} of them.`,
      `Kept ones like the broken that are worth at least ${FEWEST_KEPT}.`,
    );
  const balance = balanceOf(comparison, propensity);
  const worst = Math.max(0, ...balance.map(({ after }) => Math.abs(after)));
  const { value, low, high } = found;
  return Object.freeze({
    kind: "estimate",
    value,
    low,
    high,
    n: compared + found.kept,
    grade: worst > ALIKE ? "D" : "C",
    method:
      "the broken against kept ones alike in what was known when the clock started (AIPW, cross-fitted by customer)",
    means: { broken: found.means[0], had_it_been_kept: found.means[1] },
    compared,
    without_like: alone,
    smallest_seen: smallestSeen(found.error),
    effective_kept: found.effectiveKept,
    separated: propensity.separated,
    sensitivity: sensitivityOf(found, outcome, values, columns.names.length),
    balance: balance.filter(({ after }, i) => i < SHOWN || (worst > 0 && Math.abs(after) === worst)),
    worst_balance: worst,
    overlap: overlapOf(comparison, propensity),
    columns: columns.names.length,
    columns_left_out: columns.left_out,
    sample,
  });
}

/** Of yes and no the ratio of the shares; of numbers that which belongs to their distance in standard deviations. */
function sensitivityOf(
  { value, low, high, error, means }: NonNullable<ReturnType<typeof aipw>>,
  outcome: Outcome,
  values: Float64Array,
  columns: number,
): Sensitivity {
  const mean = values.reduce((sum, one) => sum + one, 0) / values.length;
  const deviation = Math.sqrt(values.reduce((sum, one) => sum + (one - mean) ** 2, 0) / values.length);
  const share = (difference: number): number => Math.max(means[0] / Math.max(means[0] - difference, 1e-6), 1e-6);
  const ratio = (difference: number): number =>
    outcome === "bought" ? share(difference) : ratioOfDistance(difference / deviation);
  const ends = [ratio(low), ratio(high)].sort((a, b) => a - b) as [number, number];
  const [e_value] = eValues(ratio(value), 1, 1);
  const [, e_value_interval] = eValues(ratio(value), ...ends);
  const degrees = Math.max(2, values.length - columns - 1);
  const t = value / error;
  return {
    e_value,
    e_value_interval: low <= 0 && high >= 0 ? 1 : e_value_interval,
    robustness: robustnessValue(t, degrees),
    robustness_interval: robustnessValue(t, degrees, 0.05),
  };
}
