import type { CustomerPromise } from "../language/experience.ts";
import type { Filter } from "./filter.ts";
import type { PromiseGap } from "./gap.ts";

const DAY = 86_400_000;

/** How many verdicts a filter can leave of some promises, by the months that it touches, where all are known as `gaps` tells. */
export function mostLeft(
  gaps: readonly PromiseGap[],
  promises: readonly CustomerPromise[],
  { from, to }: Pick<Filter, "from" | "to">,
): number {
  const names = new Set(promises.map(({ name }) => name));
  // Months are those of the experience's time zone.
  const first = from === undefined ? "" : monthOf(from - DAY);
  const last = to === undefined ? "9999-12" : monthOf(to + DAY);
  const isTouched = (key: string | null): boolean => key === null || (key >= first && key <= last);
  return gaps
    .filter(({ promise }) => names.has(promise))
    .flatMap((gap) => [
      gap.unpromised + gap.unmeasured,
      ...gap.by_month.filter(({ key }) => isTouched(key)).map(({ asked }) => asked),
    ])
    .reduce((sum, count) => sum + count, 0);
}

const monthOf = (ms: number): string => new Date(ms).toISOString().slice(0, 7);
