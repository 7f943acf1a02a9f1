import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { z } from "zod";

/** The folder of the package: two up, from `src/storage` as from `dist/storage`. */
export const packageRoot: string = fileURLToPath(new URL("../../", import.meta.url));

export function packageVersion(): string {
  const file = readFileSync(new URL("../../package.json", import.meta.url), "utf8");
  return z.object({ version: z.string() }).parse(JSON.parse(file)).version;
}
