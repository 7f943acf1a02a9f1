import stringWidth from "string-width";
import { formatBriefCount, formatCount } from "../format/count.ts";

const segments = new Intl.Segmenter("en-GB", { granularity: "grapheme" });

/** Text from the data as a terminal may show it: no control signs, which could move the cursor or change what stands above. */
export function plain(text: string): string {
  return text.replace(/[\p{Cc}\p{Surrogate}\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu, "\ufffd");
}

/** How many columns it takes: wide signs two, colours none. */
export function widthOf(text: string): number {
  return stringWidth(text);
}

/** Not wider than so many columns; what is cut off is marked with an ellipsis. Without colours only. */
export function cut(text: string, width: number): string {
  if (widthOf(text) <= width) return text;
  let short = "";
  for (const { segment } of segments.segment(text)) {
    if (widthOf(short + segment) > width - 1) break;
    short += segment;
  }
  return width < 1 ? "" : `${short.trimEnd()}…`;
}

export function padEnd(text: string, width: number): string {
  return text + " ".repeat(Math.max(0, width - widthOf(text)));
}

export function padStart(text: string, width: number): string {
  return " ".repeat(Math.max(0, width - widthOf(text))) + text;
}

/** A count in full if it has room, else in short. */
export function countIn(count: number, width: number): string {
  const full = formatCount(count);
  return widthOf(full) <= width ? full : formatBriefCount(count);
}

/** Lines of at most so many columns, broken between words; a word that is wider alone is cut. */
export function wrap(text: string, width: number, indent = ""): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/ +/)) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (line !== "" && widthOf(indent + longer) > width) {
      lines.push(indent + line);
      line = word;
    } else {
      line = longer;
    }
  }
  return [...lines, indent + line].map((each) => cut(each, width));
}

/** Lines as they are printed: nothing hangs at their ends, and the spaces that held words together are plain again. */
export function paragraph(lines: readonly string[]): string {
  return lines.map((line) => `${line.replaceAll("\u00a0", " ").trimEnd()}\n`).join("");
}
