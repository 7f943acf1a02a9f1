import fc from "fast-check";
import type { Expression, Operator, PropertyType } from "../../src/language/experience.ts";
import { call, literal, property } from "../oracle/example.ts";
import { dayIn, momentIn, type Season } from "./season.ts";
import { propertiesOf } from "./vocabulary.ts";

/** What an expression may speak of where it stands. */
export interface Place {
  readonly season: Season;
  readonly names: readonly string[];
}

type Made = fc.Arbitrary<Expression>;

export function propertyOf(type: PropertyType, names: readonly string[]): Made {
  return fc
    .tuple(fc.constantFrom(...names), fc.constantFrom(...propertiesOf(type)))
    .map(([of, name]) => property(of, name, type));
}

export const TEXTS = ["a", "b", "ab", "1", "A", "ä"] as const;
export const AMOUNTS = [0, 1, 2, 2.5, -1] as const;
export const PIECES = [0, 1, 2, 3] as const;
/** Seconds. */
export const LENGTHS = [0, 3600, 7200, 86_400, 0.5] as const;

function literalOf(type: PropertyType, season: Season): Made {
  const value = {
    text: fc.constantFrom(...TEXTS),
    number: fc.constantFrom(...AMOUNTS),
    whole: fc.constantFrom(...PIECES),
    "yes-no": fc.boolean(),
    moment: momentIn(season),
    date: dayIn(season),
    duration: fc.constantFrom(...LENGTHS),
  }[type];
  return value.map((one) => literal(type, one));
}

const COMPARED: readonly PropertyType[] = ["text", "number", "whole", "moment", "date", "duration"];
const COMPARISONS: readonly Operator[] = ["=", "=", "=", "!=", "<", "<=", ">", ">="];

/** A condition on one event, and on the asking event where `names` say so. */
export const condition = (place: Place): Made => fc.oneof(...conditions(place));

function conditions(place: Place): readonly fc.WeightedArbitrary<Expression>[] {
  const simple = [
    { arbitrary: comparison(place), weight: 6 },
    { arbitrary: onText(place), weight: 2 },
    { arbitrary: propertyOf("yes-no", place.names), weight: 1 },
    { arbitrary: known(place), weight: 1 },
    { arbitrary: among(place), weight: 1 },
    { arbitrary: onCalculation(place), weight: 1 },
  ];
  const one = fc.oneof(...simple);
  const several = (op: Operator) => fc.array(one, { minLength: 2, maxLength: 3 }).map((all) => nest(op, all));
  return [
    ...simple,
    { arbitrary: several("and"), weight: 3 },
    { arbitrary: several("or"), weight: 1 },
    { arbitrary: one.map((inner) => call("yes-no", "not", inner)), weight: 1 },
    { arbitrary: fc.tuple(one, one, one).map((branches) => call("yes-no", "if", ...branches)), weight: 1 },
  ];
}

/** Two at a time, as they are read. */
const nest = (op: Operator, all: readonly Expression[]): Expression =>
  all.reduce((left, right) => call("yes-no", op, left, right));

/** Of one event with another (where there is one) more often than with a fixed value. */
function comparison({ season, names }: Place): Made {
  return fc
    .tuple(fc.constantFrom(...COMPARED), fc.constantFrom(...COMPARISONS), fc.boolean())
    .chain(([type, op, turned]) => {
      const own = propertyOf(type, [names[0] ?? "event"]);
      const other = names.length > 1 ? propertyOf(type, names.slice(1)) : literalOf(type, season);
      const right = fc.oneof({ arbitrary: other, weight: 3 }, { arbitrary: literalOf(type, season), weight: 1 });
      return fc.tuple(own, right).map(([a, b]) => call("yes-no", op, ...(turned ? [b, a] : [a, b])));
    });
}

