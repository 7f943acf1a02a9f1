import { compileExpression } from "../cel/compile.ts";
import type { Root, Scope } from "../cel/scope.ts";
import type { Path } from "../diagnostic.ts";
import type { Term } from "../experience.ts";
import type { EntryOf } from "../schema.ts";
import { type Context, checkName, checkNames, propertiesOf, propertyOf } from "./context.ts";

export type TermFile = NonNullable<EntryOf<"promises">["when"]>;

/** What stands before the dot when it may be any of these events. */
export function rootOf(events: readonly string[], context: Context): Root {
  return {
    events,
    typeOf: (property) => {
      const types = events.map((event) => propertyOf(event, property, context));
      const hidden = types.includes("unknown") || events.length === 0 ? "unknown" : undefined;
      return types.find((type) => type !== undefined && type !== "unknown") ?? hidden;
    },
    properties: () => events.flatMap((event) => propertiesOf(event, context)),
  };
}

/** The events that a term names, each with its condition; `scopeOf` says what the condition of one event may use. */
export function resolveTerm(
  term: TermFile | undefined,
  path: Path,
  scopeOf: (event: string) => Scope,
  context: Context,
): Term {
  if (term === undefined) return [];
  if (typeof term === "string") {
    checkName("events", term, { path }, context);
    return [{ event: term, if: undefined }];
  }
  const isList = Array.isArray(term);
  if ((isList ? term : Object.keys(term)).length === 0) {
    if (!context.report.spoiled(path)) context.report.add("empty-list", { path }, { words: "event" });
    return [];
  }
  if (isList) {
    checkNames("events", term, path, context);
    return [...new Set(term)].map((event) => ({ event, if: undefined }));
  }
  return Object.entries(term).map(([event, condition]) => {
    checkName("events", event, { path: [...path, event], part: "key" }, context);
    const text = typeof condition === "string" && condition.trim() !== "" ? condition : undefined;
    return {
      event,
      if: text === undefined ? undefined : resolveCondition(text, [...path, event], scopeOf(event), context),
    };
  });
}

function resolveCondition(text: string, path: Path, scope: Scope, context: Context) {
  const expression = compileExpression(text, path, scope, context.report);
  if (expression && expression.type !== "yes-no") {
    context.report.add("not-a-condition", { path, span: [0, text.length] }, { type: expression.type });
  }
  return expression;
}
