import { verbatim } from "../sql/literal.ts";
import { type Name, type Sql, sql, text } from "../sql/sql.ts";
import type { Store } from "./store.ts";

/** Makes an empty table like another, to be filled beside it: on one server alone, also where others hold the same. */
export async function makeBeside(shard: Store, table: Name, made: Name): Promise<void> {
  await shard.run(sql`create or replace table ${made} as ${table}${plainEngine(await engineOf(shard, table))}`);
}

/** Puts what was made beside a table in its place at once, and drops what was there. */
export async function takePlace(shard: Store, made: Name, table: Name): Promise<void> {
  const engine = await engineOf(shard, table);
  // The other servers learn of parts, not of names.
  if (isReplicated(engine)) await shard.run(sql`alter table ${table} replace partition tuple() from ${made}`);
  else await shard.run(sql`exchange tables ${table} and ${made}`);
}

async function engineOf(shard: Store, table: Name): Promise<string> {
  const [row] = await shard.rows<{ readonly engine: string }>(
    sql`select engine_full as engine from system.tables where database = currentDatabase() and name = ${text(table.name)}`,
  );
  return row?.engine ?? "";
}

const isReplicated = (engine: string): boolean => engine.startsWith("Replicated");

/** Without the place where copies find each other. */
const plainEngine = (engine: string): Sql =>
  isReplicated(engine)
    ? sql` engine = ${verbatim(engine.replace(/^Replicated(\w+)\('[^']*', '[^']*'(?:, )?/, "$1("))}`
    : sql``;
