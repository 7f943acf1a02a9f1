import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** One file of migrations/. */
export interface MigrationFile {
  readonly number: number;
  readonly name: string;
  readonly checksum: string;
  readonly text: string;
}

/** The files of a folder in the order of their numbers. */
export function readMigrationFiles(folder: string): readonly MigrationFile[] {
  const files = readdirSync(folder).filter((file) => /^\d{3}-[a-z0-9-]+\.sql$/.test(file));
  return files.sort().map((file) => {
    const text = readFileSync(join(folder, file), "utf8");
    const checksum = createHash("sha256").update(text).digest("hex");
    return { number: Number(file.slice(0, 3)), name: file.slice(4, -4), checksum, text };
  });
}

/** The number of a migration that was applied and is none of ours, or is another by now. */
export function strangerAmong(
  applied: ReadonlyMap<number, string>,
  ours: readonly Pick<MigrationFile, "number" | "checksum">[],
): number | undefined {
  const known = new Map(ours.map(({ number, checksum }) => [number, checksum]));
  return [...applied].find(([number, checksum]) => known.get(number) !== checksum)?.[0];
}
