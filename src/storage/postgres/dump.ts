import { createWriteStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import pg from "pg";
import type { State } from "./state.ts";

/** Rows that are read at a time. */
const PAGE = 1000;

/** Writes all rows of the state, as of one moment, to a file: JSON lines, gzipped, each a table's name and a row. */
export async function dumpState(state: State, file: string): Promise<void> {
  const client = await state.pool.connect();
  try {
    await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    await pipeline(Readable.from(linesOf(client)), createGzip(), createWriteStream(file, { mode: 0o600, flush: true }));
    await client.query("COMMIT");
  } finally {
    client.release(true);
  }
}

/** The migrations come first: by them the tables are made before the rows come. */
async function* linesOf(client: pg.PoolClient): AsyncGenerator<string> {
  const { rows } = await client.query<{ name: string; key: string | null }>(`
    SELECT c.relname AS name, string_agg(quote_ident(a.attname), ', ' ORDER BY k.place) AS key
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname = 'public'
      LEFT JOIN pg_index i ON i.indrelid = c.oid AND i.indisprimary
      LEFT JOIN LATERAL unnest(i.indkey) WITH ORDINALITY AS k(number, place) ON true
      LEFT JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = k.number
    WHERE c.relkind = 'r' GROUP BY c.relname ORDER BY c.relname <> 'migrations', c.relname`);
  for (const { name, key } of rows) {
    const order = key === null ? "" : `ORDER BY ${key}`;
    const table = pg.escapeIdentifier(name);
    await client.query(`DECLARE rows CURSOR FOR SELECT to_jsonb(t)::text AS row FROM ${table} t ${order}`);
    for (;;) {
      const page = await client.query<{ row: string }>(`FETCH ${PAGE} FROM rows`);
      for (const { row } of page.rows) yield `{"table":${JSON.stringify(name)},"row":${row}}\n`;
      if (page.rows.length < PAGE) break;
    }
    await client.query("CLOSE rows");
  }
}
