import type { Readable } from "node:stream";

/** The lines of a text, cut at \n alone: `node:readline` of Node 24 also cuts at U+2028, which JSON may hold. */
export async function* linesIn(bytes: Readable): AsyncGenerator<string> {
  let rest = "";
  for await (const piece of bytes.setEncoding("utf8")) {
    const lines = `${rest}${piece}`.split("\n");
    rest = lines.pop() ?? "";
    yield* lines;
  }
  if (rest !== "") yield rest;
}
