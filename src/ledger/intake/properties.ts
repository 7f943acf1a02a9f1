import { LosslessNumber } from "lossless-json";
import { LIMITS } from "./limits.ts";
import { writeJson } from "./read-json.ts";

/** Properties as the JSON text that the ledger keeps; undefined where they are nested too deep. */
export function writeProperties(properties: Readonly<Record<string, unknown>>): string | undefined {
  const found = { long: false };
  if (isDeeper(properties, LIMITS.depth, found)) return undefined;
  const text = found.long ? writeJson(properties) : JSON.stringify(properties);
  // Half of a pair of UTF-16 is written as an escape, and the engine would read nothing of the whole text.
  return LONE.test(text) ? text.replace(ESCAPES, (escape) => (LONE_ONLY.test(escape) ? "\\ufffd" : escape)) : text;
}

const LONE = /\\u[dD][89a-fA-F]/;
const LONE_ONLY = /^\\u[dD][89a-fA-F]/;
/** Taken one after another, so that the backslash of a text is not the beginning of an escape. */
const ESCAPES = /\\(?:u[0-9a-fA-F]{4}|.)/g;

/** Also tells whether a number stands in it that JavaScript cannot hold. */
function isDeeper(value: object, left: number, found: { long: boolean }): boolean {
  if (left === 0) return true;
  for (const one of Object.values(value)) {
    if (typeof one !== "object" || one === null) continue;
    if (one instanceof LosslessNumber) found.long = true;
    else if (isDeeper(one, left - 1, found)) return true;
  }
  return false;
}
