import type { Diagnostic, Path } from "./diagnostic.ts";
import { type Code, type Facts, WORDS } from "./words.ts";
import { type Place, placeKey, type Range, type Tree } from "./yaml.ts";

/** Where a diagnostic points: at a value, at its key, or at some characters inside a text. */
export interface At {
  readonly path: Path;
  readonly part?: "key" | "value";
  /** `[start, end)` within the text at `path`. */
  readonly span?: Range | undefined;
}

/** Collects what is wrong with one file. */
export interface Report {
  readonly add: <C extends Code>(code: C, at: At, facts: Facts<C>, nearest?: string) => void;
  /** Remembers that something at `path` was refused. */
  readonly spoil: (path: Path) => void;
  /** Whether something at, above or below `path` was refused, so that what is missing there is no further fault. */
  readonly spoiled: (path: Path) => boolean;
  readonly hasFaults: () => boolean;
  /** In the order of the file; the same thing is never said twice. */
  readonly diagnostics: () => readonly Diagnostic[];
}

export function openReport(tree: Tree, file: string): Report {
  const found = new Map<string, Diagnostic>();
  const spoiled = new Set<string>();
  const above = new Set<string>();
  const place = (path: Path): Place | undefined => tree.places.get(placeKey(path));

  const add: Report["add"] = (code, at, facts, nearest) => {
    const known = at.path.findLastIndex((_, index) => place(at.path.slice(0, index + 1)) !== undefined) + 1;
    const range = rangeAt(place(at.path.slice(0, known)), at, known === at.path.length);
    const diagnostic = makeDiagnostic(
      code,
      at.path,
      rangeInLines(tree, range),
      file,
      WORDS[code].say(facts as never),
      nearest,
    );
    found.set(JSON.stringify([code, diagnostic.line, diagnostic.column, diagnostic.message]), diagnostic);
  };
  const spoil: Report["spoil"] = (path) => {
    spoiled.add(placeKey(path));
    for (let length = 1; length < path.length; length++) above.add(placeKey(path.slice(0, length)));
  };
  for (const { code, range, facts, path } of tree.faults) {
    if (path.length > 0) spoil(path);
    const words = WORDS[code].say(facts);
    const diagnostic = makeDiagnostic(code, path, rangeInLines(tree, range), file, words, undefined);
    found.set(JSON.stringify([code, range]), diagnostic);
  }
  return {
    add,
    spoil,
    spoiled: (path) =>
      above.has(placeKey(path)) || path.some((_, index) => spoiled.has(placeKey(path.slice(0, index + 1)))),
    hasFaults: () => [...found.values()].some((diagnostic) => diagnostic.severity === "fault"),
    diagnostics: () =>
      [...found.values()].sort((a, b) => a.line - b.line || a.column - b.column || a.id.localeCompare(b.id)),
  };
}

type Lines = Pick<Diagnostic, "line" | "column" | "endLine" | "endColumn" | "source">;

function makeDiagnostic(
  code: Code,
  path: Path,
  lines: Lines,
  file: string,
  words: string,
  nearest: string | undefined,
) {
  const message = nearest === undefined ? words : `${words} Did you mean "${nearest}"?`;
  return Object.freeze({
    code,
    id: WORDS[code].id,
    severity: WORDS[code].severity,
    message,
    nearest,
    path,
    file,
    ...lines,
  });
}

/** Where the thing itself is not in the file, its nearest surrounding is shown by its key. */
function rangeAt(place: Place | undefined, at: At, exact: boolean): Range {
  if (!place) return [0, 0];
  if (!exact) return place.key ?? [place.value[0], place.value[0] + 1];
  if (at.part === "key") return place.key ?? place.value;
  if (at.span && place.offset) {
    const start = place.offset(at.span[0]);
    return [start, Math.max(start + 1, at.span[1] > at.span[0] ? place.offset(at.span[1] - 1) + 1 : start + 1)];
  }
  return place.value;
}

function rangeInLines(tree: Tree, [start, behind]: Range): Lines {
  // YAML counts the line break behind a block as part of it.
  const end = start + tree.source.slice(start, behind).trimEnd().length;
  const first = tree.lines.linePos(start);
  const last = tree.lines.linePos(Math.max(start, end - 1));
  const lineStart = tree.lines.lineStarts[first.line - 1] ?? 0;
  const source = /^[^\n]*/.exec(tree.source.slice(lineStart))![0].replace(/\r$/, "");
  const column = Math.min(Math.max(1, first.col), source.length + 1);
  const endColumn = Math.max(last.line === first.line ? column + 1 : 1, last.col + 1);
  return { line: Math.max(1, first.line), column, endLine: Math.max(1, last.line), endColumn, source };
}
