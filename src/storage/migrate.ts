import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { natural, sql, text } from "../sql/sql.ts";
import type { Opened } from "./connect.ts";
import { KeptError } from "./errors.ts";
import { packageRoot } from "./package.ts";
import type { Store } from "./store.ts";
import { isUnknownTable } from "./trouble.ts";

/** One file of migrations/clickhouse. Each of its statements may run twice without harm. */
export interface Migration {
  readonly number: number;
  readonly name: string;
  readonly checksum: string;
  readonly statements: readonly string[];
}

/** Brings the database up to date. One query when there is nothing to do. */
export async function migrate({ store, cluster, createDatabase }: Opened): Promise<void> {
  const migrations = readMigrations(join(packageRoot, "migrations/clickhouse"), cluster);
  let applied = await readApplied(store);
  if (applied === undefined) {
    await createDatabase(tokens(cluster)["on_cluster"] ?? "");
    applied = new Map();
  }
  refuseStrangers(applied, migrations);
  for (const migration of migrations) {
    if (applied.has(migration.number)) continue;
    for (const statement of migration.statements) await store.run({ piece: "sql", pieces: [statement] });
    await store.run(sql`INSERT INTO migrations (number, name, checksum)
      SELECT ${natural(migration.number)}, ${text(migration.name)}, ${text(migration.checksum)}`);
  }
}

/** The files in the order of their numbers, tokens filled in. A line with only `;` stands between statements. */
export function readMigrations(folder: string, cluster: string | undefined): readonly Migration[] {
  const files = readdirSync(folder).filter((file) => /^\d{3}-[a-z0-9-]+\.sql$/.test(file));
  return files.sort().map((file) => {
    const content = readFileSync(join(folder, file), "utf8");
    return {
      number: Number(file.slice(0, 3)),
      name: file.slice(4, -4),
      checksum: createHash("sha256").update(content).digest("hex"),
      statements: fill(content, cluster)
        .split(/^;\s*$/m)
        .filter((statement) => statement.trim() !== ""),
    };
  });
}

function fill(content: string, cluster: string | undefined): string {
  const known = tokens(cluster);
  return content.replaceAll(
    /\{(on_cluster|engine:\w+)\}/g,
    (_token, key: string) => known[key] ?? engine(key, cluster),
  );
}

const tokens = (cluster: string | undefined): Readonly<Record<string, string>> => ({
  on_cluster: cluster === undefined ? "" : `ON CLUSTER '${cluster.replaceAll("'", "")}'`,
});

const engine = (key: string, cluster: string | undefined) =>
  `${cluster === undefined ? "" : "Replicated"}${key.slice(7)}`;

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
  const known = new Map(migrations.map((migration) => [migration.number, migration.checksum]));
  for (const [number, checksum] of applied) {
    if (known.get(number) === checksum) continue;
    const words = `The ledger was written by another version of Kept (its migration ${number} is not ours); use that version or a newer one.`;
    throw new KeptError("ledger-newer", words);
  }
}
