export type Cell = string | number | boolean | null | undefined;

/** By it spreadsheets know that a file is UTF-8. */
export const BOM = "\uFEFF";

/** A table as RFC 4180 has it; what a spreadsheet would run as a formula gets an apostrophe in front (OWASP, CSV injection). */
export function csvOf(columns: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const lines = [columns, ...rows].map((row) => `${row.map(written).join(",")}\r\n`);
  return `${BOM}${lines.join("")}`;
}

function written(value: Cell): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "boolean") return value ? "yes" : "no";
  const safe = typeof value === "string" && /^[=+\-@\t\r＝＋－＠]/.test(value) ? `'${value}` : String(value);
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
