import { join, type Sql, sql, text } from "../../sql/sql.ts";

export interface Member {
  readonly key: string;
  readonly present: Sql;
  /** The value as JSON. */
  readonly value: Sql;
}

/** A JSON object as a text, of those members that are present, in the order of their keys. */
export function jsonObject(members: readonly Member[]): Sql {
  if (members.length === 0) return sql`'{}'`;
  const sorted = [...members].sort((a, b) => (a.key < b.key ? -1 : 1));
  const parts = sorted.map(
    ({ key, present, value }) => sql`if(${present}, concat(${text(`,${JSON.stringify(key)}:`)}, ${value}), '')`,
  );
  return sql`concat('{', substring(concat(${join(parts, sql`, `)}), 2), '}')`;
}
