import type { ASTNode } from "@marcbachmann/cel-js";
import type { Expression, Operator, PropertyType } from "../experience.ts";
import type { At, Report } from "../report.ts";
import type { Code, Facts } from "../words.ts";
import type { Scope } from "./scope.ts";

/** An expression that gives one value: what stands everywhere but after `in`. */
export type Value = Exclude<Expression, { readonly kind: "list" }>;

/** What the compilation of one expression carries along. */
export interface Compilation {
  readonly scope: Scope;
  readonly report: Report;
  readonly at: (node: { readonly range: { readonly start: number; readonly end: number } }) => At;
  /** undefined when there was a fault, which is then reported. */
  readonly compile: (node: ASTNode) => Value | undefined;
}

export function refuse<C extends Code>(
  code: C,
  node: ASTNode,
  c: Compilation,
  facts: Facts<C>,
  nearest?: string,
): undefined {
  c.report.add(code, c.at(node), facts, nearest);
}

export const literal = (type: PropertyType, value: string | number | boolean): Value => ({
  kind: "literal",
  type,
  value,
});
export const call = (op: Operator, type: PropertyType, args: readonly Expression[]): Value => ({
  kind: "call",
  type,
  op,
  args,
});
