import { accessSync, constants, existsSync, mkdirSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { KeptError } from "../kept-error.ts";

/** The folder that holds a ledger, made if need be, for the user alone. Returns its whole path. */
export function openHome(home: string): string {
  const path = resolve(home);
  try {
    makeFolder(path);
    if (!statSync(path).isDirectory()) throw Object.assign(new Error("not a folder"), { code: "ENOTDIR" });
    accessSync(path, constants.R_OK | constants.W_OK | constants.X_OK);
    makeFolder(join(path, "clickhouse"));
  } catch (thrown) {
    throw refusalOf(path, thrown);
  }
  return path;
}

/** Node's own way to make the folders above as well never returns on some file systems, such as /proc. */
function makeFolder(path: string): void {
  if (existsSync(path)) return;
  if (dirname(path) !== path) makeFolder(dirname(path));
  try {
    mkdirSync(path, { mode: 0o700 });
  } catch (thrown) {
    // Somebody else may have made it meanwhile.
    if (!existsSync(path)) throw thrown;
  }
}

function refusalOf(path: string, thrown: unknown): KeptError {
  const code = thrown instanceof Error && "code" in thrown ? String(thrown.code) : "";
  const cause = { cause: thrown };
  switch (code) {
    case "EEXIST":
    case "ENOTDIR":
      return new KeptError("home-no-folder", `${path} is no folder; name another one with --home or KEPT_HOME.`, cause);
    case "ENOSPC":
    case "EDQUOT":
      return new KeptError("disk-full", `No space is left for the ledger in ${path}; make room and try again.`, cause);
    default: {
      const words = `The ledger cannot be written in ${path} (${code}); allow it or name another folder with --home.`;
      return new KeptError("home-unwritable", words, cause);
    }
  }
}
