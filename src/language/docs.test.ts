import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { fillTables, generatedFiles } from "./docs.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

test.each([...generatedFiles(root)])("%s is as `npm run docs` writes it", (file, text) => {
  expect(readFileSync(join(root, file), "utf8")).toBe(text);
});

test("a table that nobody makes is refused", () => {
  expect(() => fillTables("<!-- table: wishes -->\n<!-- end -->")).toThrow("wishes");
});
