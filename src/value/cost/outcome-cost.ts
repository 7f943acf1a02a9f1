import type { Compared } from "./compare.ts";
import type { Apart, Outcome, OutcomeCost } from "./cost.ts";
import type { Counted, NaiveSums } from "./naive.ts";

const UNITS = { felt: "points", bought: "share", received: "amount" } as const;
const NONE = { broken: 0, kept: 0 };

/** One outcome of a promise, put together from what was summed, compared and adjusted. */
export function outcomeCost(
  outcome: Outcome,
  { sides, counted }: NaiveSums,
  { naive, smallest }: Compared,
  adjusted: OutcomeCost["adjusted"],
): OutcomeCost {
  const { broken, kept } = sides[outcome];
  const mean = ({ sum, n }: { readonly sum: number; readonly n: number }): number | null => (n === 0 ? null : sum / n);
  return {
    outcome,
    unit: UNITS[outcome],
    n: { broken: broken.n, kept: kept.n },
    customers: { broken: broken.customers, kept: kept.customers },
    means: { broken: mean(broken), kept: mean(kept) },
    naive,
    adjusted,
    smallest_seen: smallest,
    apart: apartOf(outcome, counted),
  };
}

function apartOf(outcome: Outcome, { feltBefore, feltWaiting, boughtBefore, tooRecent }: Counted): Apart {
  if (outcome === "felt") return { before: feltBefore, waiting: feltWaiting, too_recent: NONE };
  return { before: boughtBefore, waiting: 0, too_recent: tooRecent };
}
