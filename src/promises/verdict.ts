/** One promise to one customer once, judged as of a moment. Times are milliseconds since 1970 UTC. See docs/verdicts.md. */
export interface Verdict {
  readonly promise: string;
  readonly customer: string;
  /** Value of the journey's `follows`; the customer where the promise has no journey. */
  readonly subject: string;
  readonly occasion: string | undefined;
  readonly askedAt: number;
  readonly askedId: string;
  readonly dueAt: number | undefined;
  readonly answeredAt: number | undefined;
  readonly answerId: string | undefined;
  /** One axis: seconds for `then`, occurrences for `count` and `never`, the number measured, 1 or 0 for `first`. */
  readonly delivered: number | undefined;
  readonly expected: number | undefined;
  readonly target: number | undefined;
  readonly verdict: VerdictWord;
  readonly onTarget: boolean | undefined;
  /** The last felt score of the subject up to the judged moment. */
  readonly felt: number | undefined;
}

export const VERDICT_WORDS = ["kept", "late", "missed", "open", "excused", "unpromised", "unmeasured"] as const;
/** `unpromised` and `unmeasured` are counted but are no verdicts: nothing was promised, or the number could not be computed. */
export type VerdictWord = (typeof VERDICT_WORDS)[number];

export const isBroken = (word: VerdictWord | "none"): boolean => word === "late" || word === "missed";
