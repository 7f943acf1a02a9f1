import { join } from "node:path";
import pg from "pg";
import { KeptError } from "../../kept-error.ts";
import { type MigrationFile, readMigrationFiles, strangerAmong } from "../migration-files.ts";
import { packageRoot } from "../package.ts";
import type { PostgresWay } from "./way.ts";

/** Any number that nobody else on the server takes for a lock of theirs: "kept" and 1. */
const LOCK = "SELECT pg_advisory_lock(1801810036, 1)";

/**
 * Brings the state up to date. Of several who do so at once, one works and the others wait. With `only`, brings an empty
 * state to where these migrations left another.
 */
export async function migrateState(way: PostgresWay, only?: ReadonlySet<number>): Promise<void> {
  const owner = new pg.Client(way.owner);
  await owner.connect();
  try {
    await owner.query(LOCK);
    await owner.query(`CREATE TABLE IF NOT EXISTS migrations
      (number int PRIMARY KEY, name text NOT NULL, checksum text NOT NULL, at timestamptz NOT NULL DEFAULT now())`);
    const applied = await readApplied(owner);
    const migrations = readMigrationFiles(join(packageRoot, "migrations/postgres"));
    const stranger = strangerAmong(applied, migrations);
    if (stranger !== undefined) throw newer(String(stranger));
    const wanted = migrations.filter(({ number }) => only === undefined || only.has(number));
    if (only !== undefined && wanted.length < only.size) throw newer("a number that we do not know");
    const missing = wanted.filter(({ number }) => !applied.has(number));
    for (const migration of missing) await apply(owner, migration);
    await grant(owner, way);
  } finally {
    await owner.end();
  }
}

async function readApplied(owner: pg.Client): Promise<ReadonlyMap<number, string>> {
  const { rows } = await owner.query<{ number: number; checksum: string }>("SELECT number, checksum FROM migrations");
  return new Map(rows.map((row) => [row.number, row.checksum]));
}

async function apply(owner: pg.Client, migration: MigrationFile): Promise<void> {
  await owner.query("BEGIN");
  await owner.query(migration.text);
  const { number, name, checksum } = migration;
  await owner.query("INSERT INTO migrations (number, name, checksum) VALUES ($1, $2, $3)", [number, name, checksum]);
  await owner.query("COMMIT");
}

/** The role for work may read and write rows, not change tables; what may only grow, it may only add to. */
async function grant(owner: pg.Client, way: PostgresWay): Promise<void> {
  const work = new pg.Client(way.work).user ?? "";
  const { rows } = await owner.query<{ same: boolean }>("SELECT current_user = $1 AS same", [work]);
  if (rows[0]?.same) return;
  const role = pg.escapeIdentifier(work);
  await owner.query(`
    GRANT USAGE ON SCHEMA public TO ${role};
    GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO ${role};
    GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO ${role};
    REVOKE INSERT, UPDATE, DELETE ON migrations FROM ${role};`);
  const { rows: grown } = await owner.query<{ there: boolean }>("SELECT to_regclass('audit') IS NOT NULL AS there");
  if (grown[0]?.there) await owner.query(`REVOKE UPDATE, DELETE, TRUNCATE ON audit FROM ${role}`);
}

function newer(number: string): KeptError {
  const words = `The state was written by another version of Kept (its migration ${number} is not ours); use that version or a newer one.`;
  return new KeptError("state-newer", words);
}
