import { formatCount } from "../format/count.ts";
import { axisTicks, formatBriefQuantity, formatQuantity } from "../format/quantity.ts";
import { isFew, type Mark, type ThreeMarks } from "../marks/three-marks.ts";
import { html, type Markup } from "../markup.ts";
import { sayThreeMarks } from "../words/three-marks.ts";
import { drawDeliveries } from "./density.ts";
import { type Field, placeOf } from "./field.ts";
import { drawLanes, laneRoom } from "./lane.ts";
import { anchorAt, picture } from "./svg.ts";

/** The signature picture, large: the density of what was delivered, with what is expected and what we aim at marked on it. */
export function threeMarksLarge(marks: ThreeMarks, title: string): Markup {
  const lines = marks.revealed === null ? 0 : 20;
  const field: Field = { left: 0, width: 100 - laneRoom(marks), top: 44 + lines, height: 76 };
  const foot = field.top + field.height;
  const about = { title, desc: sayThreeMarks(marks), height: foot + 40, className: "marks marks-large" };
  return picture(about, [
    drawDeliveries(marks, field),
    baseline(field),
    ticks(marks, field, foot),
    drawLanes(marks, field, "large"),
    below(marks, field),
    stroke("revealed", marks, field, 58),
    stroke("target", marks, field, 38),
    stroke("expected", marks, field, 18),
    words("revealed", marks, field, 52, "◆ they turn at"),
    words("target", marks, field, 32, "◇ we mean"),
    words("expected", marks, field, 12, "▼ they expect"),
    middleMark(marks, field, foot),
    few(marks, field),
  ]);
}

/** The same in one row of a table: the two marks carry their numbers and nothing else is written. */
export function threeMarksSmall(marks: ThreeMarks, title: string): Markup {
  const field: Field = { left: 0, width: 100 - laneRoom(marks), top: 16, height: 36 };
  const foot = field.top + field.height;
  const about = { title, desc: sayThreeMarks(marks), height: foot + 17, className: "marks marks-small" };
  return picture(about, [
    drawDeliveries(marks, field),
    baseline(field),
    drawLanes(marks, field, "small"),
    marks.revealed && stroke("revealed", marks, field, field.top),
    marks.target && smallMark("target", marks, marks.target, field),
    marks.expected && smallMark("expected", marks, marks.expected, field),
  ]);
}

function baseline(field: Field): Markup {
  const y = field.top + field.height + 0.5;
  return html`<line class="axis" x1="${field.left}%" x2="${field.left + field.width}%" y1="${y}" y2="${y}"/>`;
}

function ticks(marks: ThreeMarks, field: Field, foot: number): Markup[] {
  return axisTicks(marks.from, marks.to, 5, marks.axis).map(({ at, label }) => {
    const x = placeOf(at, marks, field);
    return html`<line class="axis" x1="${x}%" x2="${x}%" y1="${foot}" y2="${foot + 4}"/><text class="tick" x="${x}%" y="${foot + 17}" text-anchor="${x > field.width - 4 ? "end" : anchorAt(x, 4)}">${label}</text>`;
  });
}

type Kind = "expected" | "target" | "revealed";

/** The stroke of a mark and the band where most of them lie; the words come last of all, over every stroke. */
function stroke(kind: Kind, marks: ThreeMarks, field: Field, top: number): Markup | null {
  const mark = marks[kind];
  if (mark === null) return null;
  const x = placeOf(mark.at, marks, field);
  return html`${band(kind, marks, mark, field)}<line class="${kind}" x1="${x}%" x2="${x}%" y1="${top}" y2="${field.top + field.height}"/>`;
}

function words(kind: Kind, marks: ThreeMarks, field: Field, y: number, lead: string): Markup | null {
  const mark = marks[kind];
  if (mark === null) return null;
  const x = placeOf(mark.at, marks, field);
  return html`<text class="${kind}-words" x="${x}%" y="${y}" text-anchor="${anchorAt(x)}">${lead} ${markWords(mark, marks)}</text>`;
}

function markWords(mark: Mark, marks: ThreeMarks): string {
  const middle = formatQuantity(mark.at, marks.axis);
  if (!mark.varies) return middle;
  return `${middle} (${formatBriefQuantity(mark.from, marks.axis)}–${formatBriefQuantity(mark.to, marks.axis)})`;
}

/** Where most of the expectations lie, when they differ from case to case. */
function band(kind: Kind, marks: ThreeMarks, mark: Mark, field: Field): Markup | null {
  if (!mark.varies) return null;
  const from = placeOf(mark.from, marks, field);
  const to = placeOf(mark.to, marks, field);
  return html`<rect class="${kind}-band" x="${from}%" width="${to - from}%" y="${field.top + field.height - 2}" height="5" rx="2.5"/>`;
}

function middleMark(marks: ThreeMarks, field: Field, foot: number): Markup | null {
  if (marks.middle === null || isFew(marks)) return null;
  const x = placeOf(marks.middle, marks, field);
  return html`<circle class="middle" cx="${x}%" cy="${foot + 0.5}" r="4"/><text class="middle-words" x="${x}%" y="${foot + 34}" text-anchor="${anchorAt(x)}">● ${middleWords(marks)} ${formatQuantity(marks.middle, marks.axis)}</text>`;
}

/** What lies before the axis begins. */
function below(marks: ThreeMarks, field: Field): Markup | null {
  if (marks.below === 0) return null;
  return html`<text class="tick" x="0" y="${field.top + field.height - 6}">‹ ${formatCount(marks.below)} below</text>`;
}

function middleWords(marks: ThreeMarks): string {
  return marks.axis.unit === "seconds" ? "half by" : "in the middle";
}

function few(marks: ThreeMarks, field: Field): Markup | null {
  if (!isFew(marks) || marks.delivered === 0) return null;
  return html`<text class="tick" x="0" y="${field.top + field.height + 34}">only ${formatCount(marks.delivered)}: each is a dot</text>`;
}

function smallMark(kind: "expected" | "target", marks: ThreeMarks, mark: Mark, field: Field): Markup {
  const x = placeOf(mark.at, marks, field);
  const foot = field.top + field.height;
  const above = kind === "expected";
  const label = `${above ? "▼" : "◇"} ${formatBriefQuantity(mark.at, marks.axis)}`;
  const [y1, y2] = above ? [12, foot] : [field.top + 6, foot + 3];
  return html`${band(kind, marks, mark, field)}<line class="${kind}" x1="${x}%" x2="${x}%" y1="${y1}" y2="${y2}"/><text class="${kind}-words" x="${x}%" y="${above ? 10 : foot + 14}" text-anchor="${anchorAt(x)}">${label}</text>`;
}
