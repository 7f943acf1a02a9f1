import { createReadStream, createWriteStream, existsSync } from "node:fs";
import { readdir, rename, rm, stat, utimes } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { linesIn } from "../storage/lines.ts";
import { REJECTS, uploadsIn } from "./uploads.ts";

/**
 * Takes a person out of the files that were handed in: their rejected rows go, and so does every file that waits, which
 * nobody can look through whatever its kind; `busy` are those that come in at this moment. Returns how many rows went.
 */
export async function forgetInUploads(
  home: string,
  ids: readonly string[],
  busy: ReadonlySet<string>,
): Promise<number> {
  const root = uploadsIn(home);
  let rows = 0;
  for (const entry of await readdir(root, { withFileTypes: true }).catch(() => [])) {
    if (!entry.isDirectory() || busy.has(entry.name)) continue;
    const folder = join(root, entry.name);
    const { atime, mtime } = await stat(folder);
    for (const file of await readdir(folder)) if (file !== REJECTS) await rm(join(folder, file), { force: true });
    rows += await forgetInRejects(join(folder, REJECTS), new Set(ids));
    // By this it is known how long it has been here.
    await utimes(folder, atime, mtime);
  }
  return rows;
}

async function forgetInRejects(file: string, ids: ReadonlySet<string>): Promise<number> {
  if (!existsSync(file)) return 0;
  const unfinished = `${file}.without`;
  let rows = 0;
  async function* others(): AsyncGenerator<string> {
    for await (const line of linesIn(createReadStream(file))) {
      if (names(line, ids)) rows++;
      else yield `${line}\n`;
    }
  }
  await pipeline(Readable.from(others()), createWriteStream(unfinished, { mode: 0o600 }));
  await (rows === 0 ? rm(unfinished) : rename(unfinished, file));
  return rows;
}

const VALUE = /"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*/g;

/** Whether one of the ids stands anywhere in a line of JSON, as a text or as a number with all its digits. */
const names = (line: string, ids: ReadonlySet<string>): boolean =>
  (line.match(VALUE) ?? []).some((value) => ids.has(value.startsWith('"') ? String(JSON.parse(value)) : value));
