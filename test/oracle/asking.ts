import type { Experience, PerOccasion, Term, With } from "../../src/language/experience.ts";
import type { VerdictWord } from "../../src/promises/verdict.ts";
import { type LedgerEvent, latestOf } from "./event.ts";
import type { Scope } from "./expression.ts";
import { matches } from "./subject.ts";

/** One event that started a clock, and all that was known of its subject at the judged moment. */
export interface Asking {
  readonly experience: Experience;
  readonly asOf: number;
  readonly asked: LedgerEvent;
  readonly occasion: string | undefined;
  /** Events that end the journey. */
  readonly ends: readonly string[];
  /** All other events of the subject up to the judged moment, in order. */
  readonly others: readonly LedgerEvent[];
}

/** What was decided; the rest of a verdict says whose and when. */
export interface Outcome {
  readonly verdict: VerdictWord;
  readonly dueAt?: number | undefined;
  readonly answer?: LedgerEvent | undefined;
  readonly delivered?: number | undefined;
  readonly expected?: number | undefined;
  readonly target?: number | undefined;
  readonly onTarget?: boolean | undefined;
}

/** Equal time counts as after. */
export const following = ({ asked, others }: Asking): readonly LedgerEvent[] =>
  others.filter((event) => event.at >= asked.at);

/** Equal time counts as before, too. */
export const preceding = ({ asked, others }: Asking): readonly LedgerEvent[] =>
  others.filter((event) => event.at <= asked.at);

export const matching = (asking: Asking, term: Term, events: readonly LedgerEvent[]): readonly LedgerEvent[] =>
  events.filter((event) => matches(event, term, scopeOf(asking)));

export const scopeOf = ({ experience, asked }: Asking): Scope => ({
  timezone: experience.timezone,
  events: { asked },
});

/** Where `by` and `measure` are read. */
export function scopeWith(asking: Asking, names: readonly With[], answer: LedgerEvent | undefined): Scope {
  const latest = names.map(({ name, event }) => [name, latestOf(matching(asking, event, preceding(asking)))]);
  return {
    timezone: asking.experience.timezone,
    events: { ...Object.fromEntries(latest), asked: asking.asked, answer },
  };
}

export const ended = (asking: Asking): boolean => following(asking).some((event) => asking.ends.includes(event.name));

export const valueFor = <T>(values: PerOccasion<T>, occasion: string | undefined): T =>
  values.for.find((other) => other.occasion === occasion)?.value ?? values.usual;
