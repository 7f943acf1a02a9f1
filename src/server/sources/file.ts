import { KeptError } from "../../kept-error.ts";
import type { Uploads } from "../../ledger/uploads.ts";
import type { State } from "../../storage/postgres/state.ts";
import { ID_PARAMS, NOTHING } from "../answers.ts";
import { requires } from "../rights.ts";
import { nameOfUpload } from "./imports.ts";
import { MAPPING } from "./schemas.ts";

export const own = requires("events:write");
export const about = (summary: string) => ({ tags: ["sources"], summary });
/** A file that was handed in, and which of its columns is what. */
export const MAPPED = MAPPING.extend({ file: ID_PARAMS.shape.id });

/** Where a file lies, and by which name it was handed in. Throws KeptError "not-found", "file-gone". */
export async function fileOf(
  state: State,
  uploads: Uploads,
  id: string,
): Promise<{ readonly path: string; readonly name: string }> {
  const name = await nameOfUpload(state, id);
  if (name === undefined) throw noFile();
  const path = uploads.fileOf(id, name);
  if (path !== undefined) return { path, name };
  const words = "This file is no longer here, or another server has it; hand it in again.";
  throw new KeptError("file-gone", words, { status: 410 });
}

export const noFile = () => new KeptError(NOTHING.code, "There is no such file.", NOTHING);

/** Nobody who hands a file in is told where it lies, or which words the command line has. */
export const plainly = (words: string, path: string, name: string): string =>
  words
    .replaceAll(path, name)
    .replace(/;? say so with --dates.*$/, "; say which.")
    .replace(/; correct --(\w+)\./, "; choose another column.")
    .replace(/; say so with --.*$/, "; choose them.");
