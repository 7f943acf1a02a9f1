import type { CustomerPromise, Experience } from "../../language/experience.ts";
import { logit } from "../numbers/special.ts";
import { chanceOfNoAnswer, type LegsSurvival } from "./legs-survival.ts";
import type { Known, Snapshot } from "./snapshot.ts";
import { type Stage, stageOf, stepsOf } from "./stage.ts";
import { type Clock, clockOf } from "./wall-clock.ts";

/** What the columns are made from, beside the snapshots themselves. */
export interface Setting {
  readonly experience: Experience;
  readonly promise: CustomerPromise;
  readonly known: Known;
  readonly steps: readonly number[];
  readonly clock: Clock;
}

export const settingOf = (experience: Experience, promise: CustomerPromise, known: Known): Setting => ({
  experience,
  promise,
  known,
  steps: stepsOf(promise, experience),
  clock: clockOf(experience.timezone),
});

/** One thing known of a snapshot as a number; `about` is what a person would call it, null where it explains nothing. */
export interface Feature {
  readonly about: string | null;
  /** What a person would call it where it is 0, if that is what speaks for breaking. */
  readonly absent?: string | null;
  readonly of: (look: Look) => number;
}

/** A snapshot with what follows from it. */
export interface Look {
  readonly snapshot: Snapshot;
  readonly stage: Stage;
  /** What the remaining legs alone say, as log odds; null where too little is known of them. */
  readonly legs: number | null;
}

const DAY = 86_400_000;
const HOUR = 3_600_000;
/** Log odds of legs are believed no further than this: 1 in 90 and 89 in 90. */
const SUREST = 4.5;

export function lookAt(setting: Setting, legs: LegsSurvival, snapshot: Snapshot): Look {
  const stage = stageOf(snapshot, setting.steps);
  const { at, dueAt } = snapshot;
  if (dueAt === undefined) return { snapshot, stage, legs: null };
  const none = chanceOfNoAnswer(legs, stage.step, at - stage.since, dueAt - at);
  if (none === null) return { snapshot, stage, legs: null };
  const broken = breaksByAnswer(setting.promise) ? 1 - none : none;
  return { snapshot, stage, legs: Math.max(-SUREST, Math.min(SUREST, logit(broken))) };
}

/** Of "at most" the deciding event is the one too many. */
const breaksByAnswer = (promise: CustomerPromise): boolean =>
  (promise.kind === "count" || promise.kind === "never") && promise.expected.usual.most !== undefined;

const [FEW_SHOWN, MOST_VALUES, LEAST_SHARE] = [20, 20, 0.004];

/** What the past says of the columns there are, as plain data. */
export interface Plan {
  /** Of each text the values that are told apart, and of each number the mean, which stands where it is not known. */
  readonly values: readonly (readonly string[])[];
  readonly means: readonly number[];
  /** Of all columns the places of those in which snapshots of the past differ. */
  readonly places: readonly number[];
}

export function planFeatures(setting: Setting, looks: readonly Look[]): Plan {
  const values = setting.known.texts.map((_, place) => valuesOf(place, looks));
  const means = setting.known.numbers.map((_, place) => meanOf(place, looks));
  const all = allFeatures(setting, { values, means });
  const places = [...all.keys()].filter((i) => varies(all[i], looks));
  return { values, means, places };
}

/** The columns of a plan; none of them looks further than its own moment. */
export function featuresOf(setting: Setting, plan: Plan): readonly Feature[] {
  const all = allFeatures(setting, plan);
  return plan.places.flatMap((place) => all[place] ?? []);
}

const allFeatures = (setting: Setting, { values, means }: Omit<Plan, "places">): readonly Feature[] => [
  ...timeFeatures(setting),
  ...setting.steps.map((_, i) => stageFeature(setting, i + 1)),
  ...occasionFeatures(setting),
  ...setting.known.texts.flatMap((name, i) => textFeatures(name, i, values[i] ?? [])),
  ...setting.known.numbers.map((name, i) => numberFeature(name, i, means[i] ?? 0)),
  ...setting.known.moments.flatMap(momentFeatures),
  ...setting.known.events.map((name, place) => eventFeature(setting, name, place)),
];

function varies(feature: Feature | undefined, looks: readonly Look[]): boolean {
  const [first] = looks;
  if (first === undefined || feature === undefined) return false;
  const usual = feature.of(first);
  return looks.some((look) => feature.of(look) !== usual);
}

const WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

