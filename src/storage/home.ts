import { accessSync, constants, mkdirSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { KeptError } from "./errors.ts";

/** The folder that holds a ledger, made if need be, for the user alone. Returns its whole path. */
export function openHome(home: string): string {
  const path = resolve(home);
  try {
    mkdirSync(path, { recursive: true, mode: 0o700 });
    if (!statSync(path).isDirectory()) throw Object.assign(new Error("not a folder"), { code: "ENOTDIR" });
    accessSync(path, constants.R_OK | constants.W_OK | constants.X_OK);
    mkdirSync(join(path, "clickhouse"), { recursive: true, mode: 0o700 });
  } catch (thrown) {
    throw refusalOf(path, thrown);
  }
  return path;
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
