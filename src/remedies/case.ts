/** Somebody who works here. */
export interface Colleague {
  readonly id: string;
  readonly name: string;
}

/** What became of it: they got what was promised after all, or something for it; there was nothing to mend; it could not be mended. */
export const OUTCOMES = ["righted", "made-up", "no-need", "lost"] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** A deficit that somebody takes: one customer, one person to turn to, until it is closed. */
export interface Case {
  readonly id: string;
  /** As the ledger called them when it was opened; and the ledger's hash of that, as decimal text. */
  readonly customer: string;
  readonly key: string;
  /** What it is chiefly about; null: all that they are short of. */
  readonly promise: string | null;
  readonly subject: string | null;
  readonly openedAt: Date;
  readonly openedBy: string;
  readonly owner: Colleague | null;
  readonly takenAt: Date | null;
  readonly dueAt: Date | null;
  readonly closed: { readonly at: Date; readonly by: string; readonly done: string; readonly outcome: Outcome } | null;
}

export const LINE_KINDS = ["opened", "taken", "given", "left", "due", "note", "closed", "reopened"] as const;
export type LineKind = (typeof LINE_KINDS)[number];

/** A line of what was done with a case and said about it; no line is ever changed. */
export interface CaseLine {
  readonly case: string;
  readonly at: Date;
  readonly by: string;
  readonly kind: LineKind;
  /** The note; what was done; to whom it was given; by when it is due (ISO 8601). Empty where the kind says all. */
  readonly words: string;
}
