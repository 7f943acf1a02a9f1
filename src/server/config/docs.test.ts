import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { packageRoot } from "../../storage/package.ts";
import { serverPage } from "./docs.ts";
import { settingNames, variableOf } from "./settings.ts";

test("docs/server.md is as `npm run docs` writes it, and names every setting", () => {
  const [file, text] = serverPage(packageRoot);
  expect(readFileSync(join(packageRoot, file), "utf8")).toBe(text);
  for (const name of settingNames) expect(text).toContain(`\`${variableOf(name)}\``);
});
