import { z } from "zod";
import { EXPERIENCE_FILE } from "./schema.ts";

/** The JSON Schema of the file, for completion, hover and red lines in editors. */
export function experienceJsonSchema(): object {
  return z.toJSONSchema(EXPERIENCE_FILE, {
    io: "input",
    // Without the flag u, which not every reader of JSON Schema sets, \p would refuse good names.
    override: ({ jsonSchema }) => {
      if (jsonSchema.pattern?.includes("\\p{")) delete jsonSchema.pattern;
    },
  });
}
