import { compileExpression } from "../cel/compile.ts";
import type { Scope } from "../cel/scope.ts";
import type { Path } from "../diagnostic.ts";
import type { Bound, Duration, PerOccasion, TimeLimit } from "../experience.ts";
import type { EntryOf } from "../schema.ts";
import type { Kind } from "../schema-promise.ts";
import { type Counted, resolveBound } from "./bound.ts";
import { type Context, checkName } from "./context.ts";
import { resolveDuration } from "./duration.ts";

export type LimitFile = NonNullable<EntryOf<"promises">["expected"]>;
type LimitMap = Exclude<LimitFile, string | number>;
const BOUND_WORDS = /^\s*(at\s+most|at\s+least|between)\b/i;

/** The usual value, and the other values by occasion. */
export function resolvePerOccasion<T>(
  limit: LimitFile | undefined,
  path: Path,
  one: (limit: LimitFile, path: Path) => T | undefined,
  context: Context,
): PerOccasion<T> | undefined {
  if (limit === undefined) return undefined;
  const usual = one(limit, path);
  const others = typeof limit === "object" ? Object.entries(limit.for ?? {}) : [];
  const values = others.flatMap(([occasion, other]) => {
    const at = [...path, "for", occasion];
    checkName("occasions", occasion, { path: at, part: "key" }, context);
    const value = one(other, at);
    return value === undefined ? [] : [{ occasion, value }];
  });
  return usual === undefined ? undefined : { usual, for: values };
}

/** For `then`: within a duration, by a moment, or eventually. */
export function resolveTimeLimit(limit: LimitFile, path: Path, scope: Scope, context: Context): TimeLimit | undefined {
  const { report } = context;
  if (typeof limit !== "object") {
    if (typeof limit === "string" && BOUND_WORDS.test(limit)) return refuseForm(limit.trim(), path, "then", context);
    return resolveWithin(limit, path, context);
  }
  if (limit.be !== undefined) return refuseForm("be", [...path, "be"], "then", context);
  const { within, by } = limit;
  if (within !== undefined && by !== undefined) {
    report.add("two-limits", { path: [...path, "by"], part: "key" }, { one: "within", other: "by" });
  }
  if (within !== undefined) return resolveWithin(within, [...path, "within"], context);
  if (by === undefined) return refuseNothing(path, "{ within: 3 days }", context);
  const moment = compileExpression(by, [...path, "by"], scope, report);
  if (!moment) return undefined;
  if (moment.type !== "moment" && moment.type !== "date") {
    report.add("by-not-a-moment", { path: [...path, "by"] }, { type: moment.type });
  }
  return { kind: "by", moment };
}

function resolveWithin(value: string | number, path: Path, context: Context): TimeLimit | undefined {
  if (typeof value === "string" && value.trim().toLowerCase() === "eventually") return { kind: "eventually" };
  const duration = resolveDuration(value, path, context);
  return duration && { kind: "within", duration };
}

/** For `count` and `measure`. */
export function resolveBoundLimit(limit: LimitFile, path: Path, of: Counted, context: Context): Bound | undefined {
  const kind = of === "count" ? "count" : "measure";
  if (typeof limit !== "object") return resolveBound(limit, path, of, context);
  const other = limit.within !== undefined ? "within" : limit.by !== undefined ? "by" : undefined;
  if (other) return refuseForm(other, [...path, other], kind, context);
  if (limit.be === undefined) return refuseNothing(path, "{ be: at most 1 }", context);
  return resolveBound(limit.be, [...path, "be"], of, context);
}

/** For `first`, which only knows how long ago. */
export function resolveFirstWithin(limit: LimitFile, path: Path, context: Context): Duration | undefined {
  if (typeof limit !== "object") return resolveDuration(limit, path, context);
  const other = (["by", "be", "for"] as const).find((key) => limit[key as keyof LimitMap] !== undefined);
  if (other) return refuseForm(other, [...path, other], "first", context);
  if (limit.within === undefined) return refuseNothing(path, "{ within: 14 days }", context);
  return resolveDuration(limit.within, [...path, "within"], context);
}

const EXAMPLES: Readonly<Record<Kind, string>> = {
  then: "a time such as 3 days or { by: asked.promised_for }",
  never: "for: 7 days",
  count: "a bound such as at most 1 or { be: at most 1 }",
  measure: "a bound such as at most 1 or { be: at most 1 }",
  first: "a time such as 14 days",
};

function refuseForm(key: string, path: Path, kind: Kind, context: Context): undefined {
  const isKey = path.at(-1) === key;
  context.report.add(
    "limit-not-for-kind",
    { path, part: isKey ? "key" : "value" },
    { key, kind, example: EXAMPLES[kind] },
  );
}

function refuseNothing(path: Path, example: string, context: Context): undefined {
  if (!context.report.spoiled(path)) context.report.add("expected-missing", { path, part: "key" }, { example });
}
