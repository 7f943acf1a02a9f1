import type { CustomerPromise, Experience } from "../../src/language/experience.ts";
import type { Verdict } from "../../src/promises/verdict.ts";
import type { Asking, Outcome } from "./asking.ts";
import { judgeCount } from "./count.ts";
import type { LedgerEvent } from "./event.ts";
import { judgeFirst } from "./first.ts";
import { judgeMeasure } from "./measure.ts";
import { feltIn, matches, occasionOf, type Subject, subjectsOf } from "./subject.ts";
import { judgeThen } from "./then.ts";

/** docs/verdicts.md as a plain loop: every promise, every subject, every asking, one at a time. */
export function judgeByHand(experience: Experience, events: readonly LedgerEvent[], asOf: number): readonly Verdict[] {
  const past = events.filter((event) => event.at <= asOf);
  return experience.promises.flatMap((promise) =>
    subjectsOf(experience, promise, past)
      .flatMap((subject) => judgeSubject(experience, promise, subject, asOf))
      .toSorted(byAsking),
  );
}

function judgeSubject(
  experience: Experience,
  promise: CustomerPromise,
  subject: Subject,
  asOf: number,
): readonly Verdict[] {
  const occasion = occasionOf(experience, subject);
  const felt = feltIn(experience, subject);
  const ends = experience.journeys.find((journey) => journey.name === promise.journey)?.ends ?? [];
  const scope = { timezone: experience.timezone, events: {} };
  return subject.events
    .filter((event) => matches(event, promise.when, scope))
    .map((asked) => {
      const others = subject.events.filter((event) => event !== asked);
      const outcome = judge(promise, { experience, asOf, asked, occasion, ends, others });
      return {
        promise: promise.name,
        customer: subject.customer,
        subject: subject.subject,
        occasion,
        askedAt: asked.at,
        askedId: asked.id,
        dueAt: outcome.dueAt,
        answeredAt: outcome.answer?.at,
        answerId: outcome.answer?.id,
        delivered: outcome.delivered,
        expected: outcome.expected,
        target: outcome.target,
        verdict: outcome.verdict,
        onTarget: outcome.onTarget,
        felt,
      };
    });
}

function judge(promise: CustomerPromise, asking: Asking): Outcome {
  switch (promise.kind) {
    case "then":
      return judgeThen(promise, asking);
    case "count":
    case "never":
      return judgeCount(promise, asking);
    case "measure":
      return judgeMeasure(promise, asking);
    case "first":
      return judgeFirst(promise, asking);
  }
}

const alphabetical = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

const byAsking = (one: Verdict, other: Verdict): number =>
  alphabetical(one.customer, other.customer) ||
  alphabetical(one.subject, other.subject) ||
  one.askedAt - other.askedAt ||
  alphabetical(one.askedId, other.askedId);
