import { z } from "zod";
import type { Path } from "./diagnostic.ts";
import { isMap, valueAt } from "./plain-data.ts";
import { EXPERIENCE_FILE } from "./schema.ts";

/** The forms that a schema takes, without what makes it optional. */
function formsOf(schema: z.core.$ZodType): readonly z.core.$ZodType[] {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable) return formsOf(schema.unwrap());
  if (schema instanceof z.ZodUnion) return schema.options.flatMap((option) => formsOf(option));
  return [schema];
}

/** The keys that the schema knows at a place of a file. */
export function keysAt(path: Path, root: unknown): readonly string[] {
  let schemas: readonly z.core.$ZodType[] = [EXPERIENCE_FILE];
  for (const step of path) schemas = schemas.flatMap(formsOf).flatMap((schema) => below(schema, step));
  const maps = schemas.flatMap(formsOf).filter((schema) => schema instanceof z.ZodObject);
  return isMap(valueAt(root, path)) ? maps.flatMap((schema) => Object.keys(schema.shape)) : [];
}

function below(schema: z.core.$ZodType, step: string | number): readonly z.core.$ZodType[] {
  if (schema instanceof z.ZodRecord) return [schema.valueType];
  if (schema instanceof z.ZodArray) return [schema.element];
  const inner = schema instanceof z.ZodObject ? Object.entries(schema.shape).find(([key]) => key === step) : undefined;
  return inner ? [inner[1]] : [];
}

/** One key that a map may have, for the tables of the docs. Keys of maps within are written with a dot. */
export interface Key {
  readonly key: string;
  readonly needed: boolean;
  readonly about: string;
}

export function keysOf(schema: z.ZodObject, before = ""): readonly Key[] {
  return Object.entries(schema.shape).flatMap(([key, value]) => {
    const row = { key: before + key, needed: !(value instanceof z.ZodOptional), about: aboutOf(value) };
    const inner = before === "" ? formsOf(value).filter((form) => form instanceof z.ZodObject) : [];
    return [row, ...inner.flatMap((form) => keysOf(form, `${key}.`))];
  });
}

function aboutOf(schema: z.core.$ZodType): string {
  const about = z.globalRegistry.get(schema)?.description;
  if (about !== undefined) return about;
  return schema instanceof z.ZodOptional || schema instanceof z.ZodNullable ? aboutOf(schema.unwrap()) : "";
}
