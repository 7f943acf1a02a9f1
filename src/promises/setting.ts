import type { EventKind, Occasion, Term } from "../language/experience.ts";
import type { Clock } from "./due.ts";
import type { Pass } from "./pass.ts";

/** What the compiler of a promise needs besides the promise. */
export interface Setting {
  readonly pass: Pass;
  /** Prefix of the promise's names in the query. */
  readonly scope: string;
  readonly occasions: readonly Occasion[];
  readonly events: readonly EventKind[];
  readonly clock: Clock;
  /** What ends the journey. */
  readonly ends: Term;
  /** The judged moment, milliseconds since 1970 UTC. */
  readonly asOf: number;
}
