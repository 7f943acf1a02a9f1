import {
  isAlias,
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
  type Scalar,
  type YAMLParseError,
} from "yaml";
import { alignScalar } from "./align.ts";
import type { Path } from "./diagnostic.ts";

/** `[start, end)` in characters of the source. */
export type Range = readonly [number, number];

export interface Place {
  readonly key: Range | undefined;
  readonly value: Range;
  /** For a text: where its n-th character stands in the source. */
  readonly offset: ((index: number) => number) | undefined;
}

export interface YamlFault {
  readonly code: "yaml-syntax" | "duplicate-key" | "yaml-alias" | "yaml-tag" | "yaml-key" | "too-large";
  readonly range: Range;
  readonly facts: { readonly words: string; readonly quotes: boolean };
  readonly path: Path;
}

export interface Tree {
  readonly source: string;
  /** Plain data; maps have no prototype. undefined when the text is no YAML. */
  readonly value: unknown;
  readonly places: ReadonlyMap<string, Place>;
  readonly lines: LineCounter;
  readonly faults: readonly YamlFault[];
}

const MOST_CHARACTERS = 4_000_000;
const MOST_SYNTAX_FAULTS = 20;
const DEEPEST = 30;
/** Most often these come of a text that needs quotes. */
const QUOTES: ReadonlySet<string> = new Set([
  "BLOCK_AS_IMPLICIT_KEY",
  "UNEXPECTED_TOKEN",
  "MULTILINE_IMPLICIT_KEY",
  "MISSING_CHAR",
  "BAD_ALIAS",
]);

export const placeKey = (path: Path): string => JSON.stringify(path);

/** Reads YAML into plain data and remembers where everything stands. */
export function readYaml(source: string): Tree {
  const lines = new LineCounter();
  const places = new Map<string, Place>();
  const faults: YamlFault[] = [];
  const give = (value: unknown): Tree => ({ source, value, places, lines, faults });
  const refuse = (words: string): Tree => {
    faults.push(tooLarge(words));
    return give(undefined);
  };
  if (source.length > MOST_CHARACTERS) return refuse("The file is larger than 4 MB");
  try {
    const document = parseDocument(source, { lineCounter: lines, prettyErrors: false, uniqueKeys: true });
    faults.push(...document.errors.map((error) => faultOf(error, source)));
    if (faults.some((fault) => fault.code === "yaml-syntax")) {
      keepFirstPerLine(faults, lines);
      return give(undefined);
    }
    const value = convert(document.contents, [], undefined, { source, places, faults });
    return give(faults.some((fault) => fault.code === "too-large") ? undefined : value);
  } catch (error) {
    if (error instanceof RangeError) return refuse("The file is nested too deeply");
    throw error;
  }
}

const tooLarge = (words: string): YamlFault => ({
  code: "too-large",
  range: [0, 0],
  facts: { words, quotes: false },
  path: [],
});

function faultOf({ code, pos, message }: YAMLParseError, source: string): YamlFault {
  const [start, end] = pos;
  if (code !== "DUPLICATE_KEY") {
    return { code: "yaml-syntax", range: [start, end], facts: { words: message, quotes: QUOTES.has(code) }, path: [] };
  }
  const words = /^[^\n:]*/.exec(source.slice(start))?.[0].trim() ?? "";
  return { code: "duplicate-key", range: [start, start + words.length], facts: { words, quotes: false }, path: [] };
}

interface Conversion {
  readonly source: string;
  readonly places: Map<string, Place>;
  readonly faults: YamlFault[];
}

function convert(node: unknown, path: Path, key: Range | undefined, into: Conversion): unknown {
  if (!isNode(node)) {
    into.places.set(placeKey(path), { key, value: key ?? [0, 0], offset: undefined });
    return null;
  }
  const [start, end] = rangeOf(node);
  const value: Range = start === end && key ? key : [start, end];
  const place = { key, value, offset: isScalar(node) ? offsets(node, value, into.source) : undefined };
  into.places.set(placeKey(path), place);
  if (isAlias(node)) {
    into.faults.push({
      code: "yaml-alias",
      range: value,
      facts: { words: into.source.slice(start, end), quotes: false },
      path,
    });
    return undefined;
  }
  if (node.tag !== undefined) refuseTag(start, path, into);
  if (path.length > DEEPEST) {
    into.faults.push({
      code: "too-large",
      range: value,
      facts: { words: "This is nested too deeply", quotes: false },
      path,
    });
    return undefined;
  }
  if (isSeq(node)) return node.items.map((item, index) => convert(item, [...path, index], undefined, into));
  if (isMap(node)) return convertMap(node.items, path, into);
  return isScalar(node) ? plainScalar(node) : undefined;
}

/** The tag stands before its value. */
function refuseTag(start: number, path: Path, into: Conversion): void {
  const tag = /(!\S*)\s*$/.exec(into.source.slice(0, start));
  const range: Range = tag ? [tag.index, tag.index + tag[1]!.length] : [start, start + 1];
  into.faults.push({
    code: "yaml-tag",
    range,
    facts: { words: into.source.slice(range[0], range[1]), quotes: false },
    path,
  });
}

function convertMap(items: readonly unknown[], path: Path, into: Conversion): object {
  const map: Record<string, unknown> = Object.create(null);
  for (const item of items) {
    if (!isPair(item)) continue;
    const range = isNode(item.key) ? rangeOf(item.key) : ([0, 0] as const);
    const name = isScalar(item.key) ? keyName(item.key) : undefined;
    if (name === undefined || name === "__proto__") {
      into.faults.push({
        code: "yaml-key",
        range,
        facts: { words: into.source.slice(range[0], range[1]), quotes: false },
        path,
      });
      continue;
    }
    if (Object.hasOwn(map, name)) continue;
    map[name] = convert(item.value, [...path, name], range, into);
  }
  return map;
}

function keyName(key: Scalar): string | undefined {
  if (typeof key.value === "string") return key.value;
  return key.value === null ? undefined : (key.source ?? String(key.value));
}

function plainScalar(node: Scalar): unknown {
  return typeof node.value === "bigint" ? Number(node.value) : node.value;
}

function offsets(node: Scalar, range: Range, source: string): Place["offset"] {
  if (typeof node.value !== "string") return undefined;
  let table: readonly number[] | undefined;
  const text = node.value;
  return (index) => {
    table ??= alignScalar(text, source.slice(range[0], range[1]), node.type ?? "PLAIN");
    return range[0] + (table[Math.max(0, Math.min(index, table.length - 1))] ?? 0);
  };
}

function rangeOf(node: Node): Range {
  return node.range ? [node.range[0], node.range[1]] : [0, 0];
}

/** One torn quote makes the parser stumble on and on: only the first stumble of each line is news, and none once it is lost. */
function keepFirstPerLine(faults: YamlFault[], lines: LineCounter): void {
  const syntax = faults.filter((fault) => fault.code === "yaml-syntax");
  const lost = syntax.findIndex((fault) => fault.facts.words.includes("in YAML stream"));
  const news = lost < 0 ? syntax : syntax.slice(0, Math.max(1, lost));
  const lineOf = (fault: YamlFault) => lines.linePos(fault.range[0]).line;
  const first = news.filter((fault, index) => news.findIndex((other) => lineOf(other) === lineOf(fault)) === index);
  faults.splice(0, faults.length, ...first.slice(0, MOST_SYNTAX_FAULTS));
}
