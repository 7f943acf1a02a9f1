import { type Estimate, estimate, type Refusal, refusal } from "../estimate.ts";
import { differenceOf, type Side, smallestSeen } from "../numbers/difference.ts";
import type { Outcome } from "./cost.ts";
import type { Counted, NaiveSums, Sides } from "./naive.ts";

/** On each side so many customers must have an outcome before their means are compared. */
const FEWEST_CUSTOMERS = 10;
/** Of yes and no, or of amounts that are mostly nothing, each side must hold so many of either. */
const FEWEST_EITHER = 5;

/** The difference as it was seen, or why there is none; and the smallest that would have been seen. */
export interface Compared {
  readonly naive: Estimate | Refusal;
  readonly smallest: number | null;
}

/** Compares the broken with the kept, as they are. */
export function compare(outcome: Outcome, { sides, counted }: NaiveSums, windowDays: number): Compared {
  const own = sides[outcome];
  const found = differenceOf(own.broken, own.kept, own.across);
  // Where all of one side did the same its error says nothing, and neither does what could have been seen.
  const smallest = found === null || [own.broken, own.kept].some(isFlat) ? null : smallestSeen(found.error);
  const none = unknownOutcome(outcome, own, counted, windowDays) ?? tooFew(outcome, own, sides.bought, smallest);
  if (none !== undefined) return { naive: none, smallest };
  if (found === null)
    return { naive: refusal("Too little varies to tell the broken from the kept.", "Outcomes that differ."), smallest };
  const method = "the mean of the broken minus that of the kept, as they are (Welch, by customer)";
  return { naive: estimate(found, { n: own.broken.n + own.kept.n, grade: "D", method }), smallest };
}

/** Every customer of the side came to the same. */
function isFlat({ n, sum, sumSum, sumN, nN }: Side): boolean {
  const mean = n === 0 ? 0 : sum / n;
  return sumSum - 2 * mean * sumN + mean ** 2 * nN <= 1e-12 * (1 + sumSum);
}

const SAID: Readonly<Record<Outcome, { readonly none: string; readonly same: string; readonly needed: string }>> = {
  felt: { none: "gave a score afterwards", same: "gave the same score", needed: "Scores given afterwards." },
  bought: {
    none: "can be said to have bought again or not",
    same: "did the same: all bought again, or nobody did",
    needed: "Customers whose time to buy again is over.",
  },
  received: {
    none: "can be said to have brought anything in",
    same: "brought in the same",
    needed: "Customers whose time to buy again is over.",
  },
};

/** Nobody on one of the sides has an outcome: says why. */
function unknownOutcome(
  outcome: Outcome,
  { broken, kept, range }: Sides,
  counted: Counted,
  windowDays: number,
): Refusal | undefined {
  if (counted.broken + counted.kept === 0) return refusal("It was never judged.", "Promises that were kept or broken.");
  if (counted.broken === 0) return refusal("It was never broken: there is nobody to compare with.", "Broken ones.");
  if (counted.kept === 0) return refusal("It was never kept: there is nobody to compare with.", "Kept ones.");
  for (const [side, n] of [
    ["broken", broken.n],
    ["kept", kept.n],
  ] as const) {
    if (n > 0) continue;
    const before = counted.feltBefore[side];
    const late = outcome === "felt" ? before : counted.tooRecent[side];
    const why =
      late === 0
        ? ""
        : outcome === "felt"
          ? ` (${before} gave theirs before)`
          : ` (for ${late} the ${windowDays} days are not over)`;
    return refusal(`Nobody for whom it was ${side} ${SAID[outcome].none}${why}.`, SAID[outcome].needed);
  }
  if (range[0] === range[1]) return refusal(`All ${broken.n + kept.n} ${SAID[outcome].same}.`, "Outcomes that differ.");
  return undefined;
}

function tooFew(
  outcome: Outcome,
  { broken, kept }: Sides,
  bought: Sides,
  smallest: number | null,
): Refusal | undefined {
  const few = Math.min(broken.customers, kept.customers);
  if (few < FEWEST_CUSTOMERS)
    return refusal(
      `Too little data: an outcome is known of ${broken.customers} ${broken.customers === 1 ? "customer" : "customers"} for whom it was broken, and of ${kept.customers} for whom it was kept.`,
      `At least ${FEWEST_CUSTOMERS} customers on each side.`,
    );
  if (outcome === "felt") return undefined;
  const rare = (["broken", "kept"] as const).find((side) => {
    const { sum, n } = bought[side];
    return Math.min(sum, outcome === "bought" ? n - sum : sum) < FEWEST_EITHER;
  });
  if (rare === undefined || bought[rare].n === 0) return undefined;
  const { sum, n } = bought[rare];
  const seen =
    smallest === null || outcome !== "bought"
      ? ""
      : `; the smallest effect that could have been seen is ${(100 * smallest).toFixed(1)} in 100`;
  return refusal(
    `Too little data: ${sum === 0 ? "none" : sum} of the ${n} for whom it was ${rare} bought again${seen}.`,
    `At least ${FEWEST_EITHER} that did and ${FEWEST_EITHER} that did not on each side.`,
  );
}
