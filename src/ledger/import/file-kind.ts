import { statSync } from "node:fs";
import { basename, extname } from "node:path";
import { KeptError } from "../../kept-error.ts";

export type FileKind = "csv" | "tsv" | "json" | "parquet" | "xes" | "sql" | "folder";

const KINDS: Readonly<Record<string, FileKind>> = {
  ".csv": "csv",
  ".tsv": "tsv",
  ".tab": "tsv",
  ".json": "json",
  ".jsonl": "json",
  ".ndjson": "json",
  ".parquet": "parquet",
  ".pq": "parquet",
  ".xes": "xes",
  ".sql": "sql",
};

/** What a file is, by its name. Throws KeptError when it is not there, is empty or is of no kind that can be imported. */
export function kindOf(path: string): { readonly kind: FileKind; readonly gzipped: boolean } {
  const stat = statOf(path);
  if (stat.isDirectory()) return { kind: "folder", gzipped: false };
  const gzipped = extname(path).toLowerCase() === ".gz";
  const named = gzipped ? path.slice(0, -3) : path;
  const kind = KINDS[extname(named).toLowerCase()];
  if (kind === undefined || (kind === "sql" && gzipped)) {
    const words = `${path} is of no kind that can be imported; supported are .csv, .tsv, .jsonl, .parquet and .xes, each also with .gz, and folders of .sql files.`;
    throw new KeptError("unknown-format", words);
  }
  if (stat.size === 0) throw new KeptError("empty-file", `${path} is empty; there is nothing to import.`);
  return { kind, gzipped };
}

function statOf(path: string) {
  try {
    const stat = statSync(path);
    if (stat.isFile() || stat.isDirectory()) return stat;
  } catch (cause) {
    const code = cause instanceof Error && "code" in cause ? String(cause.code) : "";
    const missing = code === "ENOENT" || code === "ENOTDIR";
    const words = missing
      ? `There is no file ${path}; check the path.`
      : `${path} cannot be read (${code}); check that you may read it.`;
    throw new KeptError(missing ? "missing-file" : "unreadable-file", words, { cause });
  }
  throw new KeptError(
    "unreadable-file",
    `${path} is neither a file nor a folder; name the file that holds the events.`,
  );
}

/** The name of a file without its folder and extensions: what a file of one kind of event is called after. */
export function bareName(path: string): string {
  const name = basename(path).replace(/\.gz$/i, "");
  return name.slice(0, name.length - extname(name).length);
}
