import type { Expression, Operator, PropertyType } from "../language/experience.ts";
import { join, number, type Sql, sql, text, whole } from "../sql/sql.ts";

/** Where a property's value stands: a column, or a field of an array's element. Moments as Int64 milliseconds. */
export type Resolve = (of: string, property: string, type: PropertyType) => Sql;

/** A condition or value as SQL, three-valued: null where something that it needs is absent. */
export function compileExpression(expression: Expression, resolve: Resolve): Sql {
  switch (expression.kind) {
    case "literal":
      return literal(expression.type, expression.value);
    case "property":
      return resolve(expression.of, expression.name, expression.type);
    case "list":
      throw new Error("a list stands only on the right of `in`");
    case "call":
      return call(expression, resolve);
  }
}

/** A condition as 0 or 1: null counts as false. */
export const compileCondition = (condition: Expression, resolve: Resolve): Sql =>
  sql`ifNull(${compileExpression(condition, resolve)}, 0)`;

function literal(type: PropertyType, value: string | number | boolean): Sql {
  switch (type) {
    case "text":
      return sql`${text(String(value))}`;
    case "number":
    case "duration":
      return sql`${number(Number(value))}`;
    case "whole":
    case "moment":
      return sql`${whole(Number(value))}`;
    case "yes-no":
      return value === true ? sql`true` : sql`false`;
    case "date":
      return sql`toDate32(${text(String(value))})`;
  }
}

const INFIX = {
  and: sql` and `,
  or: sql` or `,
  "=": sql` = `,
  "!=": sql` != `,
  "<": sql` < `,
  "<=": sql` <= `,
  ">": sql` > `,
  ">=": sql` >= `,
  "+": sql` + `,
  "-": sql` - `,
  "*": sql` * `,
} as const;

function call(expression: Expression & { kind: "call" }, resolve: Resolve): Sql {
  const { op, args, type } = expression;
  if (op === "in") return oneOf(args, resolve);
  const [a = sql`null`, b = sql`null`, c = sql`null`] = args.map((arg) => compileExpression(arg, resolve));
  const [first, second] = args;
  switch (op) {
    case "+":
    case "-":
      if (type === "moment") return sql`(${a}${INFIX[op]}toInt64(round(${b} * 1000)))`;
      if (type === "duration" && first?.type === "moment") return sql`((${a} - ${b}) / 1000)`;
      return infix(op, a, b);
    case "and":
    case "or":
    case "=":
    case "!=":
    case "<":
    case "<=":
    case ">":
    case ">=":
    case "*":
      return infix(op, a, b);
    case "/":
      return type === "whole" ? sql`intDiv(${a}, nullIf(${b}, 0))` : sql`(${a} / nullIf(${b}, 0))`;
    case "%":
      return sql`(${a} % nullIf(${b}, 0))`;
    case "not":
      return sql`(not ${a})`;
    case "negate":
      return sql`(-${a})`;
    case "if":
      // Of a whole and a fraction the engine would make a type of its own, in which null becomes 0.
      return type === "number" || type === "duration"
        ? sql`multiIf(isNull(${a}), null, ${a}, toFloat64(${b}), toFloat64(${c}))`
        : sql`multiIf(isNull(${a}), null, ${a}, ${b}, ${c})`;
    case "has":
      return sql`isNotNull(${a})`;
    case "starts-with":
      return sql`startsWith(${a}, ${b})`;
    case "ends-with":
      return sql`endsWith(${a}, ${b})`;
    case "contains":
      return sql`(position(${a}, ${b}) > 0)`;
    case "matches":
      return sql`match(${a}, ${pattern(second)})`;
    case "size":
      return sql`toInt64(lengthUTF8(${a}))`;
    case "lower":
      return sql`lower(${a})`;
    case "upper":
      return sql`upper(${a})`;
    case "to-text":
      return sql`toString(${a})`;
    case "to-number":
      return first?.type === "text" ? sql`toFloat64OrNull(${a})` : sql`toFloat64(${a})`;
    case "to-whole":
      return first?.type === "text" ? sql`toInt64OrNull(${a})` : sql`toInt64(trunc(${a}))`;
    default:
      return op satisfies never;
  }
}

const infix = (op: keyof typeof INFIX, a: Sql, b: Sql): Sql => sql`(${a}${INFIX[op]}${b})`;

/** Not the engine's IN, for which null in a list is false and so its negation true. */
function oneOf([value, list]: readonly Expression[], resolve: Resolve): Sql {
  if (value === undefined || list?.kind !== "list") throw new Error("`in` needs a value and a list");
  const left = compileExpression(value, resolve);
  const tests = list.items.map((item) => sql`${left} = ${compileExpression(item, resolve)}`);
  return tests.length === 0 ? sql`if(isNull(${left}), null, false)` : sql`(${join(tests, sql` or `)})`;
}

function pattern(expression: Expression | undefined): Sql {
  if (expression?.kind !== "literal") throw new Error("a pattern is a literal");
  return sql`${text(String(expression.value))}`;
}

/** The parts of a condition that must all hold. */
export function conjuncts(condition: Expression): readonly Expression[] {
  return condition.kind === "call" && condition.op === ("and" satisfies Operator)
    ? condition.args.flatMap(conjuncts)
    : [condition];
}
