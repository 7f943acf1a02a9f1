import { estimate, refusal } from "../src/value/estimate.ts";
import type { PromiseExpectation } from "../src/value/expectation/measure.ts";
import type { Revealed } from "../src/value/expectation/reveal.ts";

const HOUR = 3600;

/** People turn at so many hours after what they were led to expect. */
export function turnsAt(hours: number, more: Partial<Revealed> = {}): Revealed {
  const about = { n: 1475, grade: "D", method: "by hand" } as const;
  return {
    kind: "revealed",
    form: "step",
    n: 1475,
    threshold: estimate({ value: hours * HOUR, low: (hours - 1) * HOUR, high: (hours + 0.5) * HOUR }, about),
    ends: null,
    slope: null,
    before: 4.02,
    beyond: 2.77,
    change: estimate({ value: -1.25, low: -1.41, high: -1.12 }, about),
    same_form: 1,
    turning: 1,
    curve: [
      { at: 0, value: 4.1, n: 900 },
      { at: 8 * HOUR, value: 2.7, n: 575 },
    ],
    ...more,
  };
}

export function expectationOf(promise: string, felt: PromiseExpectation["felt"]): PromiseExpectation {
  return {
    promise,
    says: promise,
    unit: "seconds",
    worse: "more",
    felt,
    repurchase: refusal("Only 12 customers of this promise had time to buy again.", "More of them."),
    window_days: 91,
    by_occasion: [],
  };
}
