import type { ASTNode } from "@marcbachmann/cel-js";
import { nearestName } from "../nearest-name.ts";
import { patternFault, readDate, readDuration, readMoment } from "./literals.ts";
import { FUNCTIONS, type Signature, typeHint, WRITTEN_OUT } from "./types.ts";
import { type Compilation, call, literal, refuse, type Value } from "./value.ts";

/** A call of a function, written f(x) or x.f(y). */
export function compileCall(
  node: ASTNode,
  name: string,
  target: ASTNode | undefined,
  args: readonly ASTNode[],
  c: Compilation,
): Value | undefined {
  if (name === "has" && !target) return compileHas(node, args, c);
  const written = target ? undefined : WRITTEN_OUT.get(name);
  if (written) return compileWrittenOut(node, name, args, written.example, c);
  const signature = FUNCTIONS.get(name);
  const nodes = target ? [target, ...args] : args;
  if (!signature) {
    for (const each of target ? [target] : args) c.compile(each);
    const near = nearestName(name, [...FUNCTIONS.keys(), ...WRITTEN_OUT.keys(), "has"]);
    const start = target ? node.input.indexOf(name, target.range.end) : node.range.start;
    c.report.add("unknown-function", c.at({ range: { start, end: start + name.length } }), { name }, near);
    return undefined;
  }
  const form = target ? "x.f(y)" : "f(x)";
  const fits =
    nodes.length === signature.takes.length && (signature.written === "either" || signature.written === form);
  if (!fits) return refuse("wrong-arguments", node, c, { name, form: signature.form });
  return compileArguments(node, name, signature, nodes, c);
}

function compileArguments(
  _node: ASTNode,
  name: string,
  signature: Signature,
  nodes: readonly ASTNode[],
  c: Compilation,
) {
  const values = nodes.map((each) => c.compile(each));
  let good = true;
  for (const [index, value] of values.entries()) {
    if (value && signature.takes[index]!.includes(value.type)) continue;
    good = false;
    if (value)
      refuse("type-mismatch", nodes[index]!, c, {
        op: name,
        types: [value.type],
        hint: typeHint([value.type, signature.takes[index]![0]!]),
      });
  }
  if (name === "matches" && values[1]?.type === "text") {
    const pattern = values[1];
    const wrong = pattern.kind === "literal" ? patternFault(String(pattern.value)) : "it must be written out";
    if (wrong !== undefined) return refuse("pattern-invalid", nodes[1]!, c, { words: wrong });
  }
  return good ? call(signature.op, signature.gives, values as Value[]) : undefined;
}

function compileHas(node: ASTNode, args: readonly ASTNode[], c: Compilation): Value | undefined {
  const [of] = args;
  const isProperty = args.length === 1 && (of?.op === "." || (of?.op === "[]" && of.args[1].op === "value"));
  if (!of || !isProperty) return refuse("has-needs-property", node, c, {});
  const property = c.compile(of);
  return property && call("has", "yes-no", [property]);
}

function compileWrittenOut(
  node: ASTNode,
  name: string,
  args: readonly ASTNode[],
  example: string,
  c: Compilation,
): Value | undefined {
  const [of] = args;
  const text = args.length === 1 && of?.op === "value" && typeof of.args === "string" ? of.args : undefined;
  const malformed = () => refuse("literal-malformed", of ?? node, c, { function: name, example });
  if (text === undefined) return malformed();
  if (name === "date") return readDate(text) === undefined ? malformed() : literal("date", text);
  const number = name === "duration" ? readDuration(text) : readMoment(text);
  return number === undefined ? malformed() : literal(name === "duration" ? "duration" : "moment", number);
}
