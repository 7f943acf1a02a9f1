import { type ASTNode, parse } from "@marcbachmann/cel-js";
import type { Path } from "../diagnostic.ts";
import { nearestName } from "../nearest-name.ts";
import type { At, Report } from "../report.ts";
import type { Range } from "../yaml.ts";
import { compileCall } from "./calls.ts";
import { compileBinary, compileChoice, compileIn, compileLogic, compileNegative } from "./operators.ts";
import type { Scope } from "./scope.ts";
import { type Compilation, literal, refuse, type Value } from "./value.ts";

/** Far beyond what a person writes; what reads the expression later goes down as deep. */
const DEEPEST = 300;

/** Turns CEL into a typed expression; undefined when there was a fault, which is then reported at its place. */
export function compileExpression(text: string, path: Path, scope: Scope, report: Report): Value | undefined {
  const refuseSyntax = (words: string, range: Range) =>
    report.add("expression-syntax", { path, span: range }, { words });
  const parsed = parseExpression(text);
  if ("words" in parsed) {
    refuseSyntax(parsed.words, parsed.range);
    return undefined;
  }
  let depth = 0;
  const c: Compilation = {
    scope,
    report,
    at: ({ range }): At => ({ path, span: [range.start, range.end] }),
    compile: (node) => {
      if (depth === DEEPEST) {
        refuseSyntax("it is nested too deeply", [0, text.length]);
        return undefined;
      }
      depth++;
      const value = compileNode(node, c);
      depth--;
      return value;
    },
  };
  return c.compile(parsed);
}

function parseExpression(text: string): ASTNode | { readonly words: string; readonly range: Range } {
  try {
    return parse(text).ast;
  } catch (error) {
    return readFailure(error, text);
  }
}

function readFailure(error: unknown, text: string): { readonly words: string; readonly range: Range } {
  if (!(error instanceof Error) || !("range" in error) || !("summary" in error)) throw error;
  const range = error.range as { readonly start: number; readonly end: number } | undefined;
  const start = Math.min(range?.start ?? 0, Math.max(0, text.length - 1));
  const summary = String(error.summary).replace("Unexpected token: EOF", "something is missing at its end");
  return {
    words: summary.charAt(0).toLowerCase() + summary.slice(1),
    range: [start, Math.max(start + 1, range?.end ?? 0)],
  };
}

function compileNode(node: ASTNode, c: Compilation): Value | undefined {
  switch (node.op) {
    case "value":
      return compileLiteral(node, c);
    case "id":
      return refuseWord(node.args, node, c);
    case ".":
      return compileProperty(node, node.args[0], node.args[1], c);
    case "[]": {
      const key = node.args[1];
      const name = key.op === "value" && typeof key.args === "string" ? key.args : undefined;
      return name === undefined
        ? refuse("not-in-the-language", node, c, { words: "[…] without a text" })
        : compileProperty(node, node.args[0], name, c);
    }
    case "&&":
    case "||":
      return compileLogic(node.op === "&&" ? "and" : "or", node.op, node.args, c);
    case "!_":
      return compileLogic("not", "!", [node.args], c);
    case "-_":
      return compileNegative(node, node.args, c);
    case "?:":
      return compileChoice(node, node.args, c);
    case "in":
      return compileIn(node, node.args, c);
    case "==":
    case "!=":
    case "<":
    case "<=":
    case ">":
    case ">=":
    case "+":
    case "-":
    case "*":
    case "/":
    case "%":
      return compileBinary(node, node.op, node.args, c);
    case "call":
      return compileCall(node, node.args[0], undefined, node.args[1], c);
    case "rcall":
      return compileCall(node, node.args[0], node.args[1], node.args[2], c);
    case "list":
      return refuse("list-not-literal", node, c, {});
    default:
      return refuse("not-in-the-language", node, c, { words: node.op === "map" ? "A map" : `"${node.op}"` });
  }
}

function compileLiteral(node: ASTNode & { readonly op: "value" }, c: Compilation): Value | undefined {
  const value = node.args;
  if (value === null) return refuse("null-not-supported", node, c, {});
  if (typeof value === "string") return literal("text", value);
  if (typeof value === "boolean") return literal("yes-no", value);
  if (typeof value === "object")
    return refuse("not-in-the-language", node, c, {
      words: value instanceof Uint8Array ? "Bytes" : "An unsigned number",
    });
  const number = Number(value);
  const exact = typeof value === "bigint" ? Number.isSafeInteger(number) : Number.isFinite(number);
  return exact
    ? literal(typeof value === "bigint" ? "whole" : "number", number)
    : refuse("number-too-large", node, c, {});
}

/** A word without a property: a whole event, a word that is not known here, or a property that lacks its event. */
function refuseWord(word: string, node: ASTNode, c: Compilation): undefined {
  if (c.scope.roots.has(word)) return refuse("event-as-value", node, c, { name: word });
  const elsewhere = c.scope.refused.get(word);
  if (elsewhere) {
    elsewhere(c.at(node), c.report);
    return undefined;
  }
  const owners = [...c.scope.roots].filter(
    ([, root]) => root.typeOf(word) !== undefined && root.typeOf(word) !== "unknown",
  );
  const known = (owners.length > 0 ? owners : [...c.scope.roots]).map(([name]) => name);
  const near = owners.length > 0 ? undefined : nearestName(word, known);
  return refuse("unknown-word", node, c, { name: word, known, property: owners.length > 0 }, near);
}

function compileProperty(node: ASTNode, of: ASTNode, name: string, c: Compilation): Value | undefined {
  if (of.op !== "id") {
    const inner = c.compile(of);
    return inner && refuse("not-in-the-language", node, c, { words: "A property of a value" });
  }
  const root = c.scope.roots.get(of.args);
  if (!root) return refuseWord(of.args, of, c);
  const type = root.typeOf(name);
  if (type === undefined) {
    const at = c.at({ range: { start: of.range.end + 1, end: node.range.end } });
    c.report.add("unknown-property", at, { name, events: root.events }, nearestName(name, root.properties()));
  }
  return type === undefined || type === "unknown" ? undefined : { kind: "property", type, of: of.args, name };
}
