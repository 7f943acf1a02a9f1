import { readFileSync, statSync } from "node:fs";
import { KeptError } from "../kept-error.ts";
import { type Reading, readExperience } from "./read.ts";

const MOST_BYTES = 16_000_000;

/** Reads an experience file from disk. Throws KeptError when there is none, or none that can be read as text. */
export function checkExperienceFile(path: string): Reading {
  return readExperience(readExperienceText(path), path);
}

/** The text of an experience file, whatever is in it. Throws like `checkExperienceFile`. */
export function readExperienceText(path: string): string {
  let bytes: Uint8Array;
  try {
    if (statSync(path).size > MOST_BYTES)
      throw new KeptError("experience-too-large", `${path} is too large for an experience file: is it the right one?`);
    bytes = readFileSync(path);
  } catch (error) {
    throw error instanceof KeptError ? error : explain(path, error);
  }
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new KeptError("experience-not-text", `${path} is not text in UTF-8: save it as UTF-8.`, { cause });
  }
}

function explain(path: string, cause: unknown): KeptError {
  const code = cause instanceof Error && "code" in cause ? cause.code : undefined;
  if (code === "ENOENT" || code === "ENOTDIR") {
    return new KeptError(
      "experience-missing",
      `There is no experience file at ${path}: name one with --experience, or write one with "kept init".`,
      { cause },
    );
  }
  if (code === "EISDIR")
    return new KeptError("experience-unreadable", `${path} is a folder: name the experience file in it.`, { cause });
  const why = cause instanceof Error ? cause.message : String(cause);
  return new KeptError("experience-unreadable", `${path} cannot be read (${why}): check that you may read it.`, {
    cause,
  });
}
