import { KeptError } from "../../kept-error.ts";

/** What the first line of a CSV file tells. */
export interface Header {
  readonly names: readonly string[];
  readonly delimiter: string;
  /** Whether values have blanks around them, as in "a, b, c". */
  readonly spaced: boolean;
  /** Whether lines end with a bare carriage return. */
  readonly carriageReturns: boolean;
}

const DELIMITERS = [",", ";", "\t", "|"];

/** Reads the header of a CSV file; the delimiter is the one found most often in it. */
export function readHeader(path: string, text: string, delimiter?: string): Header {
  const start = text.startsWith("\ufeff") ? text.slice(1) : text;
  const chosen = delimiter ?? mostFrequent(start);
  const { cells } = firstRecord(start, chosen);
  const names = cells.map((cell, i) => cell.trim() || `column ${i + 1}`);
  if (cells.every((cell) => cell.trim() === "")) {
    throw new KeptError("no-header", `${path} has no header: its first line must name the columns.`);
  }
  const twice = names.find((name, i) => names.indexOf(name) !== i);
  if (twice !== undefined) {
    throw new KeptError("column-twice", `${path} has two columns called "${twice}"; rename one of them in its header.`);
  }
  return {
    names,
    delimiter: chosen,
    spaced: cells.slice(1).some((cell) => cell !== cell.trimStart() && cell.trim() !== ""),
    carriageReturns: start.includes("\r") && !start.includes("\n"),
  };
}

function mostFrequent(text: string): string {
  const counts = DELIMITERS.map((delimiter) => firstRecord(text, delimiter).cells.length);
  return DELIMITERS[counts.indexOf(Math.max(...counts))] ?? ",";
}

/** The cells up to the first end of a line that is not in quotes. */
function firstRecord(text: string, delimiter: string): { readonly cells: readonly string[] } {
  const cells: string[] = [];
  let cell = "";
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const letter = text[i];
    if (quoted) {
      if (letter !== '"') cell += letter;
      else if (text[i + 1] === '"') cell += text[i++];
      else quoted = false;
    } else if (letter === '"' && cell === "") quoted = true;
    else if (letter === delimiter) {
      cells.push(cell);
      cell = "";
    } else if (letter === "\n" || letter === "\r") break;
    else cell += letter;
  }
  return { cells: [...cells, cell] };
}
