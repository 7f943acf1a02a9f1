import type { Ink } from "./ink.ts";
import { cut, padEnd, padStart, widthOf } from "./words.ts";

/** A column of a table: its head, and whether it holds figures, which stand to the right. */
export interface Column {
  readonly head: string;
  readonly figures?: boolean;
}

const GAP = "  ";

/** Rows under their heads; the first column gives way where room is short, and the last ones stay away where there is none. */
export function tableLines(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  width: number,
  ink: Ink,
): readonly string[] {
  const widths = columns.map(({ head }, i) => Math.max(widthOf(head), ...rows.map((row) => widthOf(row[i] ?? ""))));
  const least = Math.min(widths[0] ?? 0, 14);
  let shown = columns.length;
  const taken = (count: number): number => widths.slice(1, count).reduce((sum, one) => sum + one + GAP.length, 0);
  while (shown > 2 && taken(shown) + least > width) shown -= 1;
  const first = Math.max(4, Math.min(widths[0] ?? 0, width - taken(shown)));
  const line = (cells: readonly string[]): string =>
    columns
      .slice(0, shown)
      .map(({ figures }, i) => {
        const room = i === 0 ? first : (widths[i] ?? 0);
        const text = cut(cells[i] ?? "", room);
        return figures ? padStart(text, room) : padEnd(text, room);
      })
      .join(GAP);
  return [ink.soft(line(columns.map(({ head }) => head))), ...rows.map(line)];
}
