import pc from "picocolors";
import type { Diagnostic } from "./diagnostic.ts";

/** A diagnostic for a terminal: the place, the words, the line and a caret under what is meant. */
export function formatDiagnostic(diagnostic: Diagnostic, options: { readonly color?: boolean } = {}): string {
  const colors = pc.createColors(options.color ?? false);
  const { line, column, severity, code, id } = diagnostic;
  const [file, message, source] = [diagnostic.file, diagnostic.message, diagnostic.source].map(harmless) as [
    string,
    string,
    string,
  ];
  const paint = severity === "fault" ? colors.red : colors.yellow;
  const place = colors.bold(`${file}:${line}:${column}`);
  const gutter = String(line).padStart(5);
  const end = diagnostic.endLine === line ? diagnostic.endColumn : source.length + 1;
  const caret = "^".repeat(Math.max(1, Math.min(end, source.length + 1) - column));
  // Tabs stay tabs, so that the caret stands under its character however wide the terminal draws them.
  const indent = source.slice(0, column - 1).replace(/[^\t]/g, " ");
  return [
    `${place} ${paint(`${severity} ${id} ${code}`)} ${message}`,
    `${colors.dim(`${gutter} |`)} ${source}`,
    `${colors.dim(`${" ".repeat(5)} |`)} ${indent}${paint(caret)}`,
  ].join("\n");
}

/** Control characters of a file must not drive the terminal. */
function harmless(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]/gu, (character) => (character === "\t" ? character : "\ufffd"));
}
