import type { CustomerPromise, Experience, Term } from "../../src/language/experience.ts";
import { inOrder, type LedgerEvent, latestOf } from "./event.ts";
import { evaluate, type Scope } from "./expression.ts";
import { readProperty } from "./property.ts";

/** One customer's events that belong together, in order. */
export interface Subject {
  readonly customer: string;
  readonly subject: string;
  readonly events: readonly LedgerEvent[];
}

/** Whether an event is one of those named, and its condition, if there is one, holds. Null is not true. */
export const matches = (event: LedgerEvent, term: Term, scope: Scope): boolean =>
  term.some(
    (one) =>
      one.event === event.name &&
      (one.if === undefined || evaluate(one.if, { ...scope, events: { ...scope.events, event } }) === true),
  );

export function subjectsOf(
  experience: Experience,
  promise: CustomerPromise,
  events: readonly LedgerEvent[],
): readonly Subject[] {
  const follows = experience.journeys.find((journey) => journey.name === promise.journey)?.follows;
  const valueOf = (event: LedgerEvent) => (follows === undefined ? event.customer : text(event, follows, experience));
  return [...new Set(events.map((event) => event.customer))].flatMap((customer) => {
    const own = events.filter((event) => event.customer === customer);
    const subjects = [...new Set(own.map(valueOf))].filter((value) => value !== null);
    return subjects.map((subject) => ({
      customer,
      subject,
      events: inOrder(own.filter((event) => valueOf(event) === subject)),
    }));
  });
}

function text(event: LedgerEvent, property: string, experience: Experience): string | null {
  const value = readProperty(event.properties[property], "text", experience.timezone);
  return value === null ? null : String(value);
}

/** The first in the file that any event of the subject matches. */
export const occasionOf = (experience: Experience, subject: Subject): string | undefined =>
  experience.occasions.find((occasion) =>
    subject.events.some((event) => matches(event, occasion.when, { timezone: experience.timezone, events: {} })),
  )?.name;

/** The latest score that the customer gave and that is known, on the scale of the first felt event in the file. */
export function feltIn(experience: Experience, subject: Subject): number | undefined {
  const scale = experience.events.find((kind) => kind.felt !== undefined)?.felt;
  const score = (event: LedgerEvent): number | null => {
    const kind = experience.events.find((one) => one.name === event.name);
    const type = kind?.has.find((property) => property.name === kind.felt?.score)?.type;
    if (kind?.felt === undefined || scale === undefined || type === undefined) return null;
    const { from, to } = kind.felt;
    const value = readProperty(event.properties[kind.felt.score], type, experience.timezone);
    if (typeof value !== "number") return null;
    return scale.from + ((value - from) / (to - from)) * (scale.to - scale.from);
  };
  const last = latestOf(subject.events.filter((event) => score(event) !== null));
  return last === undefined ? undefined : (score(last) ?? undefined);
}
