import { type Name, onlyName, type Sql } from "../sql/sql.ts";
import type { Definition } from "./layers.ts";

/**
 * Definitions of which no two mean the same: a second one becomes another name for the first, and so does one that
 * only names another. Promises that look for the same events then share the work.
 */
export function withoutRepeats(definitions: readonly Definition[]): readonly Definition[] {
  const byName = new Map(definitions.map((definition) => [definition.name.name, definition]));
  const known = new Map<string, Name>();
  const byText = new Map<string, Name>();
  const made: Definition[] = [];
  const first = (name: Name): Name => {
    const definition = byName.get(name.name);
    if (definition === undefined) return name;
    const found = known.get(name.name) ?? settle(definition);
    known.set(name.name, found);
    return found;
  };
  const settle = ({ name, value }: Definition): Name => {
    const renamed = rename(value, first);
    const other = onlyName(renamed) ?? byText.get(JSON.stringify(renamed));
    made.push({ name, value: other === undefined ? renamed : { piece: "sql", pieces: [other] } });
    if (other === undefined) byText.set(JSON.stringify(renamed), name);
    return other ?? name;
  };
  for (const { name } of definitions) first(name);
  return made;
}

function rename(value: Sql, to: (name: Name) => Name): Sql {
  const pieces = value.pieces.map((part) => {
    if (typeof part === "string" || part.piece === "bound") return part;
    return part.piece === "name" ? to(part) : rename(part, to);
  });
  return { piece: "sql", pieces };
}
