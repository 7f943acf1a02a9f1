import { expect, test } from "vitest";
import { isScalar, parseDocument } from "yaml";
import { alignScalar } from "./align.ts";

/** Marks in the source the character that stands for each X of the text. */
function marked(source: string): string {
  const document = parseDocument(source, { uniqueKeys: false });
  const node = document.get("a", true);
  if (!isScalar(node) || typeof node.value !== "string" || !node.range) throw new Error("no text");
  const table = alignScalar(node.value, source.slice(node.range[0], node.range[1]), node.type ?? "PLAIN");
  const start = node.range[0];
  const found = table.filter((_, index) => String(node.value)[index] === "X");
  return found.map((place) => source.slice(start + place, start + place + 1)).join("");
}

test.each([
  ["a plain text", "a: one X two"],
  ["a plain text over lines", "a: one\n   two\n\n   X three"],
  ["single quotes", "a: 'it''s X and X'"],
  ["single quotes over lines", "a: 'it''s\n  X\n\n  and X'"],
  ["double quotes", 'a: "tab\\t X \\u00e9 \\x41 \\U0001F600 X"'],
  ["double quotes over lines", 'a: "one \\\n   two X\n  three X"'],
  ["a literal block", "a: |\n    one X\n      two X\n\n    X\n"],
  ["a folded block", "a: >-\n  one\n  two X\n\n  X\n"],
  ["Windows line ends", "a: >-\r\n  one\r\n  two X\r\n"],
])("every character of %s is found again", (_, source) => {
  expect(marked(source)).toMatch(/^X+$/);
  expect(marked(source)).toHaveLength(source.split("X").length - 1);
});
