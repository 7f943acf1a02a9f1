import { columnsOf } from "../marks/columns.ts";
import { smooth } from "../marks/smooth.ts";
import { type Bin, isFew, type ThreeMarks } from "../marks/three-marks.ts";
import type { Ink } from "./ink.ts";

const BLOCKS = [" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"];

/** What was delivered, drawn with blocks: so many columns wide and lines high; beyond expected in its own colour. */
export function densityLines(marks: ThreeMarks, width: number, height: number, ink: Ink): string[] {
  const columns = columnsFor(marks, width);
  if (isFew(marks))
    return [...Array<string>(height - 1).fill(" ".repeat(width)), columns.map((column) => few(column, ink)).join("")];
  const most = Math.max(...columns.map((column) => column.within + column.beyond), 0);
  return Array.from({ length: height }, (_, line) => {
    const under = height - 1 - line;
    return columns.map((column) => block(column, most, under, height, ink)).join("");
  });
}

/** Times are smoothed a little, as in the picture; numbers and amounts never, nor what is so few that it is counted. */
function columnsFor(marks: ThreeMarks, width: number): Bin[] {
  if (marks.axis.unit === "times" && !isFew(marks)) return barsOf(marks, width);
  if (marks.axis.unit !== "seconds" || isFew(marks)) return columnsOf(marks.bins, marks.from, marks.to, width);
  const within = smooth(marks.bins.map((bin) => bin.within));
  const beyond = smooth(marks.bins.map((bin) => bin.beyond));
  const bins = marks.bins.map((bin, i) => ({ ...bin, within: within[i] ?? 0, beyond: beyond[i] ?? 0 }));
  return columnsOf(bins, marks.from, marks.to, width);
}

/** A bar of whole numbers is as high all over: each column stands for the bin under its middle. */
function barsOf(marks: ThreeMarks, width: number): Bin[] {
  const step = (marks.to - marks.from) / width;
  return Array.from({ length: width }, (_, i) => {
    const middle = marks.from + (i + 0.5) * step;
    const bin = marks.bins.find((each) => middle >= each.from && middle < each.to);
    return bin ?? { from: middle, to: middle, within: 0, beyond: 0 };
  });
}

/** Whoever is there shows at least as the lowest block. */
function block(column: Bin, most: number, under: number, height: number, ink: Ink): string {
  const count = column.within + column.beyond;
  if (count < 0.05 || most === 0) return " ";
  const level = Math.max(1, Math.round((count / most) * height * 8));
  const here = Math.min(8, Math.max(0, level - under * 8));
  const paint = column.beyond > column.within ? ink.broken : ink.kept;
  return here === 0 ? " " : paint(BLOCKS[here] ?? "█");
}

/** Where there are few, a dot is one and a digit is how many. */
function few(column: Bin, ink: Ink): string {
  const count = Math.round(column.within + column.beyond);
  if (count === 0) return " ";
  const paint = column.beyond > column.within ? ink.broken : ink.kept;
  return paint(count === 1 ? "·" : count > 9 ? "9" : String(count));
}

/** A single column as high as its share of the most; for those that never came. */
export function oneColumn(count: number, marks: ThreeMarks, width: number, ink: Ink): string {
  const columns = columnsOf(marks.bins, marks.from, marks.to, width);
  const most = Math.max(...columns.map((column) => column.within + column.beyond), 1);
  return ink.broken(BLOCKS[Math.min(8, Math.max(1, Math.round((count / most) * 8)))] ?? "█");
}
