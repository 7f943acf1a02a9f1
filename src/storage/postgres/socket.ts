import { createHash } from "node:crypto";
import { lstatSync, mkdirSync, realpathSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { KeptError } from "../../kept-error.ts";
import { handOver, type Operator } from "./operator.ts";

/** The port is part of the socket's name only; nothing listens on the network. */
export const PORT = 5432;

/** Longer paths cannot name a socket (104 bytes on macOS, 108 on Linux). */
const LONGEST = 100;
const FILE = `.s.PGSQL.${PORT}`;

/** The folder of the socket, the same at every start: in the home, or where its path is too long, in a private one. */
export function socketFolder(home: string, operator: Operator): string {
  const folder = candidates(home).find((each) => Buffer.byteLength(join(each, FILE)) <= LONGEST);
  if (folder === undefined) throw new KeptError("home-too-long", "No folder with a path short enough for a socket.");
  mkdirSync(folder, { mode: 0o700, recursive: true });
  handOver(operator, folder, home);
  const { uid, mode } = lstatSync(folder);
  const owner = operator.ids?.uid ?? process.getuid?.();
  if (uid === owner && lstatSync(folder).isDirectory() && (mode & 0o077) === 0) return folder;
  const words = `${folder} belongs to somebody else or is open to others; take it away, or name another folder with --home.`;
  throw new KeptError("socket-taken", words);
}

function candidates(home: string): readonly string[] {
  const name = `kept-${createHash("sha256").update(realpathSync(home)).digest("hex").slice(0, 16)}-state`;
  return [join(home, "postgres-socket"), join(tmpdir(), name), join("/tmp", name)];
}
