import pc from "picocolors";
import stringWidth from "string-width";
import type { Diagnostic } from "./diagnostic.ts";

const BEFORE = 80;
const WIDEST = 160;

/** A diagnostic for a terminal: the place, the words, the line and a caret under what is meant. */
export function formatDiagnostic(diagnostic: Diagnostic, options: { readonly color?: boolean } = {}): string {
  const colors = pc.createColors(options.color ?? false);
  const { line, column, severity, code, id } = diagnostic;
  const paint = severity === "fault" ? colors.red : colors.yellow;
  const place = colors.bold(`${harmless(diagnostic.file)}:${line}:${column}`);
  const { text, indent, caret } = lineAndCaret(diagnostic);
  return [
    `${place} ${paint(`${severity} ${id} ${code}`)} ${harmless(diagnostic.message)}`,
    `${colors.dim(`${String(line).padStart(5)} |`)} ${text}`,
    `${colors.dim("      |")} ${indent}${paint(caret)}`,
  ].join("\n");
}

/** Of a very long line only what is around the place. */
function lineAndCaret({ source, line, column, endLine, endColumn }: Diagnostic) {
  const start = source.length > WIDEST ? Math.max(0, column - 1 - BEFORE) : 0;
  const shown = source.slice(start, start + WIDEST);
  const from = column - 1 - start;
  const to = Math.max(from + 1, Math.min(endLine === line ? endColumn - 1 - start : shown.length, shown.length));
  const lead = start > 0 ? "… " : "";
  const tail = start + shown.length < source.length ? " …" : "";
  // Tabs stay tabs, so that the caret stands under its character however wide the terminal draws them.
  const blank = [...harmless(shown.slice(0, from))].map((each) =>
    each === "\t" ? each : " ".repeat(stringWidth(each)),
  );
  return {
    text: lead + harmless(shown) + tail,
    indent: " ".repeat(lead.length) + blank.join(""),
    caret: "^".repeat(Math.max(1, stringWidth(harmless(shown.slice(from, to))))),
  };
}

/** Control characters of a file must not drive the terminal. */
function harmless(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]/gu, (character) => (character === "\t" ? character : "\ufffd"));
}
