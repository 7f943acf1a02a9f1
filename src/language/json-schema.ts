import { z } from "zod";
import { EXPERIENCE_FILE } from "./schema.ts";

/** The JSON Schema of the file, for completion, hover and red lines in editors. */
export function experienceJsonSchema(): object {
  return z.toJSONSchema(EXPERIENCE_FILE, { io: "input" });
}
