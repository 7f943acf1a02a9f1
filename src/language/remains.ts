import type { z } from "zod";
import type { Path } from "./diagnostic.ts";
import { isMap, valueAt } from "./plain-data.ts";
import { ENTRIES, REMAINS, type Remains } from "./schema.ts";

type Issue = z.core.$ZodIssue;

/** What is left of a file without all that has a wrong shape. */
export function remainsOf(value: unknown, issues: readonly Issue[]): Remains | undefined {
  let rest = issues.reduce((left, issue) => without(issue, left, []), value);
  for (let round = 0; round < 20; round++) {
    const checked = REMAINS.safeParse(rest);
    if (checked.success) return checked.data;
    for (const issue of checked.error.issues) rest = without(issue, rest, []);
  }
  return undefined;
}

/** A copy of the value without what the issue complains of. Lists lose nothing but their whole self, so that indexes stay true. */
function without(issue: Issue, root: unknown, above: Path): unknown {
  const path = [...above, ...plainPath(issue.path)];
  if (issue.code === "unrecognized_keys") return issue.keys.reduce((rest, key) => drop(rest, [...path, key]), root);
  const inner = issue.code === "invalid_union" ? bestBranch(issue) : undefined;
  if (inner) return inner.reduce((rest, one) => without(one, rest, path), root);
  const missing = valueAt(root, path) === undefined;
  if (!missing) return drop(root, path);
  const section = path.length > 0 && Object.hasOwn(ENTRIES, path[0]!);
  return path.length <= (section ? 3 : 1) ? root : drop(root, path.slice(0, -1));
}

function drop(value: unknown, path: Path): unknown {
  const list = path.findIndex((_, index) => Array.isArray(valueAt(value, path.slice(0, index))));
  const [step, ...rest] = list < 0 ? path : path.slice(0, list);
  if (step === undefined || !isMap(value) || !Object.hasOwn(value, step)) return value;
  const copy: Record<string, unknown> = Object.assign(Object.create(null), value);
  if (rest.length === 0) delete copy[step];
  else copy[step] = drop(value[step], rest);
  return copy;
}

/** Of several possible forms the one that was meant: the one whose outermost form fits. */
export function bestBranch(issue: z.core.$ZodIssueInvalidUnion): readonly Issue[] | undefined {
  return issue.errors
    .filter((issues) => issues.every((inner) => inner.path.length > 0 || !isOfOtherForm(inner)))
    .sort((a, b) => a.length - b.length)[0];
}

function isOfOtherForm(issue: Issue): boolean {
  return issue.code === "invalid_type" || issue.code === "invalid_value" || issue.code === "invalid_union";
}

export const plainPath = (path: readonly PropertyKey[]): Path =>
  path.map((step) => (typeof step === "number" ? step : String(step)));
