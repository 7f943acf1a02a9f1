import type { PromiseGap } from "../../gaps/gap.ts";
import { formatCount } from "../format/count.ts";
import { formatRate } from "../format/rate.ts";

export type Fate = "kept" | "late" | "missed" | "open" | "excused" | "unpromised" | "unmeasured";

const MISSED: Readonly<Record<PromiseGap["kind"], string>> = {
  then: "missed: it did not come, and the time is over",
  never: "missed: it happened",
  count: "missed: not as often as they expect, or more often",
  measure: "missed: not as agreed",
  first: "missed: it was not done before",
};

const WORDS: Readonly<Record<Exclude<Fate, "missed">, string>> = {
  kept: "kept",
  late: "late: it came, but after they expected it",
  open: "open: the time is not over",
  excused: "excused: no longer needed before it was due",
  unpromised: "nothing was promised",
  unmeasured: "could not be measured",
};

const FATES = ["kept", "late", "missed", "open", "excused", "unpromised", "unmeasured"] as const;

/** What became of every time the promise was made: what never happened is left out. */
export function fatesOf(gap: PromiseGap): { readonly kind: Fate; readonly words: string; readonly count: number }[] {
  return FATES.flatMap((kind) => {
    const words = kind === "missed" ? MISSED[gap.kind] : WORDS[kind];
    return gap[kind] > 0 ? [{ kind, words, count: gap[kind] }] : [];
  });
}

/** How often our own target was met; null without one. */
export function targetSentence(gap: PromiseGap): string | null {
  const all = gap.on_target + gap.off_target;
  if (all === 0 || gap.target_rate === null) return null;
  return `Our own target was met ${formatCount(gap.on_target)} of ${formatCount(all)} times (${formatRate(gap.target_rate)}).`;
}
