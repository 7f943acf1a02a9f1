import pc from "picocolors";
import type { Diagnostic } from "./diagnostic.ts";

/** A diagnostic for a terminal: the place, the words, the line and a caret under what is meant. */
export function formatDiagnostic(diagnostic: Diagnostic, options: { readonly color?: boolean } = {}): string {
  const colors = pc.createColors(options.color ?? false);
  const { file, line, column, severity, code, id, message, source } = diagnostic;
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
