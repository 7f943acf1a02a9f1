import type { Sql } from "./sql.ts";

/** A text as a literal: only for the definition of a column, where ClickHouse takes no bound value. */
export function literal(value: string): Sql {
  const escaped = value.replaceAll("\\", "\\\\").replaceAll("'", "\\'").replaceAll("\0", "\\0");
  return { piece: "sql", pieces: [`'${escaped}'`] };
}

/** SQL as it stands in a file of the operator's. Never for anything that came over the network. */
export const verbatim = (statement: string): Sql => ({ piece: "sql", pieces: [statement] });
