import { sql } from "kysely";
import { atOnce, type Inside } from "../storage/postgres/at-once.ts";
import type { State } from "../storage/postgres/state.ts";

/** A customer as the state names them: by id in columns `customer`, by the ledger's hash in columns `customer_key`. */
export interface Named {
  readonly ids: readonly string[];
  /** cityHash64 of each, as decimal text. */
  readonly keys: readonly string[];
}

interface Holder {
  readonly table: string;
  readonly column: "customer" | "customer_key";
}

/** Every table that holds rows of customers: those with such a column, also ones that come later. */
async function holdersOf(db: State["db"]): Promise<readonly Holder[]> {
  const { rows } = await sql<Holder>`
    SELECT table_name AS table, column_name AS column FROM information_schema.columns
    WHERE table_schema = 'public' AND column_name IN ('customer', 'customer_key') ORDER BY 1, 2`.execute(db);
  return rows;
}

const theirs = ({ column }: Holder, { ids, keys }: Named) =>
  sql`${sql.ref(column)}::text = ANY(${column === "customer" ? ids : keys}::text[])`;

/** Takes every row of a customer out of the state, all at once or none. Returns how many. */
export async function eraseCustomerRows(state: Inside, named: Named): Promise<number> {
  return atOnce(state, async ({ db }) => {
    let erased = 0n;
    for (const holder of await holdersOf(db)) {
      const { numAffectedRows } =
        await sql`DELETE FROM ${sql.table(holder.table)} WHERE ${theirs(holder, named)}`.execute(db);
      erased += numAffectedRows ?? 0n;
    }
    return Number(erased);
  });
}

/** What the state knows of a customer, a JSON object a line. */
export async function* exportCustomerRows(state: State, named: Named): AsyncGenerator<string> {
  for (const holder of await holdersOf(state.db)) {
    const { rows } = await sql<{ line: string }>`
      SELECT (jsonb_build_object('kind', ${holder.table}::text) || to_jsonb(held))::text AS line
      FROM ${sql.table(holder.table)} AS held WHERE ${theirs(holder, named)}`.execute(state.db);
    for (const { line } of rows) yield line;
  }
}
