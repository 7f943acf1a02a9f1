import { commas, type Name, name, onlyName, type Sql, sql } from "../sql/sql.ts";
import { withoutRepeats } from "./same.ts";

export interface Definition {
  readonly name: Name;
  readonly value: Sql;
}

/**
 * Definitions above a table, each SELECT reading what the ones below it have named. Said in one SELECT, every use of
 * a name would be analysed anew, and the time for that grows with the product of all uses. What is used only once is
 * written where it is used: planning grows with the depth, too.
 *
 * `base` writes the lowest SELECT with those `gathered` columns that are needed; `columns` are in it anyway.
 */
export function layered(
  definitions: readonly Definition[],
  gathered: readonly Definition[],
  base: (columns: readonly Definition[]) => Sql,
  columns: readonly Name[],
  uses: readonly Sql[],
): Sql {
  const all = withoutRepeats([...gathered, ...definitions]);
  const lowest = new Set(gathered.map((definition) => definition.name.name));
  const isLowest = ({ name, value }: Definition): boolean => lowest.has(name.name) && onlyName(value) === undefined;
  const known = new Set([...all.map((definition) => definition.name.name), ...columns.map((column) => column.name)]);
  const wanted = uses.flatMap(namesIn).filter((of) => known.has(of));
  const needed = reach(wanted, new Map(all.map((definition) => [definition.name.name, definition])));
  const own = all.filter((definition) => needed.has(definition.name.name));
  const above = usedOnceInside(
    own.filter((definition) => !isLowest(definition)),
    wanted,
  );
  return stack(above, base(own.filter(isLowest)), new Set(wanted), known);
}

/** One SELECT above the other, as few as the definitions allow. */
function stack(definitions: readonly Definition[], base: Sql, wanted: ReadonlySet<string>, known: ReadonlySet<string>) {
  const byName = new Map(definitions.map((definition) => [definition.name.name, definition]));
  const depths = new Map<string, number>();
  const depthOf = (of: string): number => {
    const definition = byName.get(of);
    if (definition === undefined) return 0;
    const depth = depths.get(of) ?? 1 + Math.max(0, ...namesIn(definition.value).map(depthOf));
    depths.set(of, depth);
    return depth;
  };
  const layers = Math.max(0, ...definitions.map((definition) => depthOf(definition.name.name)));
  let query = base;
  for (let layer = 1; layer <= layers; layer += 1) {
    const above = definitions.filter((d) => depthOf(d.name.name) > layer).flatMap((d) => namesIn(d.value));
    const kept = new Set([...above, ...wanted].filter((of) => known.has(of) && depthOf(of) < layer));
    const made = definitions.filter((definition) => depthOf(definition.name.name) === layer);
    query = sql`select ${commas([...[...kept].map((of) => name(of)), ...made.map((d) => sql`${d.value} as ${d.name}`)])}
from (
${query})`;
  }
  return query;
}

/** The definitions with those that only one place uses written into that place. */
function usedOnceInside(definitions: readonly Definition[], wanted: readonly string[]): readonly Definition[] {
  const uses = new Map<string, number>(wanted.map((of) => [of, 2]));
  for (const { value } of definitions) eachName(value, ({ name }) => uses.set(name, (uses.get(name) ?? 0) + 1));
  const byName = new Map(definitions.map((definition) => [definition.name.name, definition]));
  const written = (value: Sql): Sql => ({
    piece: "sql",
    pieces: value.pieces.map((part) => {
      if (typeof part === "string" || part.piece === "bound") return part;
      if (part.piece === "sql") return written(part);
      const definition = uses.get(part.name) === 1 ? byName.get(part.name) : undefined;
      return definition === undefined ? part : written(definition.value);
    }),
  });
  return definitions
    .filter(({ name }) => uses.get(name.name) !== 1)
    .map(({ name, value }) => ({ name, value: written(value) }));
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
function namesIn(piece: Sql): readonly string[] {
  const names = new Set<string>();
  eachName(piece, ({ name }) => names.add(name));
  return [...names];
}

function eachName(piece: Sql, visit: (name: Name) => void): void {
  for (const part of piece.pieces) {
    if (typeof part === "string" || part.piece === "bound") continue;
    if (part.piece === "name") visit(part);
    else eachName(part, visit);
  }
}
