import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readExperience } from "./read.ts";
import { WORDS } from "./words.ts";

const BROKEN = new URL("../../experiences/broken/", import.meta.url);
const examples = readdirSync(BROKEN, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);

// A comment under a line marks with ^^^ what is meant (above the line: vvv); #< stands for the first column.
const MARK = /^#(<?)([ ]*)([\^v]*) ([a-z0-9-]+)$/;

interface Marked {
  readonly code: string;
  readonly line: number;
  readonly column: number;
  readonly endColumn: number;
}

function marksIn(source: string): readonly Marked[] {
  const lines = source.split("\n");
  const isMark = (index: number) => MARK.test(lines[index] ?? "");
  return lines.flatMap((text, index) => {
    const parts = MARK.exec(text);
    if (!parts) return [];
    const [, first = "", space = "", carets = "", code = ""] = parts;
    const step = carets.startsWith("v") ? 1 : -1;
    let line = index + step;
    while (isMark(line)) line += step;
    const column = first ? 1 : 2 + space.length;
    return [
      {
        code,
        line: line + 1,
        column,
        endColumn: first ? 3 + carets.length - (carets ? 0 : 1) : column + carets.length,
      },
    ];
  });
}

test.each(examples)("%s is found where the example marks it, and nothing else is", (name) => {
  const source = readFileSync(new URL(`${name}/experience.yaml`, BROKEN), "utf8");
  const { experience, diagnostics } = readExperience(source, `${name}/experience.yaml`);
  const found = diagnostics.map(({ code, line, column, endLine, endColumn, source: text }) => {
    return { code, line, column, endColumn: endLine === line ? endColumn : text.length + 1 };
  });
  expect(found).toEqual(marksIn(source));
  expect(found.map(({ code }) => code)).toContain(name);
  expect(experience === undefined).toBe(diagnostics.some(({ severity }) => severity === "fault"));
});

test("every code has an example and an id of its own", () => {
  expect([...examples].sort()).toEqual(Object.keys(WORDS).sort());
  const ids = Object.values(WORDS).map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});
