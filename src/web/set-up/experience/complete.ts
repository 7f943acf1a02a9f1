/** What of a JSON Schema completion reads. */
export interface Schema {
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: Schema | boolean;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly enum?: readonly unknown[];
}

export interface Suggestion {
  readonly label: string;
  /** What is put in its place. */
  readonly insert: string;
  readonly about: string;
  readonly kind: "key" | "name" | "word";
}

export interface Suggestions {
  /** Where in the text what is typed begins. */
  readonly from: number;
  readonly options: readonly Suggestion[];
}

/** Which section the names come from that may stand as a value under a key. */
const NAMED_BY: Readonly<Record<string, string>> = {
  when: "events",
  then: "events",
  never: "events",
  count: "events",
  first: "events",
  unless: "events",
  before: "events",
  "undone-by": "events",
  path: "events",
  ends: "events",
  bought: "events",
  team: "teams",
  in: "teams",
  agreed: "teams",
  at: "touchpoints",
  touchpoint: "touchpoints",
  journey: "journeys",
};

/** What may stand at a place of an experience file: keys of the language, its words, and names that the file itself gives. */
export function suggest(text: string, at: number, schema: Schema): Suggestions {
  const line = text.slice(text.lastIndexOf("\n", at - 1) + 1, at);
  const { path, typed, value } = placeOf(text.slice(0, at - line.length), line);
  const key = path.at(-1) ?? "";
  const nodes = path.reduce((all, one) => all.flatMap((node) => inside(node, one)), alternatives(schema));
  const from = at - typed.length;
  if (value) {
    const words = nodes.flatMap((node) => node.enum ?? []).map((word) => option(String(word), "", "word"));
    const section = NAMED_BY[key];
    const names = section === undefined ? [] : namesIn(text, section).map((name) => option(name, section, "name"));
    return { from, options: [...words, ...names] };
  }
  const there = new Set(siblings(text.slice(0, at - line.length), line));
  const keys = nodes
    .flatMap((node) => Object.entries(node.properties ?? {}))
    .filter(([name]) => !there.has(name))
    .map(([name, node]): Suggestion => ({ ...option(name, aboutOf(node), "key"), insert: `${name}: ` }));
  const occasions = key === "for" ? namesIn(text, "occasions") : [];
  const named = occasions.map((name): Suggestion => ({ ...option(name, "occasions", "name"), insert: `${name}: ` }));
  return { from, options: [...keys, ...named] };
}

const option = (label: string, about: string, kind: Suggestion["kind"]): Suggestion => ({
  label,
  insert: label,
  about,
  kind,
});

interface Place {
  readonly path: readonly string[];
  readonly typed: string;
  readonly value: boolean;
}

const indentOf = (line: string): number => line.length - line.trimStart().length;
const KEY = /^\s*(?:- )?(?:"([^"]+)"|'([^']+)'|([^\s#:'"{}[\],][^:#{}[\],]*))\s*:(?:\s|$)/;
const keyOf = (line: string): string | undefined => {
  const found = KEY.exec(line);
  return (found?.[1] ?? found?.[2] ?? found?.[3])?.trim();
};

/** The keys above a line, outermost first, by how far lines are indented. */
function above(before: string, indent: number): string[] {
  const path: string[] = [];
  let room = indent;
  for (const line of before.split("\n").reverse()) {
    const key = keyOf(line);
    if (key === undefined || indentOf(line) >= room) continue;
    path.unshift(key);
    room = indentOf(line);
    if (room === 0) break;
  }
  return path;
}

function placeOf(before: string, line: string): Place {
  const path = above(before, line.trim() === "" ? line.length : indentOf(line));
  let rest = line;
  // Maps and lists within the line: what is closed is left out.
  for (;;) {
    const closed = rest.replace(/[{[][^{}[\]]*[}\]]/, "");
    if (closed === rest) break;
    rest = closed;
  }
  const parts = rest.split(/[{[]/);
  const last = parts.pop() ?? "";
  for (const part of parts) {
    const opened = keyOf(part.split(",").at(-1) ?? part);
    if (opened !== undefined) path.push(opened);
  }
  const inList = /\[[^\]{]*$/.test(rest) || /^\s*- [^:]*$/.test(rest);
  const own = parts.length > 0 ? (last.split(",").at(-1) ?? "") : last;
  const key = keyOf(own);
  const typed = (pattern: RegExp) => pattern.exec(own)?.[0] ?? "";
  if (key === undefined) return { path, typed: typed(/[^\s,]*$/).replace(/^-$/, ""), value: inList };
  return { path: [...path, key], typed: typed(/[^\s,]*$/), value: true };
}

/** The keys that stand already beside a line. */
function siblings(before: string, line: string): readonly string[] {
  const indent = line.trim() === "" ? line.length : indentOf(line);
  const found: string[] = [];
  for (const one of before.split("\n").reverse()) {
    if (one.trim() === "" || one.trim().startsWith("#")) continue;
    if (indentOf(one) < indent) break;
    const key = keyOf(one);
    if (key !== undefined && indentOf(one) === indent) found.push(key);
  }
  const flow = /\{([^{}]*)$/.exec(line)?.[1];
  if (flow === undefined) return found;
  return flow.split(",").flatMap((part) => keyOf(part) ?? []);
}

const alternatives = (node: Schema): Schema[] =>
  node.anyOf === undefined ? [node] : [{ ...node }, ...node.anyOf.flatMap(alternatives)];

function inside(node: Schema, key: string): Schema[] {
  const own = node.properties?.[key];
  if (own !== undefined) return alternatives(own);
  const { additionalProperties: any } = node;
  return typeof any === "object" ? alternatives(any) : [];
}

const aboutOf = (node: Schema): string =>
  node.description ?? node.anyOf?.find((one) => one.description)?.description ?? "";

/** The names that a section of the file gives. */
export function namesIn(text: string, section: string): readonly string[] {
  const lines = text.split("\n");
  const begin = lines.findIndex((line) => new RegExp(`^${section}\\s*:`).test(line));
  if (begin < 0) return [];
  const names: string[] = [];
  let indent: number | undefined;
  for (const line of lines.slice(begin + 1)) {
    if (line.trim() === "" || line.trim().startsWith("#")) continue;
    if (indentOf(line) === 0) break;
    indent ??= indentOf(line);
    const key = indentOf(line) === indent ? keyOf(line) : undefined;
    if (key !== undefined) names.push(key);
  }
  return names;
}
