import { stringify } from "yaml";
import type {
  Bound,
  Calendar,
  CustomerPromise,
  Duration,
  Experience,
  PerOccasion,
  Term,
  TimeLimit,
  With,
} from "../../src/language/experience.ts";
import { printExpression } from "./print-expression.ts";

/** An experience as somebody would have written it. */
export function printExperience(experience: Experience): string {
  const { name, timezone, calendars, events, journeys, occasions, promises } = experience;
  return stringify(
    {
      kept: 1,
      name,
      timezone,
      calendars: byName(calendars, printCalendar),
      events: byName(events, ({ has, felt }) => ({
        has: Object.fromEntries(has.map((property) => [property.name, property.type])),
        felt,
      })),
      journeys: byName(journeys, ({ follows, ends }) => ({ follows, ends: some(ends) })),
      occasions: byName(occasions, ({ when }) => ({ when: printTerm(when) })),
      promises: byName(promises, printPromise),
    },
    { lineWidth: 0 },
  );
}

function byName<T extends { readonly name: string }>(all: readonly T[], print: (one: T) => unknown) {
  return all.length === 0 ? undefined : Object.fromEntries(all.map((one) => [one.name, print(one)]));
}

const some = <T>(list: readonly T[]): readonly T[] | undefined => (list.length === 0 ? undefined : list);

const DAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

function printCalendar({ timezone, open, holidays, closed }: Calendar) {
  const time = (minutes: number) =>
    [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, "0")).join(":");
  const lines = open.map(({ weekday, from, to }) => `${DAYS[weekday - 1]} ${time(from)}-${time(to)}`);
  return { timezone, open: lines, holidays, closed: some(closed) };
}

function printTerm(term: Term): unknown {
  const [first] = term;
  if (first === undefined) return undefined;
  if (term.some((one) => one.if !== undefined))
    return Object.fromEntries(term.map((one) => [one.event, one.if === undefined ? null : printExpression(one.if)]));
  return term.length === 1 ? first.event : term.map((one) => one.event);
}

function printPromise(promise: CustomerPromise) {
  const { says, journey, when } = promise;
  const common = { says, journey, when: printTerm(when) };
  switch (promise.kind) {
    case "then":
      return {
        ...common,
        ...printAnswer(promise),
        expected: printLimits(promise.expected, printTimeLimit),
        target: promise.target && printLimits(promise.target, printTimeLimit),
      };
    case "count":
    case "never": {
      const window = { [promise.kind]: printTerm(promise.count), for: printDuration(promise.for) };
      const bounds = promise.kind === "count" ? printBounds(promise) : {};
      return { ...common, ...window, unless: printTerm(promise.unless), ...bounds };
    }
    case "measure":
      return {
        ...common,
        measure: printExpression(promise.measure),
        ...printAnswer(promise),
        ...printBounds(promise),
      };
    case "first":
      return {
        ...common,
        first: printTerm(promise.first),
        within: promise.within && printDuration(promise.within),
      };
  }
}

interface Answered {
  readonly then: Term;
  readonly unless: Term;
  readonly before: Term;
  readonly undoneBy: Term;
  readonly with: readonly With[];
}

const printAnswer = ({ then, unless, before, undoneBy, with: names }: Answered) => ({
  then: printTerm(then),
  unless: printTerm(unless),
  before: printTerm(before),
  "undone-by": printTerm(undoneBy),
  with: byName(names, ({ event }) => printTerm(event)),
});

interface Bounded {
  readonly expected: PerOccasion<Bound>;
  readonly target: PerOccasion<Bound> | undefined;
}

const printBounds = ({ expected, target }: Bounded) => ({
  expected: printLimits(expected, (bound) => ({ be: printBound(bound) })),
  target: target && printLimits(target, (bound) => ({ be: printBound(bound) })),
});

function printLimits<T>(values: PerOccasion<T>, print: (value: T) => object | string): unknown {
  const usual = print(values.usual);
  if (values.for.length === 0) return usual;
  const others = Object.fromEntries(values.for.map(({ occasion, value }) => [occasion, print(value)]));
  return { ...(typeof usual === "string" ? { within: usual } : usual), for: others };
}

function printTimeLimit(limit: TimeLimit): object | string {
  switch (limit.kind) {
    case "within":
      return { within: printDuration(limit.duration) };
    case "by":
      return { by: printExpression(limit.moment) };
    case "eventually":
      return "eventually";
  }
}

function printBound({ least, most }: Bound): string {
  if (least === undefined) return `at most ${most}`;
  return most === undefined ? `at least ${least}` : `between ${least} and ${most}`;
}

function printDuration(duration: Duration): string {
  switch (duration.kind) {
    case "elapsed":
      return duration.ms % 3_600_000 === 0 ? `${duration.ms / 3_600_000} hours` : `${duration.ms / 1000} seconds`;
    case "calendar":
      return duration.months > 0 ? `${duration.months} months` : `${duration.days} days`;
    case "open-time":
      return `${duration.ms / 60_000} ${duration.calendar} minutes`;
    case "open-days":
      return `${duration.days} ${duration.calendar} days`;
  }
}
