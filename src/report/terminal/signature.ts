import type { PromiseGap } from "../../gaps/gap.ts";
import { formatBriefCount } from "../format/count.ts";
import { formatRate } from "../format/rate.ts";
import { isFew, type ThreeMarks, threeMarks } from "../marks/three-marks.ts";
import { judged } from "../words/counts.ts";
import { densityLines, oneColumn } from "./density.ts";
import type { Ink } from "./ink.ts";
import { marksLine } from "./marks.ts";
import { cut, padEnd } from "./words.ts";

/** The three-mark line in two lines of text, exactly so wide. */
export function signatureLines(gap: PromiseGap, currency: string | null, width: number, ink: Ink): [string, string] {
  const marks = threeMarks(gap, currency);
  if (marks === null) return doneLines(gap, width, ink);
  const lane = marks.never > 0 ? 6 : 0;
  const room = width - lane;
  const density = densityLines(marks, room, 1, ink)[0] ?? "";
  const never = lane === 0 ? "" : `   ${oneColumn(marks.never, marks, room, ink)}  `;
  const below = lane === 0 ? "" : ink.soft(" never");
  return [
    (isFew(marks) && marks.delivered === 0 ? " ".repeat(room) : density) + never,
    marksLine(marks, room, ink) + below,
  ];
}

/** How many lie outside what the line shows, in words; null where none do. */
export function asideWords(marks: ThreeMarks): string | null {
  const parts = [
    marks.below > 0 ? `before the axis: ${formatBriefCount(marks.below)}` : null,
    marks.above > 0 ? `after the axis: ${formatBriefCount(marks.above)}` : null,
    marks.never > 0 ? `never came: ${formatBriefCount(marks.never)}` : null,
  ].filter((part) => part !== null);
  return parts.length === 0 ? null : parts.join(" · ");
}

/** Done or not done: two shares of one bar. */
function doneLines(gap: PromiseGap, width: number, ink: Ink): [string, string] {
  if (judged(gap) === 0) return [" ".repeat(width), " ".repeat(width)];
  const columns = Math.round((gap.kept / judged(gap)) * width);
  const shown = gap.kept < judged(gap) ? Math.min(columns, width - 1) : columns;
  const bar = ink.kept("█".repeat(shown)) + ink.broken("░".repeat(width - shown));
  const word = gap.kind === "first" ? "done" : "kept";
  return [bar, ink.soft(padEnd(cut(`${formatRate(gap.kept_rate)} ${word}`, width), width))];
}
