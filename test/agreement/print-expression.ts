import type { Expression, Operator, PropertyType } from "../../src/language/experience.ts";

/** An expression in CEL, with all its brackets. */
export function printExpression(expression: Expression): string {
  switch (expression.kind) {
    case "literal":
      return printLiteral(expression.type, expression.value);
    case "list":
      return `[${expression.items.map(printExpression).join(", ")}]`;
    case "property":
      return `${expression.of}.${expression.name}`;
    case "call":
      return printCall(expression.op, expression.args.map(printExpression));
  }
}

function printLiteral(type: PropertyType, value: string | number | boolean): string {
  switch (type) {
    case "text":
      return JSON.stringify(value);
    case "number":
      return Number.isInteger(value) ? `${value}.0` : `${value}`;
    case "whole":
    case "yes-no":
      return `${value}`;
    case "moment":
      return `timestamp("${new Date(Number(value)).toISOString()}")`;
    case "date":
      return `date("${value}")`;
    case "duration":
      return `duration("${value}s")`;
  }
}

const SIGNS: Partial<Readonly<Record<Operator, string>>> = { and: "&&", or: "||", "=": "==" };
const METHODS: Partial<Readonly<Record<Operator, string>>> = {
  "starts-with": "startsWith",
  "ends-with": "endsWith",
  contains: "contains",
  matches: "matches",
  size: "size",
  lower: "lowerAscii",
  upper: "upperAscii",
};
const FUNCTIONS: Partial<Readonly<Record<Operator, string>>> = {
  has: "has",
  "to-text": "string",
  "to-number": "double",
  "to-whole": "int",
};

function printCall(op: Operator, [a = "", b = "", c = ""]: readonly string[]): string {
  if (op === "if") return `(${a} ? ${b} : ${c})`;
  if (op === "not") return `!(${a})`;
  if (op === "negate") return `-(${a})`;
  const method = METHODS[op];
  if (method !== undefined) return `${a}.${method}(${b})`;
  const named = FUNCTIONS[op];
  return named === undefined ? `(${a} ${SIGNS[op] ?? op} ${b})` : `${named}(${a})`;
}
