import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { experienceJsonSchema } from "./json-schema.ts";

const EXPERIENCES = new URL("../../experiences/", import.meta.url);
const read = (name: string): unknown => parse(readFileSync(new URL(`${name}/experience.yaml`, EXPERIENCES), "utf8"));
const schema = z.fromJSONSchema(experienceJsonSchema() as Parameters<typeof z.fromJSONSchema>[0]);
const golden = readdirSync(EXPERIENCES).filter((name) => name !== "broken");

test.each(golden)("editors find nothing wrong with %s", (name) => {
  expect(schema.safeParse(read(name)).error?.issues).toBeUndefined();
});

test.each([
  "unknown-key",
  "unknown-section",
  "missing-key",
  "wrong-shape",
  "goal-out-of-range",
  "version-unknown",
  "property-type-unknown",
])("editors find %s", (name) => {
  expect(schema.safeParse(read(`broken/${name}`)).success).toBe(false);
});

test("every key of a promise has words for the hover", () => {
  const promises = z.object({ anyOf: z.array(z.looseObject({})) }).parse(property("promises"));
  const [map] = promises.anyOf;
  const keys = z.object({
    additionalProperties: z.object({ properties: z.record(z.string(), z.looseObject({ description: z.string() })) }),
  });
  expect(Object.keys(keys.parse(map).additionalProperties.properties)).toContain("undone-by");
});

function property(name: string): unknown {
  return z.object({ properties: z.record(z.string(), z.unknown()) }).parse(experienceJsonSchema()).properties[name];
}
