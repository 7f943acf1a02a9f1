/**
 * How what people felt (or did) depends on how far short of expected it was.
 *
 *     none  ────────     linear  ╲__      step  ───┐       hinge  ───╲         two hinges  ───╲
 *                                   ╲              └───                ╲                       ╲────
 */
export type FormKind = "none" | "linear" | "step" | "hinge" | "two hinges";

/** A form laid through the data. Places say how far short, in the promise's unit. */
export interface Form {
  readonly kind: FormKind;
  /** The mean up to where it turns; of a line, where they got what they expected. */
  readonly level: number;
  /** Of a step and of two hinges the whole change; of a line and one hinge the change for each unit. */
  readonly change: number;
  /** Where it turns; null for none and linear. */
  readonly turns: number | null;
  /** Of two hinges: from where on it makes no difference any more. */
  readonly ends: number | null;
  readonly rss: number;
  /** Schwarz 1978: n·ln(rss ÷ n) + parameters·ln n; the lowest is chosen. */
  readonly bic: number;
}

/** Form at a place, in the unit of the outcome. */
export function formAt({ kind, level, change, turns, ends }: Form, at: number): number {
  const beyond = Math.max(0, at - (turns ?? 0));
  switch (kind) {
    case "none":
      return level;
    case "linear":
      return level + change * at;
    case "step":
      return beyond > 0 ? level + change : level;
    case "hinge":
      return level + change * beyond;
    case "two hinges":
      return level + change * Math.min(1, beyond / ((ends ?? 0) - (turns ?? 0)));
  }
}
