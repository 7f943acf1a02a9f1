import type { Interval } from "./numbers/interval.ts";

/**
 * How well a figure is known: A from a randomised trial, B from a quasi-experiment, C adjusted for what else was known,
 * D seen together and no more, E believed.
 */
export type Grade = "A" | "B" | "C" | "D" | "E";

/** The grades in words for a manager. */
export const GRADE_WORDS: Readonly<Record<Grade, string>> = {
  A: "randomised: chance decided who got it",
  B: "quasi-experimental: something close to chance decided who got it",
  C: "adjusted: customers who were alike in what we knew are compared",
  D: "correlation: the two were seen together",
  E: "article of faith: nobody has looked",
};

/** A figure that is an estimate: its 95 % interval, what it rests on, how well it is known and how it was come by. */
export interface Estimate extends Interval {
  readonly kind: "estimate";
  /** What was counted to get it: customers, verdicts, answers. */
  readonly n: number;
  readonly grade: Grade;
  /** How it was come by, in words: one phrase without a full stop. */
  readonly method: string;
}

/** A figure that cannot be known, said in words: why, and what would be needed to know it. One sentence each. */
export interface Refusal {
  readonly kind: "refusal";
  readonly reason: string;
  readonly needed: string;
}

export const estimate = (
  { value, low, high }: Interval,
  { n, grade, method }: Pick<Estimate, "n" | "grade" | "method">,
): Estimate => Object.freeze({ kind: "estimate", value, low, high, n, grade, method });

export const refusal = (reason: string, needed: string): Refusal => Object.freeze({ kind: "refusal", reason, needed });

export const isRefusal = (one: { readonly kind: string }): one is Refusal => one.kind === "refusal";
