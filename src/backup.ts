import { createHash } from "node:crypto";
import {
  createReadStream,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { KeptError } from "./kept-error.ts";
import { audit, OPERATOR } from "./people/audit.ts";
import { BACKUP_LOCK, type Holdings } from "./person.ts";
import { backupLedger, LEDGER_FILES } from "./storage/backup.ts";
import { packageVersion } from "./storage/package.ts";
import { dumpState } from "./storage/postgres/dump.ts";

const STATE_FILE = "state.jsonl.gz";
const MANIFEST_FILE = "manifest.json";
const MANIFEST = z.strictObject({
  kept: z.string(),
  made: z.iso.datetime(),
  expires: z.iso.datetime(),
  files: z.record(z.string(), z.strictObject({ bytes: z.int(), sha256: z.string() })),
});
export type Manifest = z.output<typeof MANIFEST>;

export interface BackupOptions {
  /** The folder in which each backup gets a folder of its own. */
  readonly folder: string;
  /** Ms since 1970 UTC. */
  readonly at: number;
  readonly keepDays: number;
  /** Only the state: the ledger is on a server, which is backed up there. */
  readonly stateOnly: boolean;
}

export interface Backup {
  readonly folder: string;
  readonly manifest: Manifest;
  /** Expired ones that were taken away. */
  readonly removed: readonly string[];
}

const DAY = 86_400_000;

/**
 * Takes both engines to one folder while the server goes on. Nothing that was acknowledged before is missing, nobody is
 * half erased, and what came in meanwhile is judged again after a restore. Expired backups beside it are taken away.
 */
export async function makeBackup(holdings: Holdings, options: BackupOptions): Promise<Backup> {
  const { state } = holdings;
  if (state === undefined) return take(holdings, options);
  const backup = await state.withLock(BACKUP_LOCK, () => take(holdings, options));
  if (backup === undefined)
    throw new KeptError(
      "backup-runs",
      "Another backup is being made, or somebody is being erased; try again when it is done.",
    );
  return backup;
}

async function take({ home, store, state }: Holdings, options: BackupOptions): Promise<Backup> {
  const { at, keepDays } = options;
  const [made, expires] = [new Date(at), new Date(at + keepDays * DAY)];
  const name = `kept-${made.toISOString().replaceAll(/[-:]|\.\d+/g, "")}`;
  const folder = join(options.folder, name);
  const draft = `${folder}.part`;
  mkdirSync(draft, { recursive: true, mode: 0o700 });
  try {
    // Said before it is made: who is erased from now on hears of it.
    await state?.db.insertInto("backups").values({ name, made_at: made, expires_at: expires }).execute();
    // The state first: it knows up to where news of the ledger was told, and must not know more than the ledger.
    if (state !== undefined) await dumpState(state, join(draft, STATE_FILE));
    if (!options.stateOnly) await backupLedger(store, home, draft);
    const files: Record<string, Manifest["files"][string]> = {};
    for (const file of readdirSync(draft)) files[file] = await measured(join(draft, file));
    const manifest = { kept: packageVersion(), made: made.toISOString(), expires: expires.toISOString(), files };
    writeFileSync(join(draft, MANIFEST_FILE), `${JSON.stringify(manifest, undefined, 2)}\n`, {
      mode: 0o600,
      flush: true,
    });
    renameSync(draft, folder);
    if (state !== undefined) await audit(state, at, { actor: OPERATOR, action: "backup.made", subject: name });
    return { folder, manifest, removed: prune(options.folder, at) };
  } catch (thrown) {
    rmSync(draft, { recursive: true, force: true });
    await state?.db.deleteFrom("backups").where("name", "=", name).execute();
    throw thrown;
  }
}

async function measured(file: string): Promise<Manifest["files"][string]> {
  const hash = createHash("sha256");
  for await (const piece of createReadStream(file)) hash.update(piece as Buffer);
  return { bytes: statSync(file).size, sha256: hash.digest("hex") };
}

/** Takes away the backups of a folder that have expired: only folders with a manifest of ours that says so. */
function prune(folder: string, at: number): readonly string[] {
  const expired = readdirSync(folder).filter((name) => {
    const manifest = /^kept-\d{8}T\d{6}Z$/.test(name) ? manifestOf(join(folder, name)) : undefined;
    return manifest !== undefined && Date.parse(manifest.expires) <= at;
  });
  for (const name of expired) rmSync(join(folder, name), { recursive: true });
  return expired;
}

function manifestOf(folder: string): Manifest | undefined {
  try {
    return MANIFEST.parse(JSON.parse(readFileSync(join(folder, MANIFEST_FILE), "utf8")));
  } catch {
    return undefined;
  }
}

/** What is in a backup, after looking whether every file is as it was written. */
export async function checkBackup(folder: string): Promise<Manifest> {
  const manifest = manifestOf(folder);
  if (manifest === undefined)
    throw new KeptError("no-backup", `${folder} is no backup of Kept: it has no ${MANIFEST_FILE} that can be read.`);
  for (const [file, { bytes, sha256 }] of Object.entries(manifest.files)) {
    const path = join(folder, file);
    const found = existsSync(path) ? await measured(path) : undefined;
    if (found?.bytes !== bytes || found.sha256 !== sha256)
      throw new KeptError("torn-backup", `${path} is not as it was written; take another backup.`);
  }
  return manifest;
}

export const hasLedger = ({ files }: Manifest): boolean => LEDGER_FILES.every((file) => file in files);
export const stateFileOf = (folder: string, { files }: Manifest): string | undefined =>
  STATE_FILE in files ? join(folder, STATE_FILE) : undefined;
