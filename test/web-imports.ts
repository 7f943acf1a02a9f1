import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";

/** Files by their place below the repository, each with its text. */
export type Sources = ReadonlyMap<string, string>;

/** Every file of src that is not a test. */
export function readSources(root: string): Sources {
  const entries = readdirSync(join(root, "src"), { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && /(?<!\.test)\.tsx?$/.test(entry.name));
  const places = files.map(({ parentPath, name }) => join(parentPath, name).slice(root.length + 1));
  return new Map(places.map((place) => [place, readFileSync(join(root, place), "utf8")]));
}

interface Import {
  readonly from: string;
  /** A place below the repository, or the name of a package. */
  readonly of: string;
  readonly typesOnly: boolean;
}

const STATEMENT = /^(?:import|export)\s+(type\s+)?(?:([^"';]*?)\s+from\s+)?"([^"]+)"|(?<!typeof )import\("([^"]+)"\)/gm;

export function importsOf(from: string, text: string): readonly Import[] {
  return [...text.matchAll(STATEMENT)].map(([, type, names = "", still, lazy]) => {
    const to = still ?? lazy ?? "";
    const of = to.startsWith(".") ? normalize(join(dirname(from), to)) : to;
    const each = /^\{(.*)\}$/s.exec(names.trim())?.[1]?.split(",") ?? [names];
    const named = each.map((one) => one.trim()).filter((one) => one !== "");
    const typesOnly = type !== undefined || (named.length > 0 && named.every((one) => one.startsWith("type ")));
    return { from, of, typesOnly };
  });
}

/**
 * What is wrong with how the pages are joined to the rest: nobody imports them; they import types from everywhere, but
 * values only from each other and from the report; and nothing that a browser would load needs anything of Node.
 */
export function wrongWebImports(sources: Sources): readonly string[] {
  const all = [...sources].flatMap(([place, text]) => importsOf(place, text));
  const into = all.filter(({ from, of }) => !isWeb(from) && isWeb(of));
  const reached = valuesFrom([...sources.keys()].filter(isWeb), sources);
  const outside = all.filter(
    ({ from, of, typesOnly }) =>
      isWeb(from) && !typesOnly && of.startsWith("src/") && !isWeb(of) && !of.startsWith("src/report/"),
  );
  const bound = all.filter(({ from, of, typesOnly }) => reached.has(from) && of.startsWith("node:") && !typesOnly);
  return [
    ...into.map(({ from, of }) => `${from} imports ${of}: nobody imports the pages`),
    ...outside.map(({ from, of }) => `${from} imports ${of}: the pages may have its types alone`),
    ...bound.map(({ from, of }) => `the pages reach ${from}, which needs ${of}`),
  ];
}

const isWeb = (place: string): boolean => place.startsWith("src/web/");

/** All files whose values a browser would load. */
function valuesFrom(begin: readonly string[], sources: Sources): ReadonlySet<string> {
  const reached = new Set<string>();
  const queue = [...begin];
  for (let place = queue.pop(); place !== undefined; place = queue.pop()) {
    const text = sources.get(place);
    if (reached.has(place) || text === undefined) continue;
    reached.add(place);
    for (const { of, typesOnly } of importsOf(place, text)) if (!typesOnly) queue.push(of);
  }
  return reached;
}
