import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { KeptError } from "../kept-error.ts";
import { checkExperienceFile } from "./read-file.ts";

const folder = mkdtempSync(join(tmpdir(), "kept-read-file-"));
afterAll(() => rmSync(folder, { recursive: true }));

function refusal(path: string): string {
  try {
    checkExperienceFile(path);
  } catch (error) {
    if (error instanceof KeptError) return `${error.code}: ${error.message}`;
    throw error;
  }
  return "none";
}

test("reads a file and names it in what it says", () => {
  const path = join(folder, "a.yaml");
  writeFileSync(path, "\ufeffkept: 2\r\nname: A\r\n");
  const { experience, diagnostics } = checkExperienceFile(path);
  expect(experience).toBeUndefined();
  expect(diagnostics.map(({ code, file, line, source }) => ({ code, file, line, source }))).toContainEqual({
    code: "version-unknown",
    file: path,
    line: 1,
    source: "kept: 2",
  });
});

test("a file that is not there is refused in one sentence that says how to mend it", () => {
  expect(refusal(join(folder, "none.yaml"))).toMatch(
    /^experience-missing: There is no experience file at .*none\.yaml: name one/,
  );
});

test("a folder is no file", () => {
  expect(refusal(folder)).toMatch(/^experience-unreadable: .* is a folder/);
});

test("what is not text is refused", () => {
  const path = join(folder, "b.yaml");
  writeFileSync(path, new Uint8Array([0xff, 0xfe, 0x00, 0x80]));
  expect(refusal(path)).toMatch(/^experience-not-text: /);
});
