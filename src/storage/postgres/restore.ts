import { createReadStream } from "node:fs";
import { createGunzip } from "node:zlib";
import pg from "pg";
import { z } from "zod";
import { KeptError } from "../../kept-error.ts";
import { linesIn } from "../lines.ts";
import { migrateState } from "./migrate.ts";
import { makeDatabase } from "./roles.ts";
import { endIfAlone } from "./stop.ts";
import { type PostgresWay, wayToOwnPostgres, wayToPostgresServer } from "./way.ts";

const LINE = z.strictObject({ table: z.string(), row: z.record(z.string(), z.unknown()) });
const MIGRATION = z.object({ number: z.int() });
type Line = z.output<typeof LINE>;

/** Rows that are written at a time. */
const PAGE = 500;

/**
 * Brings the rows of `dumpState` back into a state that has none: first the tables as they were then, then the rows as
 * they are, then what has changed about the tables since.
 */
export async function restoreState(
  home: string,
  environment: Readonly<Record<string, string | undefined>>,
  file: string,
): Promise<void> {
  const url = environment["KEPT_POSTGRES_URL"];
  const way = url ? wayToPostgresServer(url, environment["KEPT_POSTGRES_OWNER_URL"]) : await wayToOwnPostgres(home);
  try {
    if (way.pid !== undefined) await makeDatabase(way);
    await load(way, file);
    await migrateState(way);
  } finally {
    if (way.pid !== undefined) await endIfAlone(way);
  }
}

async function load(way: PostgresWay, file: string): Promise<void> {
  const owner = new pg.Client(way.owner);
  await owner.connect();
  try {
    const { rows } = await owner.query("SELECT FROM pg_tables WHERE schemaname = 'public'");
    if (rows.length > 0)
      throw new KeptError("home-used", `There is a state in ${way.place} already; name an empty one.`);
    let migrations: number[] | undefined = [];
    for await (const page of pagesOf(file)) {
      if (migrations !== undefined && page.table === "migrations") {
        migrations.push(...page.rows.map((row) => MIGRATION.parse(row).number));
        continue;
      }
      if (migrations !== undefined) await prepare(way, owner, migrations);
      migrations = undefined;
      await write(owner, page.table, page.rows);
    }
    if (migrations !== undefined) await prepare(way, owner, migrations);
    await owner.query(SEQUENCES);
    await owner.query("COMMIT");
  } finally {
    await owner.end();
  }
}

async function prepare(way: PostgresWay, owner: pg.Client, migrations: readonly number[]): Promise<void> {
  await migrateState(way, new Set(migrations));
  await owner.query("BEGIN");
  try {
    // What triggers and keys would say was said when the rows were written first.
    await owner.query("SET LOCAL session_replication_role = replica");
  } catch (cause) {
    const words = `Only a superuser may bring rows back into ${way.place}: name one in KEPT_POSTGRES_OWNER_URL, or restore that server from its own backup.`;
    throw new KeptError("server-refused", words, { cause });
  }
  const { rows } = await owner.query<{ name: string }>(
    "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'migrations'",
  );
  // What migrations put in is in the backup, too.
  const names = rows.map(({ name }) => pg.escapeIdentifier(name)).join(", ");
  if (names !== "") await owner.query(`TRUNCATE ${names}`);
}

async function write(owner: pg.Client, table: string, rows: readonly Line["row"][]): Promise<void> {
  const name = pg.escapeIdentifier(table);
  await owner.query(
    `INSERT INTO ${name} OVERRIDING SYSTEM VALUE SELECT * FROM jsonb_populate_recordset(NULL::${name}, $1::jsonb)`,
    [JSON.stringify(rows)],
  );
}

/** Numbers that the database gives go on after the highest that there is. */
const SEQUENCES = `DO $$
DECLARE
  one record;
BEGIN
  FOR one IN SELECT table_name AS t, column_name AS c, pg_get_serial_sequence(quote_ident(table_name), column_name) AS s
    FROM information_schema.columns WHERE table_schema = 'public'
  LOOP
    IF one.s IS NOT NULL THEN
      EXECUTE format('SELECT setval(%L, coalesce(max(%I), 0) + 1, false) FROM %I', one.s, one.c, one.t);
    END IF;
  END LOOP;
END $$`;

interface Page {
  readonly table: string;
  readonly rows: readonly Line["row"][];
}

async function* pagesOf(file: string): AsyncGenerator<Page> {
  const unpacked = createReadStream(file).pipe(createGunzip());
  let table = "";
  let rows: Line["row"][] = [];
  for await (const text of linesIn(unpacked)) {
    const line = LINE.parse(JSON.parse(text));
    if (line.table !== table || rows.length >= PAGE) {
      if (rows.length > 0) yield { table, rows };
      rows = [];
    }
    table = line.table;
    rows.push(line.row);
  }
  if (rows.length > 0) yield { table, rows };
}
