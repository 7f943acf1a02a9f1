import { formatBriefQuantity } from "../format/quantity.ts";
import type { Mark, ThreeMarks } from "../marks/three-marks.ts";
import type { Ink } from "./ink.ts";
import { widthOf } from "./words.ts";

interface Label {
  readonly at: number;
  readonly text: string;
  readonly paint: (text: string) => string;
}

/** The marks under the density, each with its number where there is room: "◇2 d ▼3 d". */
export function marksLine(marks: ThreeMarks, width: number, ink: Ink): string {
  const labels = [
    marks.expected && labelOf("▼", marks.expected, marks, width, ink.strong),
    marks.target && labelOf("◇", marks.target, marks, width, ink.target),
  ].filter((label) => label !== null);
  return placed(labels, width);
}

/** Where people turn, on a line of its own: it often stands close to what they expect. */
export function revealedLine(marks: ThreeMarks, width: number, ink: Ink): string[] {
  if (marks.revealed === null) return [];
  return [placed([labelOf("◆", marks.revealed, marks, width, ink.revealed)], width)];
}

/** So that the number fits, it stands before its sign at the right end. */
function labelOf(sign: string, mark: Mark, marks: ThreeMarks, width: number, paint: Label["paint"]): Label {
  const column = columnOf(mark.at, marks, width);
  const number = formatBriefQuantity(mark.at, marks.axis).replaceAll("\u00a0", " ");
  const fits = column + 1 + widthOf(number) <= width;
  const at = fits ? column : Math.max(0, column - widthOf(number));
  return { at, text: fits ? sign + number : number + sign, paint };
}

export function columnOf(value: number, marks: ThreeMarks, width: number): number {
  const share = (value - marks.from) / (marks.to - marks.from);
  return Math.min(width - 1, Math.max(0, Math.floor(share * width)));
}

/** Labels on one line; the first has its place, a later one that would overlap loses its number, then gives way. */
function placed(labels: readonly Label[], width: number): string {
  const cells: string[] = Array.from({ length: width }, () => " ");
  const free = (from: number, length: number) =>
    from >= 0 &&
    from + length <= width &&
    cells.slice(Math.max(0, from - 1), from + length + 1).every((cell) => cell === " ");
  for (const label of labels) {
    const signFirst = /^[▼◇◆]/.test(label.text);
    const sign = signFirst ? label.text.slice(0, 1) : label.text.slice(-1);
    const signAt = signFirst ? label.at : label.at + widthOf(label.text) - 1;
    const beforeAt = signAt - widthOf(label.text) + 1;
    const before = signFirst ? label.text.slice(1) + sign : label.text;
    const [text, at] = free(label.at, widthOf(label.text))
      ? [label.text, label.at]
      : free(beforeAt, widthOf(before))
        ? [before, beforeAt]
        : [sign, signAt];
    if (cells[at] !== " ") continue;
    cells[at] = label.paint(text);
    for (let i = 1; i < widthOf(text); i += 1) cells[at + i] = "";
  }
  return cells.join("");
}
