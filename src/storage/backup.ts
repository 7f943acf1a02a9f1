import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { KeptError } from "../kept-error.ts";
import { literal } from "../sql/literal.ts";
import { type Sql, sql } from "../sql/sql.ts";
import { connect } from "./connect.ts";
import { wayToEngine } from "./embedded.ts";
import type { Store } from "./store.ts";

/** The files of a ledger in a backup, in the order in which they are restored. */
export const LEDGER_FILES = ["ledger.tar", "marks.tar"] as const;

/** The engine writes and reads backups here and nowhere else. */
const backupsFolder = (home: string): string => join(home, "backups");

/**
 * What is finished and judged. It is taken before all else: after a restore, what came in between counts as not yet
 * judged, and is judged again. The other way round it would be missing for ever.
 */
const MARKS = sql`TABLE batches, TABLE judgements, TABLE judged_batches, TABLE askings_of`;
const REST = sql`DATABASE kept EXCEPT TABLES kept.batches, kept.judgements, kept.judged_batches, kept.askings_of`;

/** Writes the ledger of a home to a folder, while it goes on. Of Kept's own engine only. */
export async function backupLedger(store: Store, home: string, folder: string): Promise<void> {
  await takeOut(store, home, MARKS, join(folder, "marks.tar"));
  await takeOut(store, home, REST, join(folder, "ledger.tar"));
}

async function takeOut(store: Store, home: string, what: Sql, target: string): Promise<void> {
  const draft = join(resolve(backupsFolder(home)), `${process.pid}-${basename(target)}`);
  mkdirSync(backupsFolder(home), { recursive: true, mode: 0o700 });
  rmSync(draft, { force: true });
  try {
    await store.rows(sql`BACKUP ${what} TO File(${literal(draft)})`);
    move(draft, target);
  } finally {
    rmSync(draft, { force: true });
  }
}

/** Brings a ledger back into a home that has none. */
export async function restoreLedger(
  home: string,
  environment: Readonly<Record<string, string | undefined>>,
  folder: string,
): Promise<void> {
  if (existsSync(join(home, "clickhouse")))
    throw new KeptError("home-used", `There is a ledger in ${home} already; name an empty folder with --home.`);
  const outside = connect(await wayToEngine(home, environment)).outside();
  try {
    for (const file of LEDGER_FILES) {
      const draft = join(resolve(backupsFolder(home)), `${process.pid}-${file}`);
      mkdirSync(backupsFolder(home), { recursive: true, mode: 0o700 });
      copyFileSync(join(folder, file), draft);
      await outside.rows(sql`RESTORE ALL FROM File(${literal(draft)})`);
      rmSync(draft);
    }
  } finally {
    await outside.close();
  }
}

function move(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch {
    // To another disk.
    copyFileSync(from, to);
    rmSync(from);
  }
}
