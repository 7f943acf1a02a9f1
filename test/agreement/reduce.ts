import type { CustomerPromise, Experience, Expression, PerOccasion, Term } from "../../src/language/experience.ts";
import type { World } from "./world-arbitrary.ts";

/** Takes away from a world, piece by piece, whatever can go while the two still disagree. */
export async function reduce(world: World, disagree: (world: World) => Promise<boolean>): Promise<World> {
  let smallest = world;
  for (let again = true; again; ) {
    again = false;
    for (const step of STEPS) {
      for (let place = 0; ; ) {
        const smaller = step(smallest)[place];
        if (smaller === undefined) break;
        if (await disagree(smaller)) {
          smallest = smaller;
          again = true;
        } else place++;
      }
    }
  }
  return smallest;
}

type Step = (world: World) => readonly World[];

function ofExperience(smaller: (experience: Experience) => readonly Experience[]): Step {
  return (world) => smaller(world.experience).map((experience) => ({ ...world, experience }));
}

const without = <T>(list: readonly T[], place: number): readonly T[] => list.filter((_, i) => i !== place);

const inHalves: Step = (world) => {
  const half = Math.floor(world.events.length / 2);
  if (half < 8) return [];
  return [
    { ...world, events: world.events.slice(0, half) },
    { ...world, events: world.events.slice(half) },
  ];
};

const onePromiseLess = ofExperience((experience) =>
  experience.promises.length < 2
    ? []
    : experience.promises.map((_, i) => ({ ...experience, promises: without(experience.promises, i) })),
);

const oneEventLess: Step = (world) => world.events.map((_, i) => ({ ...world, events: without(world.events, i) }));

/** Of all events at once: most properties play no part. */
const onePropertyNameLess: Step = (world) =>
  [...new Set(world.events.flatMap((event) => Object.keys(event.properties)))].map((name) => ({
    ...world,
    events: world.events.map((event) => ({ ...event, properties: dropped(event.properties, name) })),
  }));

const dropped = (properties: World["events"][number]["properties"], name: string) =>
  Object.fromEntries(Object.entries(properties).filter(([own]) => own !== name));

const onePropertyLess: Step = (world) =>
  world.events.flatMap((event, i) =>
    Object.keys(event.properties).map((name) => ({
      ...world,
      events: world.events.with(i, { ...event, properties: dropped(event.properties, name) }),
    })),
  );

const oneOccasionLess = ofExperience((experience) =>
  experience.occasions.map(({ name }, i) => ({
    ...experience,
    occasions: without(experience.occasions, i),
    promises: experience.promises.map((promise) => withoutOccasion(promise, name)),
  })),
);

function withoutOccasion(promise: CustomerPromise, name: string): CustomerPromise {
  const drop = <T>(values: PerOccasion<T>): PerOccasion<T> => ({
    ...values,
    for: values.for.filter(({ occasion }) => occasion !== name),
  });
  switch (promise.kind) {
    case "first":
      return promise;
    case "then":
      return { ...promise, expected: drop(promise.expected), target: promise.target && drop(promise.target) };
    case "count":
    case "never":
    case "measure":
      return { ...promise, expected: drop(promise.expected), target: promise.target && drop(promise.target) };
  }
}

const simplerPromise = ofExperience((experience) =>
  experience.promises.flatMap((promise, i) =>
    simpler(promise).map((one) => ({ ...experience, promises: experience.promises.with(i, one) })),
  ),
);

function simpler(promise: CustomerPromise): readonly CustomerPromise[] {
  const unbound = promise.journey === undefined ? [] : [{ ...promise, journey: undefined }];
  const terms = partsOf(promise).flatMap(({ term, optional, put }) =>
    [...(optional && term.length > 0 ? [[]] : []), ...simplerTerms(term)].map(put),
  );
  return [...unbound, ...terms, ...withoutTarget(promise)];
}

/** One of the terms of a promise, and the promise with another in its place. */
interface Part {
  readonly term: Term;
  readonly optional: boolean;
  readonly put: (term: Term) => CustomerPromise;
}

function partsOf(promise: CustomerPromise): readonly Part[] {
  const when = { term: promise.when, optional: false, put: (when: Term) => ({ ...promise, when }) };
  switch (promise.kind) {
    case "then":
    case "measure":
      return [
        when,
        { term: promise.then, optional: false, put: (then) => ({ ...promise, then }) },
        { term: promise.unless, optional: true, put: (unless) => ({ ...promise, unless }) },
        { term: promise.before, optional: true, put: (before) => ({ ...promise, before }) },
        { term: promise.undoneBy, optional: true, put: (undoneBy) => ({ ...promise, undoneBy }) },
        ...promise.with.map((named, i) => ({
          term: named.event,
          optional: false,
          put: (event: Term) => ({ ...promise, with: promise.with.with(i, { ...named, event }) }),
        })),
      ];
    case "count":
    case "never":
      return [
        when,
        { term: promise.count, optional: false, put: (count) => ({ ...promise, count }) },
        { term: promise.unless, optional: true, put: (unless) => ({ ...promise, unless }) },
      ];
    case "first":
      return [when, { term: promise.first, optional: false, put: (first) => ({ ...promise, first }) }];
  }
}

function withoutTarget(promise: CustomerPromise): readonly CustomerPromise[] {
  switch (promise.kind) {
    case "first":
      return [];
    case "then":
      return promise.target === undefined ? [] : [{ ...promise, target: undefined }];
    case "count":
    case "never":
    case "measure":
      return promise.target === undefined ? [] : [{ ...promise, target: undefined }];
  }
}

const simplerTerms = (term: Term): readonly Term[] => [
  ...(term.length > 1 ? term.map((_, i) => without(term, i)) : []),
  ...term.flatMap((one, i) => simplerConditions(one.if).map((condition) => term.with(i, { ...one, if: condition }))),
];

const simplerConditions = (condition: Expression | undefined): readonly (Expression | undefined)[] =>
  condition === undefined ? [] : [undefined, ...piecesOf(condition)];

const piecesOf = (expression: Expression): readonly Expression[] =>
  expression.kind === "call"
    ? expression.args.flatMap((arg) => [...(arg.type === "yes-no" ? [arg] : []), ...piecesOf(arg)])
    : [];

const STEPS: readonly Step[] = [
  inHalves,
  onePromiseLess,
  oneEventLess,
  onePropertyNameLess,
  oneOccasionLess,
  simplerPromise,
  onePropertyLess,
];
