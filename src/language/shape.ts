import type { z } from "zod";
import type { Path } from "./diagnostic.ts";
import { nearestName } from "./nearest-name.ts";
import { inWords, isMap, valueAt } from "./plain-data.ts";
import { bestBranch, plainPath, remainsOf } from "./remains.ts";
import type { Report } from "./report.ts";
import { EXPERIENCE_FILE, REMAINS, type Remains } from "./schema.ts";
import { keysAt } from "./schema-walk.ts";
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
  for (const issue of checked.error.issues) reportIssue(issue, [], value, report);
  return remainsOf(value, checked.error.issues);
}

function reportIssue(issue: Issue, above: Path, root: unknown, report: Report): void {
  const path = [...above, ...plainPath(issue.path)];
  const found = valueAt(root, path);
  if (issue.code === "unrecognized_keys") {
    for (const key of issue.keys) reportUnknownKey(key, path, root, report);
    return;
  }
  if (found === undefined && report.spoiled(path)) return;
  report.spoil(path);
  const branch = issue.code === "invalid_union" ? bestBranch(issue) : undefined;
  if (issue.code === "invalid_key") {
    report.add("bad-name", { path, part: "key" }, { name: String(path.at(-1)) });
  } else if (found === undefined) {
    report.add("missing-key", { path }, { name: String(path.at(-1)) });
  } else if (branch) {
    for (const inner of branch) reportIssue(inner, path, root, report);
  } else if (isCode(issue.message)) {
    reportCoded(issue.message, issue, path, found, report);
  } else if (found === Number.POSITIVE_INFINITY || found === Number.NEGATIVE_INFINITY) {
    report.add("number-too-large", { path }, {});
  } else {
    const expected = issue.code === "invalid_type" ? (CALLED[issue.expected] ?? issue.expected) : issue.message;
    report.add("wrong-shape", { path }, { expected, found: Number.isNaN(found) ? "no number" : inWords(found) });
  }
}

/** Codes that the schema itself names: between them they want to know what stands there and what would have been right. */
function reportCoded(code: Code, issue: Issue, path: Path, found: unknown, report: Report): void {
  const known = issue.code === "invalid_value" ? issue.values.map(String) : [];
  const near = typeof found === "string" ? nearestName(found, known) : undefined;
  const facts = { name: typeof found === "string" ? found : inWords(found), found: inWords(found), known };
  report.add(code as "not-one-of" | "bad-name", { path }, facts, near);
}

function reportUnknownKey(key: string, path: Path, root: unknown, report: Report): void {
  const known = keysAt(path, root);
  const near = path.length === 0 && LATER.includes(key) ? undefined : nearestName(key, known);
  report.spoil([...path, key]);
  if (near !== undefined) report.spoil([...path, near]);
  const at = { path: [...path, key], part: "key" } as const;
  if (path.length === 0) report.add("unknown-section", at, { name: key, later: LATER.includes(key) }, near);
  else report.add("unknown-key", at, { name: key, known: near === undefined ? known : [] }, near);
}

const isCode = (message: string): message is Code => Object.hasOwn(WORDS, message);
