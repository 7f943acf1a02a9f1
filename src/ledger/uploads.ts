import { randomBytes } from "node:crypto";
import { createWriteStream, existsSync } from "node:fs";
import { mkdir, readdir, rm, stat, statfs } from "node:fs/promises";
import { basename, join } from "node:path";
import type { Readable } from "node:stream";
import { Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { KeptError } from "../kept-error.ts";

/** Files that people handed in, in the home: a folder each, with the file and what was rejected of it. */
export interface Uploads {
  /** Keeps what comes, as it comes. Throws KeptError where it is too large or the disk is full; then nothing is left. */
  take(name: string, content: Readable, announced: number | undefined): Promise<Upload>;
  /** undefined: it is not on this server, or no longer. */
  fileOf(id: string, name: string): string | undefined;
  rejectsOf(id: string): string;
  /** Throws the file away; what was rejected of it stays for a while. */
  forget(id: string, name: string): Promise<void>;
  /** Throws away what lies here too long. `now` in ms since 1970 UTC, by the clock of the disk. */
  clear(now: number): Promise<void>;
}

export interface Upload {
  readonly id: string;
  readonly name: string;
  readonly bytes: number;
}

const DAYS = 86_400_000;
/** A file that nobody imports, and rejects that nobody fetches: so many ms. */
const KEPT_FOR = 7 * DAYS;
/** What was rejected of a file lies under this name beside it. */
export const REJECTS = "rejects.jsonl";
export const uploadsIn = (home: string): string => join(home, "uploads");
/** A server that tells nothing of an import for so many ms has ended. */
export const SILENT = 60_000;
const MEGABYTE = 1024 * 1024;

/** `largest` in bytes. */
export function openUploads(home: string, largest: number): Uploads {
  const root = uploadsIn(home);
  return {
    async take(named, content, announced) {
      const name = nameOf(named);
      if (announced !== undefined && announced > largest) throw tooLarge(largest);
      const id = randomBytes(9).toString("base64url");
      const folder = join(root, id);
      await mkdir(folder, { recursive: true, mode: 0o700 });
      if (announced !== undefined && announced > (await freeIn(folder))) {
        await rm(folder, { recursive: true, force: true });
        throw full();
      }
      try {
        const bytes = await write(join(folder, name), content, largest);
        return { id, name, bytes };
      } catch (thrown) {
        await rm(folder, { recursive: true, force: true });
        if (thrown instanceof Error && "code" in thrown && thrown.code === "ENOSPC") throw full(thrown);
        throw thrown;
      }
    },
    fileOf(id, name) {
      const file = join(root, id, nameOf(name));
      return existsSync(file) ? file : undefined;
    },
    rejectsOf: (id) => join(root, id, REJECTS),
    forget: (id, name) => rm(join(root, id, nameOf(name)), { force: true }),
    async clear(now) {
      for (const id of await readdir(root).catch(() => [])) {
        const folder = join(root, id);
        const { mtimeMs } = await stat(folder).catch(() => ({ mtimeMs: now }));
        if (now - mtimeMs > KEPT_FOR) await rm(folder, { recursive: true, force: true });
      }
    },
  };
}

/** The name without any folder; what could leave its place, or hides there, is refused. */
function nameOf(named: string): string {
  const name = basename(named.replaceAll("\\", "/")).trim();
  if (name === "" || name.startsWith(".") || Buffer.byteLength(name) > 200 || /[\u0000-\u001f]/.test(name))
    throw new KeptError("bad-name", "Give the file a plain name of at most 200 bytes.", { status: 400 });
  return name === REJECTS ? `file-${name}` : name;
}

async function write(file: string, content: Readable, largest: number): Promise<number> {
  let bytes = 0;
  const counting = new Transform({
    transform(piece: Buffer, _encoding, done) {
      bytes += piece.length;
      if (bytes > largest) done(tooLarge(largest));
      else done(null, piece);
    },
  });
  await pipeline(content, counting, createWriteStream(file, { mode: 0o600 }));
  return bytes;
}

async function freeIn(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
}

const tooLarge = (largest: number) =>
  new KeptError(
    "too-large",
    `The file is larger than ${largest / MEGABYTE} MB; pack it with gzip, cut it into parts, or raise the setting upload-megabytes.`,
    { status: 413 },
  );
const full = (cause?: unknown) =>
  new KeptError("disk-full", "There is no room for this file on the server's disk; make room there and try again.", {
    status: 507,
    ...(cause === undefined ? {} : { cause }),
  });
