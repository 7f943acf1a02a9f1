import { commas, type Name, name, type Sql, sql } from "../sql/sql.ts";
import { withoutRepeats } from "./same.ts";

export interface Definition {
  readonly name: Name;
  readonly value: Sql;
}

/**
 * Definitions above a table, each SELECT reading what the ones below it have named. Said in one SELECT, every use of
 * a name would be analysed anew, and the time for that grows with the product of all uses.
 */
export function layered(
  repeating: readonly Definition[],
  base: Sql,
  columns: readonly Name[],
  uses: readonly Sql[],
): Sql {
  const definitions = withoutRepeats(repeating);
  const byName = new Map(definitions.map((definition) => [definition.name.name, definition]));
  const known = new Set([...byName.keys(), ...columns.map((column) => column.name)]);
  const wanted = uses.flatMap(namesIn).filter((of) => known.has(of));
  const needed = reach(wanted, byName);
  const depths = new Map<string, number>();
  const depthOf = (of: string): number => {
    const definition = byName.get(of);
    if (definition === undefined) return 0;
    const depth = depths.get(of) ?? 1 + Math.max(0, ...namesIn(definition.value).map(depthOf));
    depths.set(of, depth);
    return depth;
  };
  const own = definitions.filter((definition) => needed.has(definition.name.name));
  const layers = Math.max(0, ...own.map((definition) => depthOf(definition.name.name)));
  let query = base;
  for (let layer = 1; layer <= layers; layer += 1) {
    const above = own.filter((definition) => depthOf(definition.name.name) > layer).flatMap((d) => namesIn(d.value));
    const kept = new Set([...above, ...wanted].filter((of) => known.has(of) && depthOf(of) < layer));
    const made = own.filter((definition) => depthOf(definition.name.name) === layer);
    query = sql`select ${commas([...[...kept].map((of) => name(of)), ...made.map((d) => sql`${d.value} as ${d.name}`)])}
from (
${query})`;
  }
  return query;
}

/** Everything that the wanted names rest on. */
function reach(wanted: readonly string[], definitions: ReadonlyMap<string, Definition>): ReadonlySet<string> {
  const found = new Set<string>();
  const waiting = [...wanted];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (found.has(next)) continue;
    found.add(next);
    waiting.push(...namesIn(definitions.get(next)?.value ?? sql``));
  }
  return found;
}

/** The names a piece of SQL uses, in order, each once. */
export function namesIn(piece: Sql): readonly string[] {
  const names = new Set<string>();
  const walk = (part: Sql["pieces"][number]): void => {
    if (typeof part === "string" || part.piece === "bound") return;
    if (part.piece === "name") names.add(part.name);
    else part.pieces.forEach(walk);
  };
  walk(piece);
  return [...names];
}
