import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { KeptError } from "../kept-error.ts";
import { natural, sql, text } from "../sql/sql.ts";
import type { Opened } from "./connect.ts";
import { type MigrationFile, readMigrationFiles, strangerAmong } from "./migration-files.ts";
import { packageRoot } from "./package.ts";
import { solely } from "./sole.ts";
import type { Store } from "./store.ts";
import { isUnknownTable } from "./trouble.ts";

/** One file of migrations/clickhouse. Each of its statements may run twice without harm. */
export interface Migration extends Omit<MigrationFile, "text"> {
  readonly statements: readonly string[];
}

/** Whether each table is kept by one server alone, or by several, each of which holds all of it. */
export type Keeping = "plain" | "replicated";

const FOLDER = join(packageRoot, "migrations/clickhouse");

/** Seconds after which a program on another machine that migrates, and says no more that it does, is taken for dead. */
const LONGEST = 30;
/** Ms between two looks whether another program has done it. */
const STEP = 100;

/**
 * Brings the database of one server up to date. One query when there is nothing to do. Of several programs that find it out
 * of date one does it, and the others wait: what one has changed would else be changed back by another that is slower.
 */
export async function migrate({ store, createDatabase }: Opened, keeping: Keeping = "plain"): Promise<void> {
  const migrations = readMigrations(FOLDER, keeping);
  let applied = await readApplied(store);
  if (applied === undefined) await createDatabase();
  while (missing(migrations, applied).length > 0) {
    const done = await solely(store, "migrating", () => applyMissing(store, migrations), LONGEST);
    if (done === undefined) await sleep(STEP);
    applied = await readApplied(store);
  }
}

async function applyMissing(store: Store, migrations: readonly Migration[]): Promise<true> {
  for (const migration of missing(migrations, await readApplied(store))) {
    for (const statement of migration.statements) await store.run({ piece: "sql", pieces: [statement] });
    await store.run(sql`INSERT INTO migrations (number, name, checksum)
      SELECT ${natural(migration.number)}, ${text(migration.name)}, ${text(migration.checksum)}`);
  }
  return true;
}

/** Throws KeptError "ledger-newer" where another version has been at work. */
function missing(
  migrations: readonly Migration[],
  applied: ReadonlyMap<number, string> = new Map(),
): readonly Migration[] {
  refuseStrangers(applied, migrations);
  return migrations.filter(({ number }) => !applied.has(number));
}

/** The files in the order of their numbers, tokens filled in. A line with only `;` stands between statements. */
export function readMigrations(folder: string, keeping: Keeping): readonly Migration[] {
  return readMigrationFiles(folder).map(({ text, ...migration }) => ({
    ...migration,
    statements: text
      .split(/^;\s*$/m)
      .filter((statement) => statement.trim() !== "")
      .map((statement) => fill(statement, keeping)),
  }));
}

/** The tables that the migrations make, without the one that tells of each server what it has. */
export function tablesOfLedger(): readonly string[] {
  const statements = readMigrations(FOLDER, "plain").flatMap((migration) => migration.statements);
  const made = statements.flatMap((statement) => /CREATE TABLE IF NOT EXISTS (\w+)/.exec(statement)?.[1] ?? []);
  return [...new Set(made)].filter((table) => table !== "migrations");
}

/** Each server of a cluster is told by itself, so `{on_cluster}` is empty; and of what it has been told, it alone knows. */
function fill(statement: string, keeping: Keeping): string {
  const isReplicated = keeping === "replicated" && !/\bTABLE IF NOT EXISTS migrations\b/.test(statement);
  return statement
    .replaceAll("{on_cluster}", "")
    .replaceAll(
      /\{engine:(\w+)(?:@(\d+))?\}(?:\((\w+)\))?/g,
      (_token, engine: string, making?: string, version?: string) =>
        isReplicated
          ? `Replicated${engine}(${replica(making)}${version === undefined ? "" : `, ${version}`})`
          : `${engine}${version === undefined ? "" : `(${version})`}`,
    );
}

/**
 * Where the copies of a table find each other; the servers' configuration tells each its shard and replica. A table that
 * is made anew with other columns meets in another place: some copies may still be as before.
 */
const replica = (making: string | undefined): string =>
  `'/kept/{shard}/{database}/{table}${making === undefined ? "" : `-${making}`}', '{replica}'`;

async function readApplied(store: Store): Promise<ReadonlyMap<number, string> | undefined> {
  try {
    const rows = await store.rows<{ readonly number: number; readonly checksum: string }>(
      sql`SELECT number, any(checksum) AS checksum FROM migrations GROUP BY number`,
    );
    return new Map(rows.map((row) => [row.number, row.checksum]));
  } catch (thrown) {
    if (isUnknownTable(thrown)) return undefined;
    throw thrown;
  }
}

function refuseStrangers(applied: ReadonlyMap<number, string>, migrations: readonly Migration[]): void {
  const stranger = strangerAmong(applied, migrations);
  if (stranger === undefined) return;
  const words = `The ledger was written by another version of Kept (its migration ${stranger} is not ours); use that version or a newer one.`;
  throw new KeptError("ledger-newer", words);
}
