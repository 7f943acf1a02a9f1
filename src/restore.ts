import { readFileSync } from "node:fs";
import { z } from "zod";
import { checkBackup, hasLedger, type Manifest, stateFileOf } from "./backup.ts";
import { KeptError } from "./kept-error.ts";
import { OPERATOR } from "./people/audit.ts";
import { erasePerson, type Holdings } from "./person.ts";
import { sql, texts } from "./sql/sql.ts";
import { restoreLedger } from "./storage/backup.ts";
import { restoreState } from "./storage/postgres/restore.ts";
import type { Store } from "./storage/store.ts";

export interface Restore {
  readonly home: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** The folder of the backup. */
  readonly folder: string;
}

/** Brings a backup back into a home that holds nothing yet. */
export async function restoreBackup({ home, environment, folder }: Restore): Promise<Manifest> {
  const manifest = await checkBackup(folder);
  if (hasLedger(manifest)) {
    if (environment["KEPT_CLICKHOUSE_URL"])
      throw new KeptError(
        "server-ledger",
        "This backup is of Kept's own engine; unset KEPT_CLICKHOUSE_URL to restore it.",
      );
    await restoreLedger(home, environment, folder);
  }
  const state = stateFileOf(folder, manifest);
  if (state !== undefined) await restoreState(home, environment, state);
  return manifest;
}

const LINE = z.strictObject({ customer: z.string().regex(/^[0-9a-f]{64}$/), at: z.iso.datetime() });

/** Erases again who was erased after the backup was made, by the file `erased.jsonl` of the home that is lost. */
export async function eraseAgain(holdings: Holdings, file: string, at: number): Promise<number> {
  const lines = readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line !== "");
  const hashes = lines.map((line) => LINE.parse(JSON.parse(line)).customer);
  const customers = await customersOf(holdings.store, [...new Set(hashes)]);
  for (const customer of customers) await erasePerson(holdings, customer, at, OPERATOR);
  return customers.length;
}

async function customersOf(store: Store, hashes: readonly string[]): Promise<readonly string[]> {
  const rows = await store.rows<{ readonly customer: string }>(
    sql`SELECT DISTINCT customer FROM events WHERE lower(hex(SHA256(customer))) IN ${texts(hashes)}`,
  );
  return rows.map(({ customer }) => customer);
}
