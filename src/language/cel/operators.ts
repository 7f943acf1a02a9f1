import type { ASTNode } from "@marcbachmann/cel-js";
import type { Operator } from "../experience.ts";
import { arithmeticType, branchType, comparable, ordered, typeHint } from "./types.ts";
import { type Compilation, call, literal, refuse, type Value } from "./value.ts";

export function compileLogic(op: Operator, sign: string, nodes: readonly ASTNode[], c: Compilation): Value | undefined {
  const args = nodes.map((node) => c.compile(node));
  for (const [index, arg] of args.entries()) {
    if (arg && arg.type !== "yes-no")
      refuse("type-mismatch", nodes[index]!, c, { op: sign, types: [arg.type], hint: "" });
  }
  const good = args.filter((arg) => arg?.type === "yes-no");
  return good.length === args.length ? call(op, "yes-no", good as Value[]) : undefined;
}

export function compileNegative(node: ASTNode, of: ASTNode, c: Compilation): Value | undefined {
  const value = c.compile(of);
  if (!value) return undefined;
  if (value.kind === "literal" && typeof value.value === "number" && value.type !== "moment")
    return literal(value.type, 0 - value.value);
  if (value.type === "number" || value.type === "whole" || value.type === "duration")
    return call("negate", value.type, [value]);
  return refuse("type-mismatch", node, c, { op: "-", types: [value.type], hint: "" });
}

export function compileChoice(
  node: ASTNode,
  nodes: readonly [ASTNode, ASTNode, ASTNode],
  c: Compilation,
): Value | undefined {
  const [condition, yes, no] = nodes.map((each) => c.compile(each));
  if (condition && condition.type !== "yes-no")
    refuse("type-mismatch", nodes[0], c, { op: "?", types: [condition.type], hint: "" });
  if (!condition || !yes || !no) return undefined;
  const type = branchType(yes.type, no.type);
  if (!type)
    return refuse("type-mismatch", node, c, {
      op: "? :",
      types: [yes.type, no.type],
      hint: typeHint([yes.type, no.type]),
    });
  return condition.type === "yes-no" ? call("if", type, [condition, yes, no]) : undefined;
}

const COMPARE: ReadonlyMap<string, Operator> = new Map([
  ["==", "="],
  ["!=", "!="],
  ["<", "<"],
  ["<=", "<="],
  [">", ">"],
  [">=", ">="],
]);

export function compileBinary(
  node: ASTNode,
  sign: Operator | "==",
  nodes: readonly [ASTNode, ASTNode],
  c: Compilation,
): Value | undefined {
  const [a, b] = [c.compile(nodes[0]), c.compile(nodes[1])];
  if (!a || !b) return undefined;
  const op = COMPARE.get(sign);
  const fits = op && comparable(a.type, b.type) && (op === "=" || op === "!=" || ordered(a.type));
  if (op && fits) return call(op, "yes-no", [a, b]);
  const type = op ? undefined : arithmeticType(sign, a.type, b.type);
  // A moment stands first, whichever way round it was written.
  if (type === "moment" && b.type === "moment") return call("+", type, [b, a]);
  if (type && sign !== "==") return call(sign, type, [a, b]);
  return refuse("type-mismatch", node, c, { op: sign, types: [a.type, b.type], hint: typeHint([a.type, b.type]) });
}

export function compileIn(_node: ASTNode, nodes: readonly [ASTNode, ASTNode], c: Compilation): Value | undefined {
  const [valueNode, list] = nodes;
  const value = c.compile(valueNode);
  if (list.op !== "list" || list.args.length === 0) return refuse("list-not-literal", list, c, {});
  const items = list.args.map((item) => {
    const compiled = c.compile(item);
    return compiled && compiled.kind !== "literal" ? refuse("list-not-literal", item, c, {}) : compiled;
  });
  if (!value) return undefined;
  for (const [index, item] of items.entries()) {
    if (!item || comparable(value.type, item.type)) continue;
    refuse("type-mismatch", list.args[index]!, c, {
      op: "in",
      types: [value.type, item.type],
      hint: typeHint([value.type, item.type]),
    });
  }
  const good = items.filter((item) => item !== undefined && comparable(value.type, item.type));
  if (good.length < items.length) return undefined;
  return call("in", "yes-no", [value, { kind: "list", type: "list", items: good as Value[] }]);
}
