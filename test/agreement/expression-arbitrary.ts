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

export const TEXTS = ["a", "b", "ab", "1", "A", "ä", `it's "b"\\`] as const;
export const AMOUNTS = [0, 1, 2, 2.5, -1, 0.1, 0.2] as const;
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
  const joint = place.names.length > 1 ? [{ arbitrary: same(place), weight: 6 }] : [];
  const several = (op: Operator) => fc.array(one, { minLength: 2, maxLength: 3 }).map((all) => nest(op, all));
  return [
    ...simple,
    ...joint,
    { arbitrary: several("and"), weight: 3 },
    { arbitrary: several("or"), weight: 1 },
    { arbitrary: one.map((inner) => call("yes-no", "not", inner)), weight: 1 },
    { arbitrary: fc.tuple(one, one, one).map((branches) => call("yes-no", "if", ...branches)), weight: 1 },
  ];
}

/** Two at a time, as they are read. */
const nest = (op: Operator, all: readonly Expression[]): Expression =>
  all.reduce((left, right) => call("yes-no", op, left, right));

/** One or two properties that have equal values in both events, and now and then something else besides. */
function same(place: Place): Made {
  const [own = "event", ...others] = place.names;
  const equal = fc
    .tuple(fc.constantFrom(...COMPARED), fc.constantFrom(...others), fc.boolean())
    .chain(([type, other, turned]) =>
      fc.constantFrom(...propertiesOf(type)).map((name) => {
        const sides = [property(own, name, type), property(other, name, type)];
        return call("yes-no", "=", ...(turned ? sides.toReversed() : sides));
      }),
    );
  const more = fc.oneof(equal, comparison({ ...place, names: [own] }));
  return fc.tuple(equal, fc.array(more, { maxLength: 2 })).map(([first, rest]) => nest("and", [first, ...rest]));
}

/** Of one event with another (where there is one) more often than with a fixed value. */
function comparison({ season, names }: Place): Made {
  return fc
    .tuple(fc.constantFrom(...COMPARED), fc.constantFrom(...COMPARISONS), fc.boolean())
    .chain(([type, op, turned]) => {
      const own = propertyOf(type, [names[0] ?? "event"]);
      const like = type === "number" ? fc.constantFrom<PropertyType>("number", "whole") : fc.constant(type);
      const other = names.length > 1 ? like.chain((one) => propertyOf(one, names.slice(1))) : literalOf(type, season);
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
    fc
      .tuple(fc.constantFrom<PropertyType>("number", "whole", "yes-no", "text"), part)
      .chain(([type, b]) => propertyOf(type, names).map((a) => call("yes-no", "=", call("text", "to-text", a), b))),
  );
}

const known = ({ names }: Place): Made =>
  fc
    .constantFrom<PropertyType>("text", "number", "moment", "yes-no", "date")
    .chain((type) => propertyOf(type, names))
    .map((one) => call("yes-no", "has", one));

function among({ season, names }: Place): Made {
  return fc.constantFrom<PropertyType>("text", "whole", "number").chain((type) => {
    const item = literalOf(type, season);
    return fc
      .tuple(propertyOf(type, names), fc.array(item, { minLength: 1, maxLength: 3 }))
      .map(([value, items]) => call("yes-no", "in", value, { kind: "list", type: "list", items }));
  });
}

const onCalculation = (place: Place): Made =>
  fc
    .tuple(fc.constantFrom<Operator>("<", "<=", "=", ">"), amount(place))
    .map(([op, value]) => call("yes-no", op, value, literal(typeOf(value), 1)));

const typeOf = (value: Expression): PropertyType => (value.type === "list" ? "number" : value.type);

/** A number to be measured or compared: of properties that may be absent, and divided by what may be zero. */
export function amount({ season, names }: Place): Made {
  const number = propertyOf("number", names);
  const whole = propertyOf("whole", names);
  const text = propertyOf("text", names);
  const of = (type: PropertyType, ops: readonly Operator[], one: Made, other: Made) =>
    fc.tuple(fc.constantFrom(...ops), one, other).map(([op, a, b]) => call(type, op, a, b));
  return fc.oneof(
    { arbitrary: number, weight: 3 },
    { arbitrary: whole, weight: 2 },
    { arbitrary: of("number", ["+", "-", "*", "/"], number, number), weight: 3 },
    { arbitrary: of("number", ["+", "-", "*", "/"], whole, number), weight: 1 },
    { arbitrary: of("whole", ["+", "-", "*", "%"], whole, whole), weight: 2 },
    { arbitrary: of("number", ["/"], whole, whole), weight: 1 },
    { arbitrary: length({ season, names }), weight: 3 },
    { arbitrary: fc.oneof(number, whole).map((one) => call(typeOf(one), "negate", one)), weight: 1 },
    { arbitrary: fc.oneof(number, whole, text).map((one) => call("whole", "to-whole", one)), weight: 1 },
    { arbitrary: fc.oneof(number, whole, text).map((one) => call("number", "to-number", one)), weight: 1 },
    { arbitrary: text.map((one) => call("whole", "size", one)), weight: 1 },
    {
      arbitrary: fc
        .tuple(propertyOf("yes-no", names), fc.oneof(number, whole), literalOf("number", season))
        .map(([which, a, b]) => call("number", "if", which, a, b)),
      weight: 1,
    },
  );
}

/** A duration that was calculated, or one divided by another. */
function length({ season, names }: Place): Made {
  const moment = propertyOf("moment", names);
  const own = propertyOf("duration", names);
  const any = fc.oneof(own, literalOf("duration", season));
  const number = propertyOf("number", names);
  const of = (type: PropertyType, op: Operator, one: Made, other: Made) =>
    fc.tuple(one, other).map(([a, b]) => call(type, op, a, b));
  return fc.oneof(
    own,
    of("duration", "-", moment, moment),
    of("duration", "+", any, own),
    of("duration", "*", any, number),
    of("duration", "/", any, number),
    of("number", "/", own, any),
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
