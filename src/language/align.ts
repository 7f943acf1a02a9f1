const ESCAPE_LENGTH: Readonly<Record<string, number>> = { x: 4, u: 6, U: 10 };

/**
 * Where each character of a YAML text stands in its source: the text has lost quotes, escapes, line folds and
 * indentation on the way. The last entry is the place just behind the last character.
 */
export function alignScalar(text: string, source: string, style: string): readonly number[] {
  const table: number[] = [];
  let at = startOf(source, style);
  for (let index = 0; index < text.length; ) {
    const width = style === "QUOTE_DOUBLE" && source[at] === "\\" ? escapeWidth(source, at) : undefined;
    const character = source[at];
    if (width === 0) {
      at = skipFold(source, at + 1);
    } else if (width !== undefined) {
      const units = text.codePointAt(index)! > 0xffff ? 2 : 1;
      for (let unit = 0; unit < units; unit++) table[index++] = at;
      at += width;
    } else if (style === "QUOTE_SINGLE" && character === "'" && source[at + 1] === "'") {
      table[index++] = at;
      at += 2;
    } else if (character === text[index]) {
      table[index++] = at++;
    } else if (character !== undefined && /\s/.test(character)) {
      at++;
    } else {
      table[index++] = at;
    }
  }
  table.push(at);
  return table;
}

function startOf(source: string, style: string): number {
  if (style === "QUOTE_DOUBLE" || style === "QUOTE_SINGLE") return 1;
  if (style === "BLOCK_LITERAL" || style === "BLOCK_FOLDED") return source.indexOf("\n") + 1;
  return 0;
}

/** Characters that an escape takes in the source; 0 for an escaped line break, which leaves nothing in the text. */
function escapeWidth(source: string, at: number): number {
  const next = source[at + 1] ?? "";
  return next === "\n" || next === "\r" ? 0 : (ESCAPE_LENGTH[next] ?? 2);
}

function skipFold(source: string, at: number): number {
  let next = at;
  while (next < source.length && /\s/.test(source[next]!)) next++;
  return next;
}
