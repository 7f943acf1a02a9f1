import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { fillTables, generatedFiles } from "./docs.ts";
import { readExperience } from "./read.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

test.each([...generatedFiles(root)])("%s is as `npm run docs` writes it", (file, text) => {
  expect(readFileSync(join(root, file), "utf8")).toBe(text);
});

test("a table that nobody makes is refused", () => {
  expect(() => fillTables("<!-- table: wishes -->\n<!-- end -->")).toThrow("wishes");
});

test("the example of docs/language.md has the one fault and the warnings that the page names", () => {
  const page = readFileSync(join(root, "docs/language.md"), "utf8");
  const example = page.split("## A whole example")[1]?.split("```yaml\n")[1]?.split("```")[0] ?? "";
  const { diagnostics } = readExperience(example, "experience.yaml");
  const faults = diagnostics.filter(({ severity }) => severity === "fault");
  expect(faults).toMatchObject([
    { code: "unknown-event", path: ["promises", "checked-before-it-leaves", "first"], nearest: undefined },
  ]);
  expect(faults[0]?.message).toContain('"machine.tested"');
  expect(new Set(diagnostics.map(({ code }) => code))).toEqual(new Set(["unknown-event", "agreed-by-nobody"]));
  const mended = readExperience(example.replace("machine.tested", "parcel.shipped"), "experience.yaml");
  expect(mended.experience?.promises.map(({ kind }) => kind)).toEqual([
    "then",
    "then",
    "then",
    "never",
    "count",
    "measure",
    "first",
  ]);
});
