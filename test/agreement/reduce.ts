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
  const smaller: object[] = [];
  if (promise.journey !== undefined) smaller.push({ journey: undefined });
  for (const [key, value] of Object.entries(promise)) {
    if (!TERMS.includes(key)) continue;
    const term = value as Term;
    const optional = key === "unless" || key === "before" || key === "undoneBy";
    const emptied = optional && term.length > 0 ? [[]] : [];
    smaller.push(...[...emptied, ...simplerTerms(term)].map((one) => ({ [key]: one })));
  }
  if ("target" in promise && promise.target !== undefined) smaller.push({ target: undefined });
  if ("with" in promise) {
    smaller.push(...promise.with.map((_, i) => ({ with: without(promise.with, i) })));
    for (const [i, named] of promise.with.entries())
      smaller.push(...simplerTerms(named.event).map((event) => ({ with: promise.with.with(i, { ...named, event }) })));
  }
  return smaller.map((part) => ({ ...promise, ...part }) as CustomerPromise);
}

const TERMS = ["when", "then", "unless", "before", "undoneBy", "count", "first"];

const simplerTerms = (term: Term): readonly Term[] => [
  ...(term.length > 1 ? term.map((_, i) => without(term, i)) : []),
  ...term.flatMap((one, i) => simplerConditions(one.if).map((condition) => term.with(i, { ...one, if: condition }))),
];

const simplerConditions = (condition: Expression | undefined): readonly (Expression | undefined)[] =>
  condition === undefined ? [] : [undefined, ...partsOf(condition)];

const partsOf = (expression: Expression): readonly Expression[] =>
  expression.kind === "call"
    ? expression.args.flatMap((arg) => [...(arg.type === "yes-no" ? [arg] : []), ...partsOf(arg)])
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
