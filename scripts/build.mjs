// Compiles src/ to dist/, the pages to dist/web, and makes the program executable. What is there is replaced while
// programs that run from it go on; what no source makes any more is taken away at the end.
import { execFileSync } from "node:child_process";
import { chmodSync, readdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";

const node = (...words) => execFileSync(process.execPath, words, { stdio: "inherit" });
// File systems keep times in steps of their own.
const begun = Date.now() - 2000;

node("node_modules/typescript/bin/tsc", "-p", "tsconfig.build.json");
node("node_modules/vite/bin/vite.js", "build", "--logLevel", "warn");
chmodSync("dist/cli/main.js", 0o755);
for (const entry of readdirSync("dist", { recursive: true, withFileTypes: true })) {
  const path = join(entry.parentPath, entry.name);
  if (entry.isFile() && statSync(path).mtimeMs < begun) rmSync(path, { force: true });
}