function timeFeatures({ clock }: Setting): readonly Feature[] {
  const left = ({ snapshot: { at, dueAt } }: Look): number => (dueAt === undefined ? 0 : dueAt - at);
  const weekend = ({ snapshot: { at, dueAt } }: Look): number => (dueAt === undefined ? 0 : clock.weekend(at, dueAt));
  const due = ({ snapshot: { at, dueAt } }: Look): number => dueAt ?? at;
  const turning = (moment: (look: Look) => number): readonly Feature[] =>
    [Math.sin, Math.cos].map((wave) => ({
      about: null,
      of: (look) => wave((clock.hour(moment(look)) / 24) * 2 * Math.PI),
    }));
  const weekdays = (about: string, moment: (look: Look) => number): readonly Feature[] =>
    [1, 2, 3, 4, 5, 6].map((day) => ({
      about: `${about} a ${WEEKDAYS[day]}`,
      absent: null,
      of: (look) => (clock.weekday(moment(look)) === day ? 1 : 0),
    }));
  return [
    { about: "how long the rest of the way usually takes", of: ({ legs }) => legs ?? 0 },
    { about: null, of: ({ legs }) => (legs === null ? 1 : 0) },
    { about: "how little time is left", of: (look) => Math.log1p(left(look) / HOUR) },
    {
      about: "how long it has taken so far",
      of: ({ snapshot }) => Math.log1p((snapshot.at - snapshot.askedAt) / HOUR),
    },
    {
      about: "how long nothing has happened",
      of: ({ snapshot, stage }) => Math.log1p((snapshot.at - stage.since) / HOUR),
    },
    { about: "the weekend before it is due", of: weekend },
    {
      about: "how few working days are left",
      of: (look) => Math.log1p(left(look) / DAY - weekend(look)),
    },
    ...weekdays("it is due on", due),
    ...weekdays("today is", ({ snapshot }) => snapshot.at),
    ...turning(due),
    ...turning(({ snapshot }) => snapshot.at),
  ];
}

function stageFeature({ known, steps }: Setting, step: number): Feature {
  const event = known.events[steps[step - 1] ?? -1] ?? "";
  const [about, absent] = [`it has got no further than ${event}`, null];
  return { about, absent, of: ({ stage }) => (stage.step === step ? 1 : 0) };
}

/** An occasion counts from when an event that could tell it has happened. */
function occasionFeatures({ experience: { occasions }, known }: Setting): readonly Feature[] {
  return occasions.map(({ name, when }) => {
    const places = when.map(({ event }) => known.events.indexOf(event));
    const isKnown = ({ last }: Snapshot): boolean => places.some((place) => last.has(place));
    return {
      about: `the occasion ${name}`,
      absent: null,
      of: ({ snapshot }) => (snapshot.occasion === name && isKnown(snapshot) ? 1 : 0),
    };
  });
}

/** The values of a text that are frequent; none where nearly everybody has another. */
function valuesOf(place: number, looks: readonly Look[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const { snapshot } of looks) {
    const value = snapshot.texts[place];
    if (value !== null && value !== undefined) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  // What is different for nearly everybody is a name and no kind.
  if (counts.size > Math.max(FEW_SHOWN, looks.length / 30)) return [];
  const least = Math.max(10, LEAST_SHARE * looks.length);
  return [...counts]
    .filter(([, count]) => count >= least)
    .sort(([, a], [, b]) => b - a)
    .slice(0, MOST_VALUES)
    .map(([value]) => value);
}

const textFeatures = (name: string, place: number, values: readonly string[]): readonly Feature[] =>
  values.map((value) => ({
    about: `${name} ${value}`,
    absent: null,
    of: ({ snapshot }) => (snapshot.texts[place] === value ? 1 : 0),
  }));

function meanOf(place: number, looks: readonly Look[]): number {
  const known = looks.flatMap(({ snapshot }) => snapshot.numbers[place] ?? []);
  return known.reduce((sum, value) => sum + value, 0) / Math.max(1, known.length);
}

const numberFeature = (name: string, place: number, mean: number): Feature => {
  return { about: name, of: ({ snapshot }) => snapshot.numbers[place] ?? mean };
};

/** What was named for a moment after the due one cannot come in time. */
function momentFeatures(name: string, place: number): readonly Feature[] {
  const named = ({ snapshot }: Look): number | null => snapshot.moments[place] ?? null;
  const late = (look: Look): number => {
    const moment = named(look);
    const due = look.snapshot.dueAt;
    return moment === null || due === undefined ? 0 : (moment - due) / DAY;
  };
  return [
    { about: null, of: (look) => (named(look) === null ? 0 : 1) },
    {
      about: `${name} is after it is due`,
      absent: null,
      of: (look) => (late(look) > 0 ? 1 : 0),
    },
    {
      about: `how near ${name} is to when it is due`,
      of: (look) => Math.max(-3, Math.min(3, late(look))),
    },
    {
      about: `${name} has gone by`,
      absent: null,
      of: (look) => (named(look) !== null && (named(look) ?? 0) < look.snapshot.at ? 1 : 0),
    },
  ];
}

/** A step of the path says no more than how far it has got. */
function eventFeature({ steps }: Setting, name: string, place: number): Feature {
  const about = steps.includes(place) ? null : `${name} has happened`;
  return {
    about,
    absent: null,
    of: ({ snapshot }) => Math.log1p(snapshot.since.get(place) ?? 0),
  };
}
