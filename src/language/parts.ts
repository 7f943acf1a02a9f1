import type { CustomerPromise, Duration, Expression, PerOccasion, Term, TimeLimit } from "./experience.ts";

/** The terms of a promise, each with the keys under which it stands. */
export function partsOf(promise: CustomerPromise): readonly { readonly key: readonly string[]; readonly term: Term }[] {
  const when = { key: ["when"], term: promise.when };
  switch (promise.kind) {
    case "then":
    case "measure":
      return [
        when,
        { key: ["then"], term: promise.then },
        { key: ["unless"], term: promise.unless },
        { key: ["before"], term: promise.before },
        { key: ["undone-by"], term: promise.undoneBy },
        ...promise.with.map(({ name, event }) => ({ key: ["with", name], term: event })),
      ];
    case "count":
    case "never":
      return [when, { key: [promise.kind], term: promise.count }, { key: ["unless"], term: promise.unless }];
    case "first":
      return [when, { key: ["first"], term: promise.first }];
  }
}

/** Every duration that a promise names. */
export function durationsOf(promise: CustomerPromise): readonly Duration[] {
  switch (promise.kind) {
    case "then":
      return limitsOf(promise).flatMap((limit) => (limit.kind === "within" ? [limit.duration] : []));
    case "count":
    case "never":
      return [promise.for];
    case "first":
      return promise.within ? [promise.within] : [];
    case "measure":
      return [];
  }
}

export function limitsOf({
  expected,
  target,
}: Extract<CustomerPromise, { readonly kind: "then" }>): readonly TimeLimit[] {
  return [expected, target].flatMap((limit) => (limit ? everyValue(limit) : []));
}

/** The usual value and those of occasions. */
export const everyValue = <T>({ usual, for: others }: PerOccasion<T>): readonly T[] => [
  usual,
  ...others.map(({ value }) => value),
];

/** Whether only the answer says when it was due. */
export const namesAnswer = (limit: TimeLimit): boolean =>
  limit.kind === "by" && propertiesIn(limit.moment).some(({ of }) => of === "answer");

/** The expressions of a promise that give its limits or its number. */
export function valuesOf(promise: CustomerPromise): readonly Expression[] {
  if (promise.kind === "measure") return [promise.measure];
  return promise.kind === "then"
    ? limitsOf(promise).flatMap((limit) => (limit.kind === "by" ? [limit.moment] : []))
    : [];
}

/** Every property that an expression looks at. */
export function propertiesIn(expression: Expression): readonly Extract<Expression, { readonly kind: "property" }>[] {
  switch (expression.kind) {
    case "literal":
      return [];
    case "property":
      return [expression];
    case "list":
      return expression.items.flatMap(propertiesIn);
    case "call":
      return expression.args.flatMap(propertiesIn);
  }
}
