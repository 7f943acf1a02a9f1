import { expect, test } from "vitest";
import type { Expression, Operator, PropertyType } from "../../src/language/experience.ts";
import type { Json } from "./event.ts";
import { call, event, literal, property } from "./example.ts";
import { evaluate } from "./expression.ts";
import { readProperty } from "./property.ts";

const yes = literal("yes-no", true);
const no = literal("yes-no", false);
const unknown = property("event", "nothing", "yes-no");
const number = (value: number) => literal("number", value);
const text = (value: string) => literal("text", value);
const none = property("event", "nothing", "number");

const scope = { timezone: "Europe/Helsinki", events: { event: event("e", "10:00", { x: 1 }), asked: undefined } };
const value = (type: PropertyType, op: Operator, ...args: readonly Expression[]) =>
  evaluate(call(type, op, ...args), scope);
const truth = (op: Operator, ...args: readonly Expression[]) => value("yes-no", op, ...args);

test("and, or and not know three values", () => {
  expect([truth("and", yes, unknown), truth("and", no, unknown), truth("and", yes, yes)]).toEqual([null, false, true]);
  expect([truth("or", yes, unknown), truth("or", no, unknown), truth("or", no, no)]).toEqual([true, null, false]);
  expect([truth("not", yes), truth("not", no), truth("not", unknown)]).toEqual([false, true, null]);
});

test("an operator with a null operand is null, except has", () => {
  for (const op of ["=", "!=", "<", "<=", ">", ">=", "+", "-", "*", "/", "%"] as const) {
    expect([op, value("number", op, none, number(1)), value("number", op, number(1), none)]).toEqual([op, null, null]);
  }
  expect([truth("has", none), truth("has", number(0))]).toEqual([false, true]);
  expect(evaluate(property("asked", "x", "number"), scope)).toBeNull();
});

test("if looks only at the chosen branch, and is null where it cannot choose", () => {
  expect(value("number", "if", yes, number(1), none)).toBe(1);
  expect(value("number", "if", no, number(1), number(2))).toBe(2);
  expect(value("number", "if", unknown, number(1), number(2))).toBeNull();
});

test("in is an or of equalities", () => {
  const list = (...items: readonly Expression[]): Expression => ({ kind: "list", type: "list", items });
  expect(truth("in", number(1), list(number(1), none))).toBe(true);
  expect(truth("in", number(2), list(number(1), none))).toBeNull();
  expect(truth("in", number(2), list(number(1)))).toBe(false);
  expect(truth("in", none, list(number(1)))).toBeNull();
});

test("arithmetic: whole numbers stay whole, nothing is divided by zero", () => {
  expect(value("number", "/", number(7), number(2))).toBe(3.5);
  expect(value("whole", "/", literal("whole", -7), literal("whole", 2))).toBe(-3);
  expect(value("whole", "%", literal("whole", -7), literal("whole", 2))).toBe(-1);
  expect(value("number", "/", number(7), number(0))).toBeNull();
  expect(value("whole", "%", literal("whole", 7), literal("whole", 0))).toBeNull();
  expect(value("number", "negate", number(7))).toBe(-7);
  expect(value("text", "+", text("a"), text("b"))).toBe("ab");
});

test("moments and durations", () => {
  const moment = literal("moment", 10_000);
  expect(value("duration", "-", moment, literal("moment", 8_500))).toBe(1.5);
  expect(value("moment", "+", moment, literal("duration", 1.5))).toBe(11_500);
  expect(value("moment", "-", moment, literal("duration", 1.5))).toBe(8_500);
  expect(value("duration", "*", literal("duration", 1.5), number(2))).toBe(3);
  expect(value("number", "/", literal("duration", 3), literal("duration", 2))).toBe(1.5);
});

test("texts", () => {
  expect(truth("<", text("Z"), text("a"))).toBe(true);
  expect(truth("starts-with", text("abc"), text("ab"))).toBe(true);
  expect(truth("ends-with", text("abc"), text("ab"))).toBe(false);
  expect(truth("contains", text("abc"), text("b"))).toBe(true);
  expect(truth("matches", text("abc"), text("b.?$"))).toBe(true);
  expect(value("whole", "size", text("a\u{1F600}ä"))).toBe(3);
  expect(value("text", "upper", text("aä"))).toBe("Aä");
  expect(value("text", "lower", text("AÄ"))).toBe("aÄ");
  expect(value("text", "to-text", number(2))).toBe("2");
  expect([value("number", "to-number", text("2.5")), value("number", "to-number", text("x"))]).toEqual([2.5, null]);
  expect([value("whole", "to-whole", number(-2.5)), value("whole", "to-whole", text("2.5"))]).toEqual([-2, null]);
});

test("a property is read as it is declared, and what cannot be read is null", () => {
  const read = (json: Json | undefined, type: PropertyType) => readProperty(json, type, "Europe/Helsinki");
  expect([read("12.5", "number"), read(12.5, "number"), read("x", "number")]).toEqual([12.5, 12.5, null]);
  expect([read(12, "whole"), read("12", "whole"), read(12.5, "whole")]).toEqual([12, 12, null]);
  expect([read(12, "text"), read("12", "text"), read(null, "text"), read(undefined, "text")]).toEqual([
    "12",
    "12",
    null,
    null,
  ]);
  expect([read(true, "yes-no"), read("false", "yes-no"), read("perhaps", "yes-no")]).toEqual([true, false, null]);
  expect([
    read("2024-07-01T12:00:00Z", "moment"),
    read("2024-07-01T12:00:00", "moment"),
    read("soon", "moment"),
  ]).toEqual([Date.UTC(2024, 6, 1, 12), Date.UTC(2024, 6, 1, 9), null]);
  expect([read("2024-07-01", "date"), read("July", "date")]).toEqual(["2024-07-01", null]);
});
