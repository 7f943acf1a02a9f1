import { z } from "zod";
import type { Path } from "./diagnostic.ts";
import { nearestName } from "./nearest-name.ts";
import type { Report } from "./report.ts";
import { ENTRIES, EXPERIENCE_FILE, REMAINS, type Remains } from "./schema.ts";
import { type Code, WORDS } from "./words.ts";

/** Sections of the language whose features are still to come. */
const LATER: readonly string[] = ["policies", "remedies", "practices", "surveys"];

type Issue = z.core.$ZodIssue;
const CALLED: Readonly<Record<string, string>> = {
  string: "a text",
  number: "a number",
  boolean: "true or false",
  array: "a list",
  object: "a map",
  record: "a map",
};

/** Reports everything that has a wrong shape and gives back the rest of the file. */
export function checkShape(value: unknown, report: Report): Remains | undefined {
  if (!isMap(value) || Object.keys(value).length === 0) {
    report.add("empty-file", { path: [] }, {});
    return undefined;
  }
  const checked = EXPERIENCE_FILE.safeParse(value);
  if (checked.success) return REMAINS.parse(checked.data);
  let rest: unknown = value;
  for (const issue of checked.error.issues) {
    reportIssue(issue, [], value, report);
    rest = without(issue, rest, []);
  }
  return remains(rest);
}

function remains(value: unknown): Remains | undefined {
  let rest = value;
  for (let round = 0; round < 20; round++) {
    const checked = REMAINS.safeParse(rest);
    if (checked.success) return checked.data;
    for (const issue of checked.error.issues) rest = without(issue, rest, []);
  }
  return undefined;
}

function reportIssue(issue: Issue, above: Path, root: unknown, report: Report): void {
  const path = [...above, ...plainPath(issue.path)];
  const found = valueAt(root, path);
  if (found === undefined && report.spoiled(path)) return;
  report.spoil(path);
  if (issue.code === "unrecognized_keys") {
    for (const key of issue.keys) reportUnknownKey(key, path, root, report);
  } else if (issue.code === "invalid_key") {
    report.add("bad-name", { path, part: "key" }, { name: String(path.at(-1)) });
  } else if (found === undefined) {
    report.add("missing-key", { path }, { name: String(path.at(-1)) });
  } else if (issue.code === "invalid_union" && bestBranch(issue)) {
    for (const inner of bestBranch(issue) ?? []) reportIssue(inner, path, root, report);
  } else if (issue.code === "invalid_type" && Number.isNaN(found)) {
    report.add("wrong-shape", { path }, { expected: CALLED[issue.expected] ?? issue.expected, found: "no number" });
  } else if (isCode(issue.message)) {
    reportCoded(issue.message, issue, path, found, report);
  } else if (
    issue.code === "too_big" ||
    (issue.code === "invalid_type" && typeof found === "number" && issue.expected === "number")
  ) {
    report.add("number-too-large", { path }, {});
  } else {
    const expected = issue.code === "invalid_type" ? (CALLED[issue.expected] ?? issue.expected) : issue.message;
    report.add("wrong-shape", { path }, { expected, found: inWords(found) });
  }
}

/** Codes that the schema itself names; two of them want to know what would have been right. */
function reportCoded(code: Code, issue: Issue, path: Path, found: unknown, report: Report): void {
  if (code === "property-type-unknown" || code === "not-one-of") {
    const known = issue.code === "invalid_value" ? issue.values.map(String) : [];
    const near = typeof found === "string" ? nearestName(found, known) : undefined;
    report.add(code, { path }, { found: inWords(found), known }, near);
    return;
  }
  report.add(code as "empty-text", { path }, {});
}

function reportUnknownKey(key: string, path: Path, root: unknown, report: Report): void {
  const known = keysAt(path, root);
  const near = path.length === 0 && LATER.includes(key) ? undefined : nearestName(key, known);
  report.spoil([...path, key]);
  if (near !== undefined) report.spoil([...path, near]);
  if (path.length === 0)
    report.add("unknown-section", { path: [key], part: "key" }, { name: key, later: LATER.includes(key) }, near);
  else
    report.add(
      "unknown-key",
      { path: [...path, key], part: "key" },
      { name: key, known: near === undefined ? known : [] },
      near,
    );
}

/** Of several possible forms the one that was meant: the one whose outermost form fits. */
function bestBranch(issue: z.core.$ZodIssueInvalidUnion): readonly Issue[] | undefined {
  return issue.errors
    .filter((issues) => issues.every((inner) => inner.path.length > 0 || !isOfOtherForm(inner)))
    .sort((a, b) => a.length - b.length)[0];
}

function isOfOtherForm(issue: Issue): boolean {
  return issue.code === "invalid_type" || issue.code === "invalid_value" || issue.code === "invalid_union";
}

/** The keys that the schema knows at a place, found by walking down the schema along the path. */
function keysAt(path: Path, root: unknown): readonly string[] {
  let schemas: readonly z.core.$ZodType[] = [EXPERIENCE_FILE];
  for (const [index, step] of path.entries())
    schemas = schemas.flatMap(unwrap).flatMap((schema) => below(schema, step, index));
  const maps = schemas.flatMap(unwrap).filter((schema) => schema instanceof z.ZodObject);
  return isMap(valueAt(root, path)) ? maps.flatMap((schema) => Object.keys(schema.shape)) : [];
}

function unwrap(schema: z.core.$ZodType): readonly z.core.$ZodType[] {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable) return unwrap(schema.unwrap());
  if (schema instanceof z.ZodUnion) return schema.options.flatMap((option) => unwrap(option));
  return [schema];
}

function below(schema: z.core.$ZodType, step: string | number, _index: number): readonly z.core.$ZodType[] {
  if (schema instanceof z.ZodObject)
    return Object.hasOwn(schema.shape, step) ? [schema.shape[step] as z.core.$ZodType] : [];
  if (schema instanceof z.ZodRecord) return [schema.valueType];
  return schema instanceof z.ZodArray ? [schema.element] : [];
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

function valueAt(root: unknown, path: Path): unknown {
  let value = root;
  for (const step of path) {
    if (Array.isArray(value)) value = value[Number(step)];
    else if (isMap(value) && Object.hasOwn(value, step)) value = value[step];
    else return undefined;
  }
  return value;
}

export function inWords(value: unknown): string {
  if (value === null) return "nothing";
  if (typeof value === "string") return `"${value}"`;
  if (Array.isArray(value)) return "a list";
  return isMap(value) ? "a map" : String(value);
}

const plainPath = (path: readonly PropertyKey[]): Path =>
  path.map((step) => (typeof step === "number" ? step : String(step)));
const isCode = (message: string): message is Code => Object.hasOwn(WORDS, message);
const isMap = (value: unknown): value is Readonly<Record<string | number, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
