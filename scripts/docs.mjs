// Writes what comes from definitions: the JSON Schema for editors and the tables of the docs.
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { generatedFiles } from "../dist/language/docs.js";
import { serverPage } from "../dist/server/config/docs.js";

const root = fileURLToPath(new URL("..", import.meta.url));
for (const [file, text] of [...generatedFiles(root), serverPage(root)]) {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), text);
  console.log(file);
}
