import type {
  CustomerPromise,
  Duration,
  Experience,
  PerOccasion,
  Term,
  TimeLimit,
} from "../../src/language/experience.ts";
import { judgeByHand } from "../oracle/judge.ts";
import type { Oracle } from "./agree.ts";

/** Judges that get one rule of docs/verdicts.md wrong. Every one of them must be found out. */
export const MUTANTS: Readonly<Record<string, Oracle>> = {
  "is too late at the due moment": changed((promise) =>
    promise.kind === "then" ? { ...promise, expected: limits(promise.expected, shorter) } : promise,
  ),
  "does not know what happens at the judged moment": (experience, events, asOf) =>
    judgeByHand(
      experience,
      events.filter((event) => event.at < asOf),
      asOf,
    ),
  "takes the largest key of equal times": (experience, events, asOf) =>
    judgeByHand(
      experience,
      events.map((event) => ({ ...event, key: -event.key })),
      asOf,
    ),
  "knows no excuse": changed((promise) => ("unless" in promise ? { ...promise, unless: [] } : promise)),
  "lets anything come before": changed((promise) => ("before" in promise ? { ...promise, before: [] } : promise)),
  "undoes nothing": changed((promise) => ("undoneBy" in promise ? { ...promise, undoneBy: [] } : promise)),
  "counts the asking event for never": changed((promise) =>
    promise.kind === "never" ? { ...promise, kind: "count" } : promise,
  ),
  "answers without looking at the condition": changed((promise) =>
    promise.kind === "then" ? { ...promise, then: unconditional(promise.then) } : promise,
  ),
  "looks at all events of the customer": changed((promise) => ({ ...promise, journey: undefined })),
  "gives every occasion the usual time": changed((promise) =>
    promise.kind === "then" ? { ...promise, expected: { ...promise.expected, for: [] } } : promise,
  ),
  "takes the last occasion": (experience, events, asOf) =>
    judgeByHand({ ...experience, occasions: experience.occasions.toReversed() }, events, asOf),
  "takes local time for UTC": (experience, events, asOf) =>
    judgeByHand({ ...experience, timezone: "UTC" }, events, asOf),
  "works on holidays": calendars((calendar) => ({ ...calendar, holidays: undefined })),
  "works on closed days": calendars((calendar) => ({ ...calendar, closed: [] })),
  "takes days for 24 hours": changed((promise) =>
    promise.kind === "then" ? { ...promise, expected: limits(promise.expected, inHours) } : promise,
  ),
  "never ends a journey": (experience, events, asOf) =>
    judgeByHand({ ...experience, journeys: experience.journeys.map((one) => ({ ...one, ends: [] })) }, events, asOf),
  "is content with anything done before, however long ago": changed((promise) =>
    promise.kind === "first" ? { ...promise, within: undefined } : promise,
  ),
};

function changed(change: (promise: CustomerPromise) => CustomerPromise): Oracle {
  return (experience, events, asOf) =>
    judgeByHand({ ...experience, promises: experience.promises.map(change) }, events, asOf);
}

function calendars(change: (calendar: Experience["calendars"][number]) => Experience["calendars"][number]): Oracle {
  return (experience, events, asOf) =>
    judgeByHand({ ...experience, calendars: experience.calendars.map(change) }, events, asOf);
}

const unconditional = (term: Term): Term => term.map(({ event }) => ({ event, if: undefined }));

function limits(values: PerOccasion<TimeLimit>, change: (duration: Duration) => Duration): PerOccasion<TimeLimit> {
  const limit = (one: TimeLimit): TimeLimit =>
    one.kind === "within" ? { ...one, duration: change(one.duration) } : one;
  return { usual: limit(values.usual), for: values.for.map((other) => ({ ...other, value: limit(other.value) })) };
}

const shorter = (duration: Duration): Duration =>
  duration.kind === "elapsed" ? { ...duration, ms: duration.ms - 1 } : duration;

const inHours = (duration: Duration): Duration =>
  duration.kind === "calendar" && duration.months === 0
    ? { kind: "elapsed", ms: duration.days * 86_400_000 }
    : duration;
