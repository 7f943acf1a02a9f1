import type { Expression, Operator } from "../../src/language/experience.ts";
import type { LedgerEvent } from "./event.ts";
import { readNumber, readProperty, type Value } from "./property.ts";

/** What `event`, `asked`, `answer` and the names of `with` stand for; undefined: no such event, all its properties are null. */
export interface Scope {
  readonly timezone: string;
  readonly events: Readonly<Record<string, LedgerEvent | undefined>>;
}

/** The value of an expression, three-valued: null is "not known". */
export function evaluate(expression: Expression, scope: Scope): Value {
  switch (expression.kind) {
    case "literal":
      return expression.value;
    case "property": {
      if (!(expression.of in scope.events)) throw new Error(`nothing is called ${expression.of} here`);
      const json = scope.events[expression.of]?.properties[expression.name];
      return readProperty(json, expression.type, scope.timezone);
    }
    case "list":
      throw new Error("a list stands only on the right of `in`");
    case "call":
      return call(expression, scope);
  }
}

type Call = Expression & { readonly kind: "call" };

function call(expression: Call, scope: Scope): Value {
  const { op, args } = expression;
  const value = (i: number): Value => {
    const arg = args[i];
    if (arg === undefined) throw new Error(`${op} lacks an argument`);
    return evaluate(arg, scope);
  };
  switch (op) {
    case "and":
      return and(args.map((arg) => evaluate(arg, scope)));
    case "or":
      return or(args.map((arg) => evaluate(arg, scope)));
    case "has":
      return value(0) !== null;
    case "in": {
      const list = args[1];
      if (list?.kind !== "list") throw new Error("`in` needs a list");
      return or(list.items.map((item) => whereKnown("=", [value(0), evaluate(item, scope)], expression)));
    }
    case "if": {
      const chosen = value(0);
      return chosen === null ? null : value(chosen === true ? 1 : 2);
    }
    default:
      return whereKnown(
        op,
        args.map((arg) => evaluate(arg, scope)),
        expression,
      );
  }
}

const and = (all: readonly Value[]): Value => (all.includes(false) ? false : all.includes(null) ? null : true);
const or = (all: readonly Value[]): Value => (all.includes(true) ? true : all.includes(null) ? null : false);

type Strict = Exclude<Operator, "and" | "or" | "has" | "in" | "if">;

function whereKnown(op: Strict, values: readonly Value[], { type, args }: Call): Value {
  const [a = null, b = null] = values;
  if (a === null || (values.length > 1 && b === null)) return null;
  switch (op) {
    case "not":
      return a !== true;
    case "=":
      return a === b;
    case "!=":
      return a !== b;
    case "<":
      return compare(a, b) < 0;
    case "<=":
      return compare(a, b) <= 0;
    case ">":
      return compare(a, b) > 0;
    case ">=":
      return compare(a, b) >= 0;
    case "+":
    case "-":
    case "*":
    case "/":
    case "%":
    case "negate":
      return calculate(op, a, b, type, args[0]?.type);
    case "starts-with":
      return String(a).startsWith(String(b));
    case "ends-with":
      return String(a).endsWith(String(b));
    case "contains":
      return String(a).includes(String(b));
    case "matches":
      return new RegExp(String(b), "u").test(String(a));
    case "size":
      return [...String(a)].length;
    case "lower":
      return String(a).replace(/[A-Z]/g, (letter) => letter.toLowerCase());
    case "upper":
      return String(a).replace(/[a-z]/g, (letter) => letter.toUpperCase());
    case "to-text":
      return String(a);
    case "to-number":
      return readNumber(typeof a === "boolean" ? Number(a) : a);
    case "to-whole":
      return toWhole(a);
  }
}

type Arithmetic = "+" | "-" | "*" | "/" | "%" | "negate";

function calculate(op: Arithmetic, a: Value, b: Value, type: string, left: string | undefined): Value {
  if (type === "text") return `${a}${b}`;
  const x = Number(a);
  const y = Number(b);
  if (type === "moment") return op === "+" ? x + Math.round(y * 1000) : x - Math.round(y * 1000);
  switch (op) {
    case "+":
      return x + y;
    case "-":
      return left === "moment" ? (x - y) / 1000 : x - y;
    case "*":
      return x * y;
    case "/":
      return y === 0 ? null : type === "whole" ? Math.trunc(x / y) : x / y;
    case "%":
      return y === 0 ? null : x % y;
    case "negate":
      return -x;
  }
}

/** Texts by code point, all else by size; dates are written so that their text sorts. */
function compare(a: Value, b: Value): number {
  if (typeof a === "string" && typeof b === "string") return Buffer.compare(Buffer.from(a), Buffer.from(b));
  return Number(a) - Number(b);
}

function toWhole(a: Value): Value {
  if (typeof a === "string") return /^-?\d+$/.test(a) ? Number(a) : null;
  return Math.trunc(Number(a));
}