function onText({ names }: Place): Made {
  const text = propertyOf("text", names);
  const part = fc.constantFrom("a", "b", "ab", "1").map((value) => literal("text", value));
  const found = fc.tuple(fc.constantFrom<Operator>("starts-with", "ends-with", "contains"), text, part);
  const pattern = fc.constantFrom("^a", "b$", "^[0-9]+$", "a.?b").map((value) => literal("text", value));
  return fc.oneof(
    found.map(([op, a, b]) => call("yes-no", op, a, b)),
    fc.tuple(text, pattern).map(([a, b]) => call("yes-no", "matches", a, b)),
    fc
      .tuple(text, fc.constantFrom(1, 2))
      .map(([a, size]) => call("yes-no", "=", call("whole", "size", a), literal("whole", size))),
    fc
      .tuple(fc.constantFrom<Operator>("lower", "upper"), text, part)
      .map(([op, a, b]) => call("yes-no", "=", call("text", op, a), b)),
    fc.tuple(text, part).map(([a, b]) => call("yes-no", "=", call("text", "+", a, b), literal("text", "ab"))),
  );
}

const known = ({ names }: Place): Made =>
  fc
    .constantFrom<PropertyType>("text", "number", "moment", "yes-no", "date")
    .chain((type) => propertyOf(type, names))
    .map((one) => call("yes-no", "has", one));

function among({ season, names }: Place): Made {
  return fc.constantFrom<PropertyType>("text", "whole", "number").chain((type) => {
    const item = fc.oneof(literalOf(type, season), propertyOf(type, names));
    return fc
      .tuple(propertyOf(type, names), fc.array(item, { minLength: 1, maxLength: 3 }))
      .map(([value, items]) => call("yes-no", "in", value, { kind: "list", type: "list", items }));
  });
}

const onCalculation = (place: Place): Made =>
  fc
    .tuple(fc.constantFrom<Operator>("<", "<=", "=", ">"), amount(place))
    .map(([op, value]) => call("yes-no", op, value, literal(valueType(value), 1)));

const valueType = (value: Expression): PropertyType => (value.type === "list" ? "number" : value.type);

/** A number to be measured or compared: of properties that may be absent, and divided by what may be zero. */
export function amount({ season, names }: Place): Made {
  const number = propertyOf("number", names);
  const whole = propertyOf("whole", names);
  const moment = propertyOf("moment", names);
  const both = (type: "number" | "whole", ops: readonly Operator[], one: Made) =>
    fc.tuple(fc.constantFrom(...ops), one, one).map(([op, a, b]) => call(type, op, a, b));
  return fc.oneof(
    { arbitrary: number, weight: 3 },
    { arbitrary: whole, weight: 2 },
    { arbitrary: both("number", ["+", "-", "*", "/"], number), weight: 3 },
    { arbitrary: both("whole", ["+", "-", "*", "/", "%"], whole), weight: 2 },
    { arbitrary: propertyOf("duration", names), weight: 1 },
    { arbitrary: fc.tuple(moment, moment).map(([a, b]) => call("duration", "-", a, b)), weight: 1 },
    { arbitrary: number.map((value) => call("number", "negate", value)), weight: 1 },
    { arbitrary: number.map((value) => call("whole", "to-whole", value)), weight: 1 },
    { arbitrary: propertyOf("text", names).map((value) => call("number", "to-number", value)), weight: 1 },
    { arbitrary: propertyOf("text", names).map((value) => call("whole", "size", value)), weight: 1 },
    {
      arbitrary: fc
        .tuple(propertyOf("yes-no", names), number, literalOf("number", season))
        .map(([which, a, b]) => call("number", "if", which, a, b)),
      weight: 1,
    },
  );
}

/** A moment or a date by which something is promised, null now and then. */
export function deadline({ season, names }: Place): Made {
  const moment = propertyOf("moment", names);
  const length = fc.oneof(propertyOf("duration", names), literalOf("duration", season));
  const choice = (type: "moment" | "date") =>
    fc
      .tuple(propertyOf("yes-no", names), propertyOf(type, names), propertyOf(type, names))
      .map(([which, a, b]) => call(type, "if", which, a, b));
  return fc.oneof(
    { arbitrary: moment, weight: 4 },
    { arbitrary: propertyOf("date", names), weight: 4 },
    { arbitrary: choice("moment"), weight: 1 },
    { arbitrary: choice("date"), weight: 1 },
    {
      arbitrary: fc
        .tuple(fc.constantFrom<Operator>("+", "-"), moment, length)
        .map(([op, a, b]) => call("moment", op, a, b)),
      weight: 1,
    },
    { arbitrary: literalOf("moment", season), weight: 1 },
  );
}
