import type { Counts } from "./gap.ts";
import { wilson } from "./wilson.ts";

/** How often each verdict was given. */
export interface Words {
  readonly kept: number;
  readonly late: number;
  readonly missed: number;
  readonly open: number;
  readonly excused: number;
}

/**
 * Verdicts counted, with the share that was kept of those that are judged (kept, late or missed).
 * Asked is every asking that something was promised to and that could be judged or still can.
 */
export function countsOf({ kept, late, missed, open, excused }: Words): Counts {
  const judged = kept + late + missed;
  return {
    asked: judged + open + excused,
    kept,
    late,
    missed,
    open,
    excused,
    kept_rate: judged === 0 ? null : kept / judged,
    kept_rate_interval: wilson(kept, judged),
  };
}

/** The counts of several promises as if they were one. */
export function sumOfCounts(all: readonly Words[]): Counts {
  const sum = (word: keyof Words): number => all.reduce((total, words) => total + words[word], 0);
  return countsOf({
    kept: sum("kept"),
    late: sum("late"),
    missed: sum("missed"),
    open: sum("open"),
    excused: sum("excused"),
  });
}
