import type { Bound, MeasurePromise } from "../../src/language/experience.ts";
import { answerTo } from "./answer.ts";
import { type Asking, ended, type Outcome, scopeWith, valueFor } from "./asking.ts";
import type { LedgerEvent } from "./event.ts";
import { evaluate } from "./expression.ts";

/** "This amount is as agreed." */
export function judgeMeasure(promise: MeasurePromise, asking: Asking): Outcome {
  const expected = valueFor(promise.expected, asking.occasion);
  const target = promise.target && valueFor(promise.target, asking.occasion);
  const bounds = { expected: expected.most ?? expected.least, target: target && (target.most ?? target.least) };
  const measured = (at: number, answer: LedgerEvent | undefined): Outcome => {
    const value = evaluate(promise.measure, scopeWith(asking, promise.with, answer));
    if (typeof value !== "number") return { ...bounds, verdict: "unmeasured", dueAt: at, answer };
    const verdict = holds(expected, value) ? "kept" : "missed";
    return { ...bounds, verdict, dueAt: at, answer, delivered: value, onTarget: target && holds(target, value) };
  };

  if (promise.then.length === 0) return measured(asking.asked.at, undefined);
  const found = answerTo(promise, asking, undefined);
  switch (found.kind) {
    case "answered":
      return measured(found.event.at, found.event);
    case "excused":
      return { ...bounds, verdict: "excused" };
    case "forestalled":
      return { ...bounds, verdict: "missed", onTarget: target && false };
    case "unanswered":
      return { ...bounds, verdict: ended(asking) ? "unmeasured" : "open" };
  }
}

/** Sums of cents are not exact in binary: a billionth more or less is as good. */
const holds = ({ least, most }: Bound, value: number): boolean =>
  (least === undefined || value >= least - spare(least)) && (most === undefined || value <= most + spare(most));

const spare = (bound: number): number => 1e-9 * Math.max(1, Math.abs(bound));
