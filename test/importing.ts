import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Experience } from "../src/language/experience.ts";
import { importFiles } from "../src/ledger/import/import-files.ts";
import type { ImportOptions, ImportProgress, ImportResult } from "../src/ledger/import/options.ts";
import { sql } from "../src/sql/sql.ts";
import type { Store } from "../src/storage/store.ts";
import { openTestStore } from "./ledger.ts";

export interface StoredEvent {
  readonly customer: string;
  readonly name: string;
  readonly at: string;
  readonly id: string;
  readonly source: string;
  readonly properties: Readonly<Record<string, unknown>>;
}

export type Said = Partial<ImportOptions> & {
  readonly experience?: Experience;
  readonly progress?: ImportProgress;
};

/** A ledger for many tests of the import, emptied before each, with a folder for their files. */
export interface Importing {
  readonly store: Store;
  readonly folder: string;
  readonly rejects: string;
  put(file: string, content: string | Uint8Array): string;
  import(file: string | readonly string[], said?: Said): Promise<ImportResult>;
  /** In the order of customer and time. */
  events(): Promise<readonly StoredEvent[]>;
  rejected(): readonly unknown[];
  empty(): Promise<void>;
  dispose(): Promise<void>;
}

export async function openImporting(): Promise<Importing> {
  const { store, home, dispose } = await openTestStore();
  const folder = join(home, "files");
  const rejects = join(folder, "rejects.jsonl");
  return {
    store,
    folder,
    rejects,
    dispose,
    put(file, content) {
      const path = join(folder, file);
      mkdirSync(join(path, ".."), { recursive: true });
      writeFileSync(path, content);
      return path;
    },
    import: (file, { experience, progress, ...said } = {}) =>
      importFiles(store, experience, [file].flat(), { rejects, now: () => 1_700_000_000_000, ...said }, progress),
    async events() {
      const rows = await store.rows<StoredEvent & { readonly properties: string }>(
        sql`SELECT customer, name, at, id, source, properties FROM events ORDER BY customer, at, name, id`,
      );
      return rows.map((row) => ({ ...row, properties: JSON.parse(row.properties) as StoredEvent["properties"] }));
    },
    rejected: () =>
      readFileSync(rejects, "utf8")
        .trimEnd()
        .split("\n")
        .map((line): unknown => JSON.parse(line)),
    async empty() {
      await store.run(sql`TRUNCATE TABLE events`);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
