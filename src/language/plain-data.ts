import type { Path } from "./diagnostic.ts";

export type PlainMap = Readonly<Record<string | number, unknown>>;

export const isMap = (value: unknown): value is PlainMap =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** What stands at a path in plain data; names that every object inherits are not there. */
export function valueAt(root: unknown, path: Path): unknown {
  let value = root;
  for (const step of path) {
    if (Array.isArray(value)) value = value[Number(step)];
    else if (isMap(value) && Object.hasOwn(value, step)) value = value[step];
    else return undefined;
  }
  return value;
}

/** A value as a person would name it. */
export function inWords(value: unknown): string {
  if (value === null) return "nothing";
  if (typeof value === "string") return `"${value}"`;
  if (Array.isArray(value)) return "a list";
  return isMap(value) ? "a map" : String(value);
}
