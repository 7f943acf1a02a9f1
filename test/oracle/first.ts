import type { FirstPromise } from "../../src/language/experience.ts";
import { type Asking, matching, type Outcome, preceding } from "./asking.ts";
import { after } from "./duration.ts";
import { latestOf } from "./event.ts";

/** "This is done before that." */
export function judgeFirst(promise: FirstPromise, asking: Asking): Outcome {
  const { experience, asked } = asking;
  const taken = latestOf(matching(asking, promise.first, preceding(asking)));
  const recent =
    taken !== undefined && (promise.within === undefined || after(experience, taken.at, promise.within) >= asked.at);
  return {
    verdict: recent ? "kept" : "missed",
    dueAt: asked.at,
    answer: recent ? taken : undefined,
    delivered: recent ? 1 : 0,
    expected: 1,
  };
}
