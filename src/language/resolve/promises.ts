import { compileExpression } from "../cel/compile.ts";
import type { Scope } from "../cel/scope.ts";
import type { Value } from "../cel/value.ts";
import type { Path } from "../diagnostic.ts";
import type { Bound, CustomerPromise, Duration, PerOccasion, TimeLimit } from "../experience.ts";
import type { Kind } from "../schema-promise.ts";
import type { Counted } from "./bound.ts";
import { entriesOf, type PromiseContext } from "./context.ts";
import { resolveDuration } from "./duration.ts";
import { resolveBoundLimit, resolveFirstWithin, resolvePerOccasion, resolveTimeLimit } from "./limits.ts";
import { checkKeys, kindOf, openTerms, type PromiseFile, resolveCommon } from "./promise-parts.ts";

const NEVER: PerOccasion<Bound> = { usual: { least: undefined, most: 0 }, for: [] };
// What stands where a fault was: the experience is not given out then.
const NO_TIME: Duration = { kind: "elapsed", ms: 0 };
const NO_LIMIT: PerOccasion<TimeLimit> = { usual: { kind: "eventually" }, for: [] };
const NO_NUMBER: Value = { kind: "literal", type: "number", value: 0 };

/** What customers were led to expect. */
export function resolvePromises(context: PromiseContext): readonly CustomerPromise[] {
  return entriesOf("promises", context.file).flatMap(([name, entry]) => {
    const path = ["promises", name];
    const kind = kindOf(entry, path, context);
    if (kind) checkKeys(entry, kind, path, context);
    return [resolvePromise(name, entry, kind ?? "then", path, context)];
  });
}

function resolvePromise(
  name: string,
  entry: PromiseFile,
  kind: Kind,
  path: Path,
  context: PromiseContext,
): CustomerPromise {
  const terms = openTerms(entry, path, context);
  const { when, term } = terms;
  const common = (answering: typeof when) => resolveCommon(name, entry, when, answering, context);
  switch (kind) {
    case "then": {
      const answer = term("then");
      const withs = terms.withs();
      const scope = terms.values(answer, withs);
      const limits = resolveTimes(entry, path, scope, context);
      return { ...common(answer), kind, then: answer, ...shields(term), with: withs, ...limits };
    }
    case "never":
    case "count": {
      const count = term(kind);
      const unless = term("unless");
      const window = resolveWindow(entry, kind, path, context);
      const limits =
        kind === "count" ? resolveBounds(entry, path, "count", context) : { expected: NEVER, target: undefined };
      return { ...common(count), kind, count, for: window, unless, ...limits };
    }
    case "measure": {
      const answer = term("then");
      const withs = terms.withs();
      const measured = entry.then !== undefined || context.report.spoiled([...path, "then"]) ? answer : undefined;
      const measure = resolveMeasure(entry.measure, path, terms.values(measured, withs), context);
      const limits = resolveBounds(
        entry,
        path,
        !measure || measure.type === "duration" ? "duration" : "number",
        context,
      );
      return {
        ...common(measured ?? when),
        kind,
        then: answer,
        ...shields(term),
        with: withs,
        measure: measure ?? NO_NUMBER,
        ...limits,
      };
    }
    case "first": {
      const first = term("first");
      return { ...common(first), kind, first, within: resolveHowLongAgo(entry, path, context) };
    }
  }
}

function shields(term: ReturnType<typeof openTerms>["term"]) {
  return { unless: term("unless"), before: term("before"), undoneBy: term("undone-by") };
}

function resolveTimes(entry: PromiseFile, path: Path, scope: Scope, context: PromiseContext) {
  const one = (key: "expected" | "target") =>
    resolvePerOccasion(entry[key], [...path, key], (limit, at) => resolveTimeLimit(limit, at, scope, context), context);
  // Of a promise without a kind nobody knows which limits it may have.
  if (entry.then === undefined && !context.report.spoiled([...path, "then"]))
    return { expected: NO_LIMIT, target: undefined };
  requireExpected(entry, path, "3 days", context);
  return { expected: one("expected") ?? NO_LIMIT, target: one("target") };
}

function resolveBounds(entry: PromiseFile, path: Path, of: Counted, context: PromiseContext) {
  const one = (key: "expected" | "target") =>
    resolvePerOccasion(entry[key], [...path, key], (limit, at) => resolveBoundLimit(limit, at, of, context), context);
  requireExpected(entry, path, "at most 1", context);
  return { expected: one("expected") ?? NEVER, target: one("target") };
}

function requireExpected(entry: PromiseFile, path: Path, example: string, context: PromiseContext): void {
  const at = [...path, "expected"];
  if (entry.expected === undefined && !context.report.spoiled(at))
    context.report.add("expected-missing", { path: at }, { example });
}

function resolveWindow(entry: PromiseFile, kind: Kind, path: Path, context: PromiseContext): Duration {
  const at = [...path, "for"];
  if (entry.for !== undefined) return resolveDuration(entry.for, at, context) ?? NO_TIME;
  if (!context.report.spoiled(at)) context.report.add("window-missing", { path: at }, { kind });
  return NO_TIME;
}

function resolveMeasure(
  text: string | undefined,
  path: Path,
  scope: Scope,
  context: PromiseContext,
): Value | undefined {
  const at = [...path, "measure"];
  const value = text === undefined ? undefined : compileExpression(text, at, scope, context.report);
  if (value && !["number", "whole", "duration"].includes(value.type)) {
    context.report.add("measure-not-a-number", { path: at }, { type: value.type });
  }
  return value;
}

function resolveHowLongAgo(entry: PromiseFile, path: Path, context: PromiseContext): Duration | undefined {
  const { within, expected } = entry;
  if (within !== undefined && expected !== undefined) {
    context.report.add(
      "two-limits",
      { path: [...path, "expected"], part: "key" },
      { one: "within", other: "expected" },
    );
  }
  if (within !== undefined) return resolveDuration(within, [...path, "within"], context);
  return expected === undefined ? undefined : resolveFirstWithin(expected, [...path, "expected"], context);
}
