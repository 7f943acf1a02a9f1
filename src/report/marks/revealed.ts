import type { GapInBrief } from "../../gaps/gap.ts";
import type { PromiseExpectation } from "../../value/expectation/measure.ts";
import { revealedOf } from "../../value/expectation/revealed-of.ts";
import type { Mark } from "./three-marks.ts";

/** Where people turn, on the axis of the promise, with its interval; null where nothing turns, or for the better. */
export function revealedMark(gap: GapInBrief, expectation: PromiseExpectation | undefined): Mark | null {
  const revealed = expectation && revealedOf(expectation);
  const threshold = revealed?.threshold;
  if (!expectation || !revealed || !threshold || gap.expected === null || revealed.beyond >= revealed.before)
    return null;
  const place = (short: number): number => (gap.expected?.p50 ?? 0) + (expectation.worse === "more" ? short : -short);
  const [one, other] = [place(threshold.low), place(threshold.high)];
  return { at: place(threshold.value), from: Math.min(one, other), to: Math.max(one, other), varies: one !== other };
}
