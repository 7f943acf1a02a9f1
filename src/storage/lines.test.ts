import { Readable } from "node:stream";
import { expect, test } from "vitest";
import { linesIn } from "./lines.ts";

test("lines end at \\n alone, wherever the pieces are cut", async () => {
  const lines = ['{"words":"a\u2028b\u2029c\u0085d"}', "", "ä€😀", "last"];
  const bytes = Buffer.from(lines.join("\n"));
  const pieces = [...bytes].map((byte) => Buffer.from([byte]));
  for (const cut of [[bytes], pieces]) {
    const found: string[] = [];
    for await (const line of linesIn(Readable.from(cut, { objectMode: false }))) found.push(line);
    expect(found).toEqual(lines);
  }
});
