import type { PropertyType } from "../experience.ts";
import type { At, Report } from "../report.ts";

/** What stands before the dot: one event, or one of several. */
export interface Root {
  readonly events: readonly string[];
  /** The property's type; "unknown" where a fault elsewhere hides it, undefined where there is no such property. */
  readonly typeOf: (property: string) => PropertyType | "unknown" | undefined;
  readonly properties: () => Iterable<string>;
}

/** The words that an expression may use at one place of the file. */
export interface Scope {
  readonly roots: ReadonlyMap<string, Root>;
  /** Words that are known elsewhere but not here, each with what to say of it. */
  readonly refused: ReadonlyMap<string, (at: At, report: Report) => void>;
}
