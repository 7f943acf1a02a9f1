import { z } from "zod";
import { whoAnswers } from "../../journeys/leg-plan.ts";
import { KeptError } from "../../kept-error.ts";
import type { CustomerPromise, Term } from "../../language/experience.ts";
import { MOMENT, NOTHING } from "../answers.ts";
import type { Judgement } from "./judgement.ts";
import { JOURNEY_PATH, LEG } from "./report-schema.ts";
import type { Gone } from "./work.ts";

const count = z.int().min(0);
const rate = z.number().nullable();

const STEP = z
  .strictObject({
    ...JOURNEY_PATH.shape.steps.element.shape,
    began: count.meta({ description: "Journeys whose first event this was" }),
    last: count.meta({ description: "Journeys after whose last such event nothing has come" }),
    ends: z.boolean().meta({ description: "The journey may end here" }),
    touchpoint: z.string().nullable(),
    team: z.string().nullable(),
    outside: z.boolean(),
    asks: z.array(z.string()).meta({ description: "Promises whose clock starts here" }),
    answers: z.array(z.string()).meta({ description: "Promises that are answered here" }),
  })
  .meta({ id: "JourneyStep" });

const MADE = z
  .strictObject({
    promise: z.string(),
    says: z.string(),
    team: z.string().nullable(),
    asked: count,
    kept_rate: rate,
    goal: rate,
    late: count,
    legs: z.array(LEG).nullable(),
  })
  .meta({ id: "JourneyPromise" });

export const JOURNEY = z
  .strictObject({
    as_of: MOMENT,
    ...JOURNEY_PATH.shape,
    steps: z.array(STEP),
    promises: z.array(z.string()).meta({ description: "Made on this journey" }),
    promised: z.array(MADE).meta({ description: "The same, each with how it is kept and where late ones lose time" }),
  })
  .meta({ id: "Journey" });

/** A journey with who answers for its steps, where it ends, and what is promised on it. */
export function journeyOf({ journey, promised }: Gone, { experience, asOf }: Judgement): z.output<typeof JOURNEY> {
  const made = experience.promises.filter((promise) => promise.journey === journey.journey);
  const ends = new Set(experience.journeys.find(({ name }) => name === journey.journey)?.ends ?? []);
  const moves = (side: "from" | "to", event: string) =>
    journey.follows.reduce((sum, follow) => (follow[side] === event ? sum + follow.count : sum), 0);
  const named = (event: string, term: (promise: CustomerPromise) => Term) =>
    made.filter((promise) => term(promise).some((one) => one.event === event)).map(({ name }) => name);
  return {
    as_of: new Date(asOf).toISOString(),
    ...structuredClone(journey as z.output<typeof JOURNEY_PATH>),
    steps: journey.steps.map((step) => ({
      ...step,
      began: step.count - moves("to", step.event),
      last: step.count - moves("from", step.event),
      ends: ends.has(step.event),
      ...whoAnswers(step.event, experience),
      asks: named(step.event, ({ when }) => when),
      answers: named(step.event, answerOf),
    })),
    promises: made.map(({ name }) => name),
    promised: promised.map(({ promise, says, team, asked, kept_rate, goal, late, legs }) => ({
      promise,
      says,
      team,
      asked,
      kept_rate,
      goal,
      late,
      legs: legs === null ? null : legs.map((leg) => ({ ...leg })),
    })),
  };
}

/** The events by which a promise is answered. */
function answerOf(promise: CustomerPromise): Term {
  switch (promise.kind) {
    case "then":
    case "measure":
      return promise.then;
    case "first":
      return promise.first;
    case "count":
    case "never":
      return promise.count;
  }
}

export const noJourney = () => new KeptError(NOTHING.code, "There is no such journey in the experience file.", NOTHING);
